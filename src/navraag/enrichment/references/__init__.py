"""References: what a text cites, normalised to official ids."""

from navraag.enrichment.references.find import cited, find_references

__all__ = ["cited", "find_references"]
