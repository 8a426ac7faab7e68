"""A search in plain words: what is asked for, what could not be understood, and what may have been meant."""

from collections.abc import Iterable

from navraag.store.search.fields import FLAG_NAMES, PLACE_NAMES, STATUS_NAMES, STATUSES
from navraag.store.search.nodes import And, Field, Near, Node, Not, Or, Phrase, Query, QueryNote, Word
from navraag.store.search.results import FacetChoice, Offer, SearchFacet
from navraag.store.search.schema import Order
from navraag.store.search.values import first_day, numbers
from navraag.surfaces.web.translations import Messages

ORDERS: dict[str, Order] = {
    "relevantie": "relevance", "nieuwste": "newest", "oudste": "oldest", "laatst-beantwoord": "last_answered",
    "eerst-beantwoord": "first_answered", "langst": "longest", "kortst": "shortest",
}

# What can be typed, by the name of the sentence that explains it.
EXAMPLES: dict[str, str] = {
    "words": "veerpont tarief", "phrase": '"op weg naar de veerpont"', "either": "veerpont OF brug", "without": "veerpont NIET brug",
    "prefix": "veer*", "near": "veerpont NABIJ/5 tarief", "who": "van:Jansen partij:VVD aan:financiën door:minister",
    "about": "onderwerp:veerpont thema:verkeer", "when": "na:2023-01-01 voor:2024 jaar:2020 dagen:>42",
    "where": "in:antwoord in:vraag in:onderwerp in:noot", "state": "status:te-laat is:uitgesteld", "number": "nr:2020Z01234",
    "found": "bevat:toezegging verwijst:kst-28638-166 bron:nos plaats:Zwolle",
}


def described(query: Query, say: Messages) -> str:
    """The whole search as a sentence: "Vragen en antwoorden met “dijk” en “brug”, gesteld door Aksoy"."""
    if not query.parts:
        return say("asking.all")
    words = [part for part in query.parts if not isinstance(part, Field) and not _only_fields(part)]
    filters = [part for part in query.parts if part not in words]
    said = [say("asking.with", words=_and([_said(part, say) for part in words], say))] if words else []
    return say("asking.pairs") + " " + ", ".join([*said, *(_said(part, say) for part in filters)])


def noted(note: QueryNote, say: Messages) -> str:
    """A mistake, and how it was read."""
    told = say(f"asking.note.{note.code}", printed=note.printed)
    if note.read_as and (more := say.get(f"asking.note.{note.code}_as", "")):
        told = f"{told} {more.format(read_as=note.read_as)}"
    return told


def offered(offer: Offer, say: Messages) -> str:
    """What may have been meant, as a question."""
    return say(f"asking.offer.{offer.kind}", value=offer.value)


def label_of(facet: SearchFacet, choice: FacetChoice, say: Messages) -> str:
    """How a value of a facet is shown: a state in the words of the reader."""
    return say(f"state.{choice.value}") if facet.name == "state" else choice.label


def _only_fields(node: Node) -> bool:
    match node:
        case Field():
            return True
        case Not(node=inner):
            return _only_fields(inner)
        case And(nodes=nodes) | Or(nodes=nodes):
            return all(map(_only_fields, nodes))
    return False


def _said(node: Node, say: Messages) -> str:
    match node:
        case Not(node=inner):
            return say("asking.not", what=_said(inner, say))
        case And(nodes=nodes):
            return _and([_said(inner, say) for inner in nodes], say)
        case Or(nodes=nodes):
            return say("asking.either", what=f" {say('asking.or')} ".join(_said(inner, say) for inner in nodes))
        case Near(first=first, last=last, distance=distance):
            return say("asking.near", first=_said(first, say), last=_said(last, say), distance=distance)
        case Field():
            return _filter(node, say)
    return _words(node, say)


def _words(node: Word | Phrase, say: Messages) -> str:
    if isinstance(node, Phrase):
        return say("asking.phrase", text=node.text)
    return say("asking.prefix", text=node.text) if node.prefix else say("asking.word", text=node.text)


def _filter(node: Field, say: Messages) -> str:
    value = node.value
    match node.name:
        case "status":
            name = STATUS_NAMES.get("-".join(value.lower().replace("-", " ").split()), value)
            value = say.get(f"asking.status.{name}", "") or _state(name, say)
        case "is":
            name = FLAG_NAMES.get(value.lower(), value)
            value = say.get(f"asking.is.{name}", name)
        case "in":
            name = PLACE_NAMES.get(value.lower(), value)
            value = say.get(f"asking.in.{name}", name)
        case "na" | "voor" | "beantwoord-na" | "beantwoord-voor":
            day = first_day(value)
            value = say.day(day) if day else value
        case "dagen":
            value = _days(value, say)
    return say(f"asking.field.{node.name}", value=value)


def _state(name: str, say: Messages) -> str:
    states = STATUSES.get(name, ())
    return say.get(f"state.{states[0]}", name).lower() if states else name


def _days(typed: str, say: Messages) -> str:
    found = numbers(typed)
    if found is None:
        return typed
    if found.least is not None and found.most is not None:
        return str(found.least) if found.least == found.most else say("asking.days.between", least=found.least, most=found.most)
    return say("asking.days.least", n=found.least) if found.most is None else say("asking.days.most", n=found.most)


def _and(parts: Iterable[str], say: Messages) -> str:
    return say.listing(list(parts))
