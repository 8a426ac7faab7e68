"""Navraag: the open registry of written questions in the Dutch parliament and of the answers."""

__version__ = "0.1.0"
