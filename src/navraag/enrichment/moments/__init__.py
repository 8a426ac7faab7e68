"""Dutch time expressions: words and an anchor date give an interval."""

from navraag.enrichment.moments.read import read_moment

__all__ = ["read_moment"]
