"""The words of cases, read without the rest of them: a page of hits needs the pairs of twenty cases, and little else."""

from collections.abc import Iterable
from datetime import date

import msgspec

from navraag.records.attribution import Attribution
from navraag.store.session import ReadOnly

_DATA = "SELECT number, data FROM case_data WHERE number IN ({})"
_AT_ONCE = 500


class _Paragraph(msgspec.Struct, frozen=True, gc=False):
    text: str


class Words(msgspec.Struct, frozen=True, gc=False):
    """The words of a text."""

    paragraphs: tuple[_Paragraph, ...] = ()

    @property
    def plain(self) -> str:
        """The paragraphs, each on a line, as ``Text.plain`` has them."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class Said(msgspec.Struct, frozen=True, gc=False):
    """A question, or an answer."""

    text: Words


class Given(msgspec.Struct, frozen=True, gc=False):
    """An answer to a pair, and the paper that gave it."""

    answer_set: str
    answer: Said


class PairText(msgspec.Struct, frozen=True, gc=False):
    """The words of one pair."""

    id: str
    label: str
    question: Said
    answers: tuple[Given, ...] = ()


class Paper(msgspec.Struct, frozen=True, gc=False):
    """One answer paper without its answers."""

    id: str
    received_on: date | None = None
    answerers: tuple[Attribution, ...] = ()


class CaseText(msgspec.Struct, frozen=True, gc=False):
    """The words of one case, with who asked and who answered."""

    number: str
    subject: str = ""
    tabled_on: date | None = None
    askers: tuple[Attribution, ...] = ()
    addressees: tuple[Attribution, ...] = ()
    topics: tuple[str, ...] = ()
    answers: tuple[Paper, ...] = ()
    pairs: tuple[PairText, ...] = ()
    orphans: tuple[Given, ...] = ()

    def pair(self, name: str) -> PairText | None:
        """The pair with this id; None for the case itself."""
        return next((pair for pair in self.pairs if pair.id == name), None)


_CASE = msgspec.json.Decoder(CaseText)


def texts_of(registry: ReadOnly, numbers: Iterable[str]) -> dict[str, CaseText]:
    """The words of these cases, by number; those that are no longer held are absent."""
    wanted = list(dict.fromkeys(numbers))
    found: dict[str, CaseText] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        some = tuple(wanted[at:at + _AT_ONCE])
        for number, data in registry.rows(_DATA.format(", ".join("?" * len(some))), some):
            found[number] = _CASE.decode(data)
    return found


def case_of(name: str) -> str:
    """The number of the case to which a document of the index belongs.

    >>> case_of("2020Z02502/3a")
    '2020Z02502'
    """
    return name.partition("/")[0]
