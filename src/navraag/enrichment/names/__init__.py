"""Names: organisations, programmes, bodies and places, by table and by fixed patterns; what is ambiguous stays open."""

from navraag.enrichment.names.find import find_names, short_forms

__all__ = ["find_names", "short_forms"]
