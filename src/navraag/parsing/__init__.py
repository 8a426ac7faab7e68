"""Room 3: bytes in, records and problems out; no network, no database."""

from navraag.parsing.read import PARSER_VERSION, parse

__all__ = ["PARSER_VERSION", "parse"]
