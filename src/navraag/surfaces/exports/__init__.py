"""Exports: files for researchers."""
