"""Entities of the Tweede Kamer, before they are written as XML or as rows: what every category is like, and the record of one."""

from dataclasses import dataclass
from typing import Literal


class Ref(str):
    """The id of another entity: written as an attribute ``ref``, not as words."""

    __slots__ = ()


Child = tuple[str, "str | tuple[Child, ...] | None"]
System = Literal["parlis", "sesam", "vlos"]
"""Which source system an entity comes from: it decides on prefixes and on the form of the stamps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One entity at one moment: ``children`` are (element, value), where None is nil and a Ref a relation."""

    category: str
    guid: str
    stamp: str
    children: tuple[Child, ...] = ()
    deleted: str = "false"
    content_type: str = ""
    content_length: int = 0

    @property
    def is_deleted(self) -> bool:
        """Whether it is a tombstone, however its flag is spelled."""
        return self.deleted.lower() == "true"


CATEGORIES = (
    "Activiteit", "ActiviteitActor", "Agendapunt", "Besluit", "Commissie", "CommissieContactinformatie", "CommissieZetel",
    "CommissieZetelVastPersoon", "CommissieZetelVastVacature", "CommissieZetelVervangerPersoon", "CommissieZetelVervangerVacature",
    "Document", "DocumentActor", "DocumentVersie", "Fractie", "FractieZetel", "FractieZetelPersoon", "FractieZetelVacature",
    "Kamerstukdossier", "Persoon", "PersoonContactinformatie", "PersoonGeschenk", "PersoonLoopbaan", "PersoonNevenfunctie",
    "PersoonNevenfunctieInkomsten", "PersoonOnderwijs", "PersoonReis", "Reservering", "Stemming", "Toezegging", "Vergadering",
    "Verslag", "Zaak", "ZaakActor", "Zaal",
)
"""The 35 categories of the feed."""
CODES = {name: code for code, name in enumerate(CATEGORIES)}
BY_FOLDED_NAME = {name.lower(): name for name in CATEGORIES}
DOWNLOADABLE = frozenset({"Document", "Verslag", "Persoon", "Fractie"})


def system_of(category: str) -> System:
    """The source system of a category."""
    if category in {"Vergadering", "Verslag", "Toezegging"}:
        return "vlos"
    return "sesam" if category.startswith(("Persoon", "Fractie", "Commissie")) else "parlis"


def element_name(category: str) -> str:
    """The root element of a category: the name with a small first letter."""
    return category[0].lower() + category[1:]


def bulk_guid(category: str, place: int, ordinal: int, *, series: int = 0) -> str:
    """An id that tells where its entity comes from, so that no index of millions of ids is needed."""
    return f"{series:02x}{CODES[category]:02x}{ordinal:04x}-0000-4000-8000-{place:012x}"


def read_bulk_guid(guid: str) -> tuple[int, str, int, int] | None:
    """Series, category, place and ordinal of an id made by ``bulk_guid``; None for any other."""
    if guid[8:24] != "-0000-4000-8000-":
        return None
    code = int(guid[2:4], 16)
    return (int(guid[:2], 16), CATEGORIES[code], int(guid[24:], 16), int(guid[4:8], 16)) if code < len(CATEGORIES) else None
