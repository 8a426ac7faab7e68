"""The entity sets of OData v4, data version 2.0: their properties, types and navigations."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

NAMESPACE = "TK.DA.GGM.OData"
NOT_ADDRESSABLE = "ToegezegdAan"
_PROPERTY_OF = {
    "naamNl": "NaamNL", "naamEn": "NaamEN", "naamWebNl": "NaamWebNL", "naamWebEn": "NaamWebEN", "vrsNummer": "VRSNummer",
    "externeidentifier": "ExterneIdentifier",
}
"""Element → property, where it is not simply the name with a capital."""
REVERSED = {
    ("Document", "BijlageDocument"): "bronDocument", ("Zaak", "VervangenDoor"): "vervangenVanuit", ("Zaak", "GerelateerdNaar"): "gerelateerdVanuit",
    ("Activiteit", "VervangenDoor"): "vervangenVanuit", ("Activiteit", "VoortgezetIn"): "voortgezetVanuit",
    ("Toezegging", "IsHerhaaldDoor"): "isHerhalingVan", ("Toezegging", "IsGewijzigdDoor"): "isWijzigingVan", ("Toezegging", "IsAangevuldVanuit"): "isAanvullingOp",
}
"""(Set, navigation) → the element of the other entity that points back, where it is not named after the set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitySet:
    """One set: property → type, and navigation → (target set, whether it leads to many)."""

    name: str
    properties: dict[str, str]
    navigations: dict[str, tuple[str, bool]]

    def navigation(self, name: str) -> str | None:
        """The name of a navigation as it is spelled; matched without regard to case."""
        return next((known for known in self.navigations if known.lower() == name.lower()), None)


def property_of(element: str) -> str:
    """The property that an element of the feed becomes.

    >>> property_of("gestartOp"), property_of("naamNl")
    ('GestartOp', 'NaamNL')
    """
    return _PROPERTY_OF.get(element, element[0].upper() + element[1:])


def element_of(navigation: str) -> str:
    """The element of the feed that holds a navigation."""
    return navigation[0].lower() + navigation[1:]


def _navigation(printed: str) -> tuple[str, tuple[str, bool]]:
    name, _, target = printed.partition(">")
    return name, (target.rstrip("*"), target.endswith("*"))


@cache
def entity_sets() -> dict[str, EntitySet]:
    """Every set by its name."""
    lines = (files("navraag.replica") / "odata_sets.txt").read_text(encoding="utf-8").splitlines()
    rows = [[part.strip() for part in line.split("|")] for line in lines if line.strip() and not line.startswith("#")]
    return {
        name: EntitySet(
            name=name, properties=dict(pair.split(":") for pair in properties.split()), navigations=dict(map(_navigation, navigations.split())),
        )
        for name, properties, navigations in rows
    }


def find_set(name: str) -> EntitySet | None:
    """A set by its name, without regard to case."""
    return next((known for key, known in entity_sets().items() if key.lower() == name.lower()), None)


def metadata_xml() -> str:
    """``$metadata``: the sets as EDM."""
    types = "".join(_entity_type(known) for known in entity_sets().values())
    sets = "".join(f'<EntitySet Name="{name}" EntityType="{NAMESPACE}.{name}"/>' for name in entity_sets())
    return (
        '<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
        f'<Schema Namespace="{NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">{types}<EntityContainer Name="Container">{sets}</EntityContainer>'
        "</Schema></edmx:DataServices></edmx:Edmx>"
    )


def _entity_type(known: EntitySet) -> str:
    properties = "".join(
        f'<Property Name="{name}" Type="Edm.{kind}"{_NOT_NULL if name == "Id" else ""}/>' for name, kind in known.properties.items()
    )
    navigations = "".join(
        f'<NavigationProperty Name="{name}" Type="{f"Collection({NAMESPACE}.{target})" if many else f"{NAMESPACE}.{target}"}"/>'
        for name, (target, many) in known.navigations.items()
    )
    return f'<EntityType Name="{known.name}"><Key><PropertyRef Name="Id"/></Key>{properties}{navigations}</EntityType>'


_NOT_NULL = ' Nullable="false"'
