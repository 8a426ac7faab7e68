"""Printed forms of references and what they point at (forms of the reference grammar, numbers of our own)."""

import pytest

from navraag.enrichment.references import cited, find_references

PAPERS = [
    ("Kamerstuk 91 638, nr. 166", ("kst-91638-166",)),
    ("Kamerstukken II 2021/22, 91 628, nr. 1099", ("kst-91628-1099",)),
    ("Kamerstukken, 2022-2023, 91628, nr. 1135", ("kst-91628-1135",)),
    ("Kamerstuk 91047, nr. 25, Bijlage 2", ("kst-91047-25",)),
    ("Kamerstuk 91925-VI-56", ("kst-91925-VI-56",)),
    ("Kamerstuk91 432, nr.502", ("kst-91432-502",)),  # a PDF lost its spaces
    ("Kamerstuk 91\u00a0638, nr.\u00a0166", ("kst-91638-166",)),  # no-break spaces
    ("Kamerstuk 21 501-02, nr.2870", ("kst-21501-02-2870",)),  # 21501 has a fixed second half
    ("Kamerstuk 21501-20-2128", ("kst-21501-20-2128",)),
    ("Kamerstuk 91424-67", ("kst-91424-67",)),  # any other dossier with a dash: the number
    ("2020/21,  91690, nr. 3", ("kst-91690-3",)),  # two blanks, no cue
    ("Kamerstukken 91 645, nr. 811 en 91 984, nr. 1207", ("kst-91645-811", "kst-91984-1207")),
    ("(Kamerstukken II 2021/22,91 021, nr.6; I 2022/23, 91 021, B).", ("kst-91021-6", "kst-91021-B")),
    ("de brief (91 432-537)", ("kst-91432-537",)),
    ("Eerste Kamer, 91 373, H", ("kst-91373-H",)),
    ("(TK vergaderjaar 2023–2024, 91 410 XVI, nr. 116)", ("kst-91410-XVI-116",)),
    ("Tweede Kamer, vergaderjaar 2023–2024, 91 066, nr. 1372", ("kst-91066-1372",)),
    ("Kamerstukken II, vergaderjaar 2022/2023 91 229, nr. 29", ("kst-91229-29",)),
    ("Kamerstuk 91 793 nr. 274. Verwachtingen", ("kst-91793-274",)),
    ("Kamerstuk 91 600 XII, nrs. 42 en 43", ("kst-91600-XII-42", "kst-91600-XII-43")),
    ("Kamerstuk 91 839, nr. 1031, 5 november 2024", ("kst-91839-1031",)),  # a date follows, no second number
    ("Kamerstuk 91 775 (R2090), nr. 5", ("kst-91775-5",)),
    ("wetsvoorstel, Kamerstuk 91 546", ("kst-91546",)),  # a bill known by its dossier alone
    ("https://example.org/x?qry=wetsvoorstel:91546", ("kst-91546",)),
    ("motie zonder nummer, 25 000 mensen, 12 345 euro, nr. 45", ()),
]
OTHERS = [
    ("Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 9156", ("ah-tk-20242025-9156",)),
    ("Aanhangsel van de Handelingen II, 2022/-23, nr. 9823", ("ah-tk-20222023-9823",)),  # a slip that occurs
    ("Aanhangsel Handelingen II 2017/18, nr. 9696", ("ah-tk-20172018-9696",)),
    ("AanhangselHandelingen, vergaderjaar 2024–2025,nrs. 9016 en 9044", ("ah-tk-20242025-9016", "ah-tk-20242025-9044")),
    ("vergaderjaar 2023–2024, Aanhangsel van de Handelingen 9386.", ("ah-tk-20232024-9386",)),
    ("ah-tk-20202021–9345", ("ah-tk-20202021-9345",)),
    ("ah-tk-2017–2018, nr.9509", ("ah-tk-20172018-9509",)),  # half an id, half a citation
    ("kenmerk 2017Z90825 en 2024Z 97972", ("2017Z90825", "2024Z97972")),
    ("Kamerstuk 2024Z90081", ("2024Z90081",)),  # a Z-number called Kamerstuk stays a Z-number
    ("https://example.org/detail?id=2024D92030&did=2024D92030", ("2024D92030",)),
    ("Stb. 2024, 213, ECLI:NL:RVS:2024:3946, Verordening (EU) 2023/1115, vraag 3", ()),  # findings, no papers
]
KINDS = [
    ("Stb. 2024, 213", "gazette", "stb-2024-213"),
    ("Staatscourant 2019, nr. 1234", "gazette", "stcrt-2019-1234"),
    ("ECLI:NL:RVS:2024:3946.", "case_law", "ECLI:NL:RVS:2024:3946"),
    ("Verordening (EU) 2023/1115", "eu_act", "celex:32023R1115"),
    ("Richtlijn 2006/123/EG", "eu_act", "celex:32006L0123"),
    ("Handelingen II 2021/22, nr. 34, item 7", "proceedings", "h-tk-20212022-34-7"),
    ("nos.nl/artikel/12.", "url", "https://nos.nl/artikel/12"),
    ("(www.example.nl/a_(b))", "url", "https://www.example.nl/a_(b)"),
]


@pytest.mark.parametrize(("text", "targets"), PAPERS + OTHERS)
def test_papers_are_cited_by_their_official_ids(text: str, targets: tuple[str, ...]) -> None:
    """Every printed form gives the id under which the paper is published."""
    assert targets == cited(text)


@pytest.mark.parametrize(("text", "kind", "target"), KINDS)
def test_other_references(text: str, kind: str, target: str) -> None:
    """Gazettes, rulings, EU acts and addresses are found and normalised."""
    assert [(kind, target)] == [(r.kind, r.target) for r in find_references(text)]


def test_internal_references_name_their_questions() -> None:
    """Lists and ranges of question numbers are read."""
    numbers = [r.numbers for r in find_references("Zie het antwoord op de vragen 3, 4 en 9 en mijn antwoord op vraag 2 t/m 4.")]

    assert [(3, 4, 9), (2, 3, 4)] == numbers


def test_a_reference_quotes_the_text() -> None:
    """The span of a reference is its printed form."""
    text = "Zie Kamerstuk 91 638, nr. 166 en www.example.nl/stuk."

    assert all(text[r.start : r.end] == r.printed for r in find_references(text))


@pytest.mark.parametrize("piece", ["1", " ", "9", "12 345", "Kamerstuk ", "nr. 1, ", "-", "a.", "vraag 1, ", "2021/22, ", "Aanhangsel "])
def test_long_repetitions_take_linear_time(piece: str) -> None:
    """A hundred thousand repetitions end: no pattern backtracks without bound."""
    find_references(piece * (300_000 // len(piece)))
