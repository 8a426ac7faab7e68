"""KOOP's metadata as typed facts."""

from datetime import date

import pytest

from navraag.parsing.metadata import Fact, Facts, fact_name, heading_facts, lenient_date, read_person

NAMES = [
    ("OVERHEIDop.publicationName", "publicatienaam"), ("DC.title", "title"), ("dcterms.modified", "modified"), ("vraagNummer", "vraagnummer"),
    ("OVERHEID.category", "subject"), ("OVERHEIDop.vraagnummer", "vraagnummer"),
]
DATES = [
    ("2019-03-24", date(2019, 3, 24)), ("2019-3-4", date(2019, 3, 4)), ("24-03-2019", date(2019, 3, 24)), ("2019-03-24T10:00:00+01:00", date(2019, 3, 24)),
    ("2009-02-31", None), ("20090-01-01", None), ("", None), ("maart", None),
]
PEOPLE = [
    ("S.P.R.A. van Weverberg", "S.P.R.A. van Weverberg"), ("R.H. (Romke) de Jonge", "Romke de Jonge"), ("Dijk, D.J.H. van", "D.J.H. van Dijk"),
    ("Edith Schipper (E.I.)", "Edith Schipper"), ("Hirsch Balder (EMH)", "Hirsch Balder"), ("Ten Hoeven", "Ten Hoeven"), ("M.  de Vries", "M. de Vries"),
]


@pytest.mark.parametrize(("printed", "expected"), NAMES)
def test_names_of_fields(printed: str, expected: str) -> None:
    """One name for all spellings and prefixes."""
    assert expected == fact_name(printed)


@pytest.mark.parametrize(("printed", "expected"), DATES)
def test_dates_are_read_leniently(printed: str, expected: date | None) -> None:
    """ISO or day first; a day that does not exist is None."""
    assert expected == lenient_date(printed)


@pytest.mark.parametrize(("printed", "expected"), PEOPLE)
def test_people_are_named_as_people_say_it(printed: str, expected: str) -> None:
    """Every style of KOOP and the Kamer; what is printed is kept beside it."""
    person = read_person(printed)

    assert (expected, " ".join(printed.split())) == (person.name, person.printed)


def test_repeated_fields_keep_their_order() -> None:
    """Each content once; the rest of a heading from the same facts."""
    facts = Facts(Fact(name=name, scheme="", content=text) for name, text in (("indiener", "B"), ("indiener", "A"), ("indiener", "B"), ("aanhangselnummer", "9001")))
    heading = heading_facts(facts)

    assert ("B", "A") == facts.all("indiener")
    assert (9001, ["B", "A"]) == (heading.appendix_number, [asker.name for asker in heading.askers])


def test_what_repeats_in_every_publication_is_set_aside() -> None:
    """The kind is a fact, its other names are not."""
    facts = Facts([
        Fact(name="type", scheme="OVERHEIDop.AanhangselTypen", content="Antwoord"), Fact(name="type", scheme="OVERHEIDop.Parlementair", content="Aanhangsel"),
        Fact(name="language", scheme="", content="nl"),
    ])

    assert "Antwoord" == facts.kind()
    assert ["Aanhangsel", "nl"] == [piece.text for piece in facts.set_aside()]
