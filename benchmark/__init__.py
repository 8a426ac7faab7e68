"""Benchmarks: speed, scale and accuracy, measured."""
