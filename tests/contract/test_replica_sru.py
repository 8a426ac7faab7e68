"""SRU: records as in the real responses, paging, diagnostics of every shape, CQL."""

from collections.abc import Iterator

import pytest
from lxml import etree

from navraag.replica.cql import CqlError, read_cql
from navraag.replica.cql_matching import contains
from tests.conftest import REAL
from tests.contract.replica_client import DT, SRU, Reader, local

ANSWERS = 'c.product-area=="officielepublicaties" and w.publicatienaam=="Kamervragen (Aanhangsel)"'


def _paths(element: etree._Element, at: str = "") -> Iterator[str]:
    here = f"{at}/{element.tag}"
    yield here
    for child in element:
        yield from _paths(child, here)


def _record(root: etree._Element, start: str) -> etree._Element:
    return next(record for record in root.iter(f"{SRU}record") if next(record.iter(f"{DT}identifier")).text.startswith(start))


@pytest.mark.real
def test_a_record_has_the_elements_of_a_real_one(reader: Reader) -> None:
    """The same namespaces, prefixes, elements and order as a real answer of 2021."""
    real = etree.parse(REAL / "sru" / "sru-ah-kst-blg.xml").getroot()
    ours = reader.search('dt.identifier=="ah-tk-20212022-9401"')
    theirs = list(dict.fromkeys(_paths(_record(real, "ah-tk"))))

    assert real.nsmap == ours.nsmap
    assert theirs == list(dict.fromkeys(_paths(_record(ours, "ah-tk"))))
    assert [local(child) for child in real if local(child) != "nextRecordPosition"] == [local(child) for child in ours if local(child) != "nextRecordPosition"]


@pytest.mark.real
def test_metadata_have_the_names_of_real_ones(reader: Reader) -> None:
    """Names and schemes of an answer's metadata.xml; metadata_owms.xml has the same root and blocks."""
    real = etree.parse(REAL / "koop" / "ah-tk-20202021-3235.metadata.xml").getroot()
    ours = reader.xml("/ah-tk-20212022-9401/metadata.xml")
    owms = reader.xml("/frbr/officielepublicaties/ah-tk/20212022/ah-tk-20212022-9401/1/metadataowms/metadata_owms.xml")
    real_owms = etree.parse(REAL / "koop" / "ah-tk-20202021-3235.metadata_owms.xml").getroot()

    assert {(row.get("name"), row.get("scheme")) for row in real} == {(row.get("name"), row.get("scheme")) for row in ours}
    assert (real_owms.tag, [child.tag for child in real_owms]) == (owms.tag, [child.tag for child in owms])
    assert {e.tag for e in real_owms.iter() if isinstance(e.tag, str)} == {e.tag for e in owms.iter() if isinstance(e.tag, str)}


def test_paging(reader: Reader) -> None:
    """Pages of 40 give all records once; the next position is absent on the last."""
    seen: list[str] = []
    start = "1"
    while start:
        root = reader.search(ANSWERS, maximumRecords="40", startRecord=start)
        seen += [e.text for e in root.iter(f"{DT}identifier")]
        start = root.findtext(f"{SRU}nextRecordPosition")
    total = int(reader.search(ANSWERS, maximumRecords="0").findtext(f"{SRU}numberOfRecords"))

    assert len(seen) == len(set(seen)) == total > 80
    assert not list(reader.search(ANSWERS, maximumRecords="0").iter(f"{SRU}record"))


def test_default_of_ten(reader: Reader) -> None:
    """Without maximumRecords ten records come."""
    root = reader.xml("/sru", params={"operation": "searchRetrieve", "query": ANSWERS})

    assert len(list(root.iter(f"{SRU}record"))) == 10


REFUSALS = [
    ({"query": ""}, "1/7", "no query"), ({"query": "x", "version": "1.1"}, "1/5", "an old version"), ({"query": "x", "operation": "scan"}, "1/4", "another operation"),
    ({"query": "x", "startRecord": "zero"}, "1/6", "no number"), ({"query": "x", "startRecord": "0"}, "1/6", "positions begin at one"),
    ({"query": 'keyword="x"'}, "1/16", "unknown index"), ({"query": "(x"}, "1/10", "no end"), ({"query": 'a=="b" c'}, "1/10", "no boolean"),
    ({"query": 'dt.title<"x"'}, "1/19", "words are not less"), ({"query": "x sortBy nothing"}, "1/16", "unknown sort index"), ({"query": '"x'}, "1/10", "no end of quotes"),
    ({"query": "(" * 80 + "x" + ")" * 80}, "1/48", "too deep"),
]


@pytest.mark.parametrize(("parameters", "uri", "why"), REFUSALS)
def test_refusals(reader: Reader, parameters: dict[str, str], uri: str, why: str) -> None:
    """With status 200, one diagnostic, and no number of records."""
    answer = reader.get("/sru", params=parameters)
    root = etree.fromstring(answer.content)

    assert answer.status_code == 200
    assert (next(root.iter("{*}uri")).text or "").endswith(uri), why
    assert root.find(f"{SRU}numberOfRecords") is None


QUERIES = [
    ('dt.title="de bibliotheek van VENNEKERK"', 2, "a phrase, whatever its case"),
    ('dt.title="bibliotheek vennekerk"', 0, "no phrase"),
    ('dt.title any "vennekerk zwanenvelt" and w.subrubriek=="Antwoord" and w.vergaderjaar=="2021-2022"', 2, "any of the words"),
    ('dt.title all "vennekerk bibliotheek"', 2, "all of the words"),
    ('w.vraagnummer=="2021Z90402" not w.publicatienaam=="Kamervragen zonder antwoord"', 2, "not"),
    ('w.vraagnummer=="2021Z90401" or w.vraagnummer=="2021Z90402" and w.subrubriek=="Antwoord"', 2, "equal precedence, from left to right"),
    ('w.vraagnummer=="2021Z90401" or (w.vraagnummer=="2021Z90402" and w.subrubriek=="Antwoord")', 3, "brackets"),
    ("(w.vraagnummer==2021Z90402)and(dt.available>=2021-12-24)AND(dt.available<2022-01-14)", 1, "no blanks, half-open days"),
    ('w.documentstatus=="Onopgemaakt" and dt.identifier=="ah-9900510"', 1, "PDF alone"),
    ('w.indiener="Klaverblad" and w.vergaderjaar=="2021-2022" and w.publicatienaam=="Kamervragen zonder antwoord"', 6, "a surname"),
]


@pytest.mark.parametrize(("query", "count", "why"), QUERIES)
def test_queries(reader: Reader, query: str, count: int, why: str) -> None:
    """How many records a query finds."""
    assert count == len(reader.ids(query)), why


def test_explain(reader: Reader) -> None:
    """Server, database, and the indexes with their sets."""
    root = reader.xml("/sru", params={"operation": "explain"})
    info = next(root.iter("{*}indexInfo"))
    names = {f"{name.get('set')}.{name.text}" for name in info.iter("{*}name")}

    assert {"dt.modified", "w.publicatienaam", "c.product-area", "cql.textAndIndexes"} <= names


def test_tokens_of_phrases() -> None:
    """Accents and case do not count; 's-Gravenhage is one token; parts of tokens are none."""
    assert contains("Financiën in ’s-Gravenhage", "FINANCIEN in")
    assert not contains("Bibliotheken", "bibliotheek")
    assert not contains("x", "")


def test_reading_stops_at_nonsense() -> None:
    """A megabyte of brackets is refused, not followed."""
    with pytest.raises(CqlError):
        read_cql("(" * 1_000_000)
