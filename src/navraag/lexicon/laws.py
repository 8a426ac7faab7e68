"""The table of laws: names, short forms, ids in the Basiswettenbestand and in EUR-Lex."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law as papers cite it; ``bwb`` and ``celex`` are None where no id was seen."""

    name: str
    short: tuple[str, ...] = ()
    bwb: str | None = None
    celex: str | None = None

    @property
    def target(self) -> str | None:
        """The id to which a reference points."""
        return self.bwb or (f"celex:{self.celex}" if self.celex else None)


@cache
def laws() -> tuple[Law, ...]:
    """Every law of the table."""
    rows = tomllib.loads((files("navraag") / "lexicon/laws.toml").read_text(encoding="utf-8"))["law"]
    return tuple(Law(name=row["name"], short=tuple(row.get("short", ())), bwb=row.get("bwb"), celex=row.get("celex")) for row in rows)


@cache
def laws_by_name() -> dict[str, Law]:
    """Laws by every name and short form, as printed."""
    return {printed: law for law in laws() for printed in (law.name, *law.short)}
