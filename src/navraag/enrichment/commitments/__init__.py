"""Undertakings, intentions, announcements, expectations and what goes on: found sentence by sentence, never mixed."""

from navraag.enrichment.commitments.find import VERSION, find_commitments

__all__ = ["VERSION", "find_commitments"]
