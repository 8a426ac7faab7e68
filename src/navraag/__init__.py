"""Navraag: the open registry of written questions in the Dutch parliament and of the answers.

>>> import navraag
>>> navraag.find_references("Zie Kamerstuk 28 638, nr. 166.")[0].target
'kst-28638-166'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from navraag.enrichment.references import find_references
    from navraag.enrichment.timeline import timeline
    from navraag.errors import NavraagError
    from navraag.parsing import parse
    from navraag.records.cases import Case, Pair
    from navraag.records.found import Finding
    from navraag.records.timeline import Timeline
    from navraag.surfaces.python import OpenRegistry, open_registry

__version__ = "0.1.0"
__all__ = [
    "Case", "Finding", "NavraagError", "OpenRegistry", "Pair", "Timeline", "find_references", "open_registry", "parse", "timeline",
]
# Loaded when first asked for, so that a command that needs none of them starts at once.
_HOMES = {
    "Case": "navraag.records.cases", "Finding": "navraag.records.found", "NavraagError": "navraag.errors", "OpenRegistry": "navraag.surfaces.python",
    "Pair": "navraag.records.cases", "Timeline": "navraag.records.timeline", "find_references": "navraag.enrichment.references",
    "open_registry": "navraag.surfaces.python", "parse": "navraag.parsing", "timeline": "navraag.enrichment.timeline",
}


def __getattr__(name: str) -> Any:
    """A public name, from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module 'navraag' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)
