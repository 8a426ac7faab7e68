"""Drawings of statistics as SVG: readable without colour, with a link behind each point."""
