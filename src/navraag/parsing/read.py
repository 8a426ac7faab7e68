"""parse(): detect the layout, hand the bytes to its module, return what it found."""

from importlib import import_module
from typing import Protocol, cast

from navraag.parsing.detect import Layout, detect
from navraag.records.parsed import Parsed

PARSER_VERSION = "1"


class LayoutModule(Protocol):
    """What each module in parsing/layouts offers."""

    def read(self, data: bytes, *, name: str) -> Parsed:
        """Records of one document; LayoutError where it is not understood."""


def layout_module(layout: Layout) -> LayoutModule:
    """The module of a layout, loaded when first used so that ``navraag --help`` needs none of them."""
    return cast("LayoutModule", import_module(f"navraag.parsing.layouts.{layout}"))


def parse(data: bytes, *, name: str = "") -> Parsed:
    """Records, problems and furniture of one document.

    ``name`` is the file's name or the publication's id; it decides only where the bytes leave the layout open.
    Raises LayoutError where the document is not understood, NotADocumentError where it is none.
    """
    return layout_module(detect(data, name=name)).read(data, name=name)
