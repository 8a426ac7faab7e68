"""Figures: numbers with their unit, what is counted, when, and by whose word."""

from navraag.enrichment.figures.find import find_figures

__all__ = ["find_figures"]
