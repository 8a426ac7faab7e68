"""parse(): detect the layout, hand the bytes to its module, return what it found."""

import zipfile
import zlib
from importlib import import_module
from typing import Protocol, cast

from lxml.etree import LxmlError

from navraag.errors import LayoutError
from navraag.parsing.detect import Layout, detect
from navraag.parsing.titles.masthead import with_masthead
from navraag.records.parsed import Parsed

PARSER_VERSION = "3"
SIZE_LIMIT = 64 * 1024 * 1024


class LayoutModule(Protocol):
    """What each module in parsing/layouts offers."""

    def read(self, data: bytes, *, name: str) -> Parsed:
        """Records of one document; LayoutError where it is not understood."""


def layout_module(layout: Layout) -> LayoutModule:
    """The module of a layout, loaded when first used so that ``navraag --help`` needs none of them."""
    return cast("LayoutModule", import_module(f"navraag.parsing.layouts.{layout}"))


def parse(data: bytes, *, name: str = "", size_limit: int = SIZE_LIMIT) -> Parsed:
    """Records, problems and furniture of one document.

    ``name`` is the file's name or the publication's id; it decides only where the bytes leave the layout open.
    Raises LayoutError where the document is not understood, NotADocumentError where it is none.
    """
    shown = name or "document"
    if len(data) > size_limit:
        raise LayoutError(f"{shown}: {len(data):,} bytes, more than the {size_limit:,} that are read")
    layout = detect(data, name=name)
    try:
        return with_masthead(layout_module(layout).read(data, name=name))
    except RecursionError as error:
        raise LayoutError(f"{shown}: nested too deeply") from error
    except (LxmlError, UnicodeError, zipfile.BadZipFile, zlib.error) as error:
        reason = str(error).partition("\n")[0][:200]
        raise LayoutError(f"{shown}: cannot be read as {layout}: {reason}") from error
    except MemoryError as error:
        raise LayoutError(f"{shown}: too large to read") from error
