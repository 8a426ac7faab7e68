"""Entities of the Tweede Kamer: SyncFeed XML and OData rows."""

import json
from datetime import date

import pytest

from navraag.errors import LayoutError
from navraag.parsing.layouts import tk_entities
from navraag.records.pages import Other, Registration
from tests.conftest import REAL

SPACE = 'xmlns="http://www.tweedekamer.nl/xsd/tkData/v1-0" xmlns:tk="http://www.tweedekamer.nl/xsd/tkData/v1-0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
ZAAK = (
    f'<zaak {SPACE} id="a1" tk:bijgewerkt="2024-10-02T11:09:59Z" tk:verwijderd="false"><agendapunt ref="b"/><nummer>2024Z90001</nummer>'
    "<soort>Schriftelijke vragen</soort><onderwerp>Kapotte  fietsbellen</onderwerp><gestartOp>2024-09-30T00:00:00</gestartOp>"
    '<titel xsi:nil="true"/><vergaderjaar>2024-2025</vergaderjaar><afgedaan>true</afgedaan>{}</zaak>'
)
ROW = {
    "Id": "a1", "Nummer": "2024Z90001", "Soort": "Schriftelijke vragen", "Onderwerp": "Kapotte fietsbellen", "GestartOp": "2024-09-30T00:00:00+02:00",
    "Vergaderjaar": "2024-2025", "Afgedaan": True, "Verwijderd": False, "ApiGewijzigdOp": "2024-10-02T16:29:37.2143044Z",
    "_actors": {"Indiener": "Bo Jansma (B.A.)", "Medeindiener": "I.W. Pieters, Dijk, D.J.H. van", "Gericht aan": "Mia de Vries (M.)", "Voortouwcommissie": "TK"},
}


def test_a_zaak_becomes_a_registration() -> None:
    """Elements in any order, empty relations, known-empty fields."""
    parsed = tk_entities.read(ZAAK.format("").encode(), name="x")

    assert (
        Registration(
            number="2024Z90001", subject="Kapotte fietsbellen", tabled_on=date(2024, 9, 30), session_year="2024-2025", closed=True,
            entity_id="a1", changed_on=date(2024, 10, 2),
        )
        == parsed.content
    )
    assert () == parsed.problems


def test_unknown_fields_are_reported() -> None:
    """The Kamer may add a field: it is named."""
    parsed = tk_entities.read(ZAAK.format("<kleur>rood</kleur><kleur>geel</kleur>").encode(), name="x")

    assert [("entity.unknown-field", "kleur")] == [(problem.code, problem.where) for problem in parsed.problems]


OTHERS = [
    (f'<persoon {SPACE} id="p1" tk:verwijderd="false"><achternaam>Jansma</achternaam></persoon>', "persoon p1", "Jansma"),
    ('<ns1:toezegging xmlns:ns1="http://www.tweedekamer.nl/xsd/tkData/v1-0" id="t1"><ns1:nummer>TZ9</ns1:nummer><ns1:toegezegdAan/></ns1:toezegging>', "toezegging TZ9", "TZ9"),
    (f'<persoon {SPACE} id="p1" tk:verwijderd="True"/>', "persoon p1", "verwijderd"),              # a tombstone with a capital
    (ZAAK.format("").replace("Schriftelijke vragen", "Motie"), "Kapotte fietsbellen", None),
]


@pytest.mark.parametrize(("xml", "title", "text"), OTHERS)
def test_other_entities_are_kept(xml: str, title: str, text: str | None) -> None:
    """With their words, under any prefix."""
    content = tk_entities.read(xml.encode(), name="x").content

    assert isinstance(content, Other)
    assert title == content.title
    assert text is None or text == content.text.plain


def test_an_entry_of_the_feed_is_its_entity_and_a_feed_is_a_list() -> None:
    """One entry is one entity; a page of the feed is no document."""
    atom = 'xmlns="http://www.w3.org/2005/Atom"'
    entry = f"<entry {atom}><title>a1</title><content>{ZAAK.format('')}</content></entry>"

    assert isinstance(tk_entities.read(entry.encode(), name="x").content, Registration)
    with pytest.raises(LayoutError, match="use import"):
        tk_entities.read(f"<feed {atom}>{entry}</feed>".encode(), name="x")


def test_rows_become_registrations() -> None:
    """Names in both styles; ministers are addressees, never askers (D-19); other kinds and deleted rows are passed over."""
    rows = [ROW, ROW | {"Soort": "Motie"}, ROW | {"Verwijderd": True}]
    data = "\n".join(json.dumps(row) for row in rows).encode()
    found = [parsed.content for parsed in tk_entities.read_rows(data, name="x.jsonl")]

    assert 1 == len(found)
    assert isinstance(found[0], Registration)
    assert ["Bo Jansma", "I.W. Pieters", "D.J.H. van Dijk"] == [asker.name for asker in found[0].askers]
    assert ["Mia de Vries"] == [addressee.name for addressee in found[0].addressees]
    assert (date(2024, 9, 30), date(2024, 10, 2)) == (found[0].tabled_on, found[0].changed_on)


def test_an_answer_of_the_service_is_read_too() -> None:
    """Rows under "value", as the service gives them; and lines one by one."""
    data = json.dumps({"@odata.context": "x", "value": [ROW, ROW | {"Nummer": "2024Z90002"}]}).encode()

    assert 2 == len(list(tk_entities.read_rows(data, name="x")))
    assert 1 == len(list(tk_entities.read_lines(["", json.dumps(ROW)])))


@pytest.mark.parametrize(("line", "why"), [(b"{", "line 1: no JSON"), (b"[1]", "line 1: no JSON object"), (b'{"Soort": "Schriftelijke vragen"}', "without a number")])
def test_a_damaged_row_names_its_line(line: bytes, why: str) -> None:
    """One clear line with the place."""
    with pytest.raises(LayoutError, match=why):
        list(tk_entities.read_rows(line, name="x.jsonl"))


@pytest.mark.real
def test_all_real_rows_are_read() -> None:
    """Every Zaak of 2007 to 2024, with askers."""
    import gzip

    data = gzip.decompress((REAL / "odata" / "zaak_schriftelijke_vragen_2024-10-02.jsonl.gz").read_bytes())
    found = [parsed.content for parsed in tk_entities.read_rows(data, name="x")]

    assert 42_994 == len(found)
    assert all(isinstance(row, Registration) and row.askers and row.tabled_on for row in found)
    assert 243 == sum(isinstance(row, Registration) and not row.closed for row in found)
