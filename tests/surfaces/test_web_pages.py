"""Every kind of page, over HTTP: what must stand on it, and that nothing on it leads nowhere."""

import json
import re

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.surfaces.web_cases import LEAD, PAPER, lead_case

CASE = f"/kamervraag/{LEAD}/"


def page(site: httpx.Client, address: str, status: int = 200) -> HTMLParser:
    """A page, parsed."""
    answer = site.get(address)
    assert answer.status_code == status, address
    return HTMLParser(answer.text)


def words(node: HTMLParser, selector: str) -> str:
    """The words of the first element that matches, white space squeezed."""
    found = node.css_first(selector)
    assert found is not None, selector
    return " ".join(found.text().split())


def document_of(site: httpx.Client) -> str:
    """The address of the one raw document."""
    return page(site, CASE).css_first("a[href^='/document/']").attributes["href"]


@pytest.fixture(scope="module")
def addresses(site: httpx.Client) -> list[str]:
    """One address of every kind of page, in both languages."""
    kinds = ["/", "/kamervragen/", "/kamervragen/?status=open&volgorde=langst-open", CASE, f"/kamervraag/{LEAD}/3", document_of(site),
             "/check", "/dekking", "/check?soort=pairing.answer-without-question", "/over", "/lees"]
    return [prefix + kind for kind in kinds for prefix in ("", "/en")]


def test_every_page_is_whole(site: httpx.Client, addresses: list[str]) -> None:
    """One h1, one main, a skip link, a language, no id twice, no anchor without a target, at most 60 kB."""
    for address in addresses:
        answer = site.get(address)
        tree = HTMLParser(answer.text)
        assert answer.status_code == 200, address
        assert len(answer.content) <= 60_000, address
        assert [len(tree.css(tag)) for tag in ("h1", "main", "title", "header.masthead", "footer")] == [1] * 5, address
        assert tree.css_first("html").attributes["lang"] == ("en" if address.startswith("/en") else "nl"), address
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids)), (address, sorted(i for i in ids if ids.count(i) > 1))
        anchors = {node.attributes["href"][1:] for node in tree.css("a[href^='#']")}
        assert anchors <= set(ids), (address, anchors - set(ids))


def test_every_link_of_ours_leads_somewhere(site: httpx.Client, addresses: list[str]) -> None:
    """No page links to a page of ours that is not there; cases that are only cited may be absent."""
    own = set()
    for address in addresses:
        own |= {node.attributes["href"].split("#")[0] for node in HTMLParser(site.get(address).text).css("a[href^='/'], link[href^='/']")}
    absent = {address: site.get(address).status_code for address in sorted(own) if address}
    wrong = {address: status for address, status in absent.items() if status != 200 and not re.search(r"2025Z91002", address)}
    assert not wrong


def test_every_label_names_its_field(site: httpx.Client, addresses: list[str]) -> None:
    """Each form field has a label: around it, or by its id."""
    for address in addresses:
        tree = HTMLParser(site.get(address).text)
        named = {label.attributes.get("for") for label in tree.css("label")}
        for field in tree.css("input, select, textarea"):
            inside = any(ancestor.tag == "label" for ancestor in _ancestors(field))
            assert inside or field.attributes.get("id") in named or "aria-labelledby" in field.attributes, (address, field.html)


def _ancestors(node: object) -> list[object]:
    found = []
    while (node := getattr(node, "parent", None)) is not None:
        found.append(node)
    return found


def test_the_header_tells_who_did_what(site: httpx.Client) -> None:
    """Asked by, asked of, answered by and mede namens apart; both terms, the days, the days over."""
    tree = page(site, CASE)
    rows = [" ".join(row.text(separator=" ").split()) for row in tree.css(".case-head .facts-table > div")]
    for row in (
        "Gesteld door Wiersema (Veenpartij) Okonjo (Stadslijst)",
        "Gesteld aan Minister van Infrastructuur en Waterstaat",
        "Beantwoord door Duinker (minister van Infrastructuur en Waterstaat)",
        "Mede namens Staatssecretaris van Volksgezondheid, Welzijn en Sport",
        "Nader beantwoord door Duinker (minister van Infrastructuur en Waterstaat)",
        "Ingezonden 3 november 2025",
        "Uiterlijk 24 november 2025, na uitstel 15 december 2025",
        "Beantwoord 12 januari 2026 (na 70 dagen)",
    ):
        assert row in rows, rows
    assert words(tree, ".standing") == (
        "te laat beantwoord Beantwoord op 12 januari 2026, na 70 dagen. "
        "Dat is 28 dagen over de termijn van zes weken, die na uitstel geldt."
    )


def test_the_course_of_a_case_stands_in_order(site: httpx.Client) -> None:
    """Tabled, notice, the end of both terms, the answer, the further answer: each with its day."""
    course = [" ".join(day.text().split()) for day in page(site, CASE).css(".course .day")]
    assert course == [
        "3 november 2025", "24 november 2025 dag 21", "24 november 2025 dag 21", "15 december 2025 dag 42",
        "12 januari 2026 dag 70", "9 februari 2026 dag 98",
    ]
    assert "niet binnen de gebruikelijke termijn" in words(page(site, CASE), ".course .notice .words")


def test_each_question_has_its_answer_beneath(site: httpx.Client) -> None:
    """Joint answers once with the questions they cover, a later answer beside the first, an unpaired question says so."""
    passages = [" ".join(part.text().split()) for part in page(site, CASE).css(".passage-main")]
    assert len(passages) == 5  # questions 3 and 4 stand together
    assert "Antwoord op de vragen 3 en 4" in passages[2]
    assert passages[1].index("De gemeente meet sinds") < passages[1].index("Nader antwoord")
    assert "geen antwoord met dit nummer" in passages[4]
    assert words(page(site, CASE), "#wees") == "Antwoorden zonder vraag"


def test_notes_lead_there_and_back(site: httpx.Client) -> None:
    """Each mark leads to its note and the note back; a mark never touches a number; a note without a mark is shown."""
    tree = page(site, CASE)
    for mark in tree.css("a[role=doc-noteref]"):
        note = tree.css_first(mark.attributes["href"])
        assert note.css_first("a.back").attributes["href"] == f"#{mark.attributes['id']}"
    assert '91<sup class="mark">' in site.get(CASE).text
    assert "Deze noot heeft geen teken" in words(tree, ".other-notes")


def test_references_can_be_opened(site: httpx.Client) -> None:
    """Papers, appendices, other cases, addresses, and the answer to another question of the same case."""
    links = {node.text(): node.attributes["href"] for node in page(site, CASE).css(".words a, .notes a")}
    assert links["motie-Wiersema c.s. (Kamerstuk 99 123, nr. 45)"] == "https://zoek.officielebekendmakingen.nl/kst-99123-45.html"
    assert links["Zie het antwoord op vraag 2"] == f"{CASE}#vraag-2"
    assert links["2025Z91002"] == "/kamervraag/2025Z91002/"
    assert links["pagina van het meetnet"] == "https://meetnet.example/veen"
    assert links["https://veenstede.example/kade"] == "https://veenstede.example/kade"


def test_structure_of_texts_is_kept(site: httpx.Client) -> None:
    """Tables stay tables, lists stay lists."""
    tree = page(site, CASE)
    assert [cell.text() for cell in tree.css(".answer table tr:nth-child(3) td")] == ["2024", "21", "9"]
    assert words(tree, ".answer .items li") == "a) alle metingen per straat publiceren;"


def test_versions_show_what_differs(site: httpx.Client) -> None:
    """Another printing of question 3: what it said struck out, what the page says underlined."""
    difference = page(site, CASE).css_first(".diff")
    assert [node.text() for node in difference.css("del")] == ["opvatting", "metingen"]
    assert [node.text() for node in difference.css("ins")] == ["mening", "meetgegevens"]


def test_related_cases_are_named(site: httpx.Client) -> None:
    """With their subject where the registry holds them."""
    tree = page(site, CASE)
    named = [" ".join(row.text().split()) for row in tree.css("section[aria-labelledby=verband] li")]
    assert named == ["Vult aan: 2025Z91002, De sloten van dorp 1002", "Vervolg op: 2024Z90003, De sloten van dorp 3", "Zie ook: ah-tk-20252026-9050"]


def test_a_pair_can_be_cited(site: httpx.Client) -> None:
    """The permalink of a pair holds its question, its answers and a citation with its own address."""
    tree = page(site, f"/kamervraag/{LEAD}/3")
    cited = tree.css_first("#citaat").text()
    assert cited == (
        f"Kamervraag {LEAD}, vraag 3 (Wiersema (Veenpartij), Okonjo (Stadslijst); ingezonden 3 november 2025; antwoord van "
        f"minister Duinker, 12 januari 2026, Aanhangsel Handelingen 2025-2026, nr. 9101). {site.base_url}/kamervraag/{LEAD}/3"
    ).replace("//kamervraag", "/kamervraag")
    assert "Dit antwoord geldt ook voor Vraag 4" in words(tree, ".passage-main")
    assert [link.attributes["href"] for link in tree.css("[rel=prev], [rel=next]")] == [f"/kamervraag/{LEAD}/2", f"/kamervraag/{LEAD}/4"]


MOVED = [
    (f"/kamervraag/{LEAD}", CASE, "a case without its slash"),
    (f"/kamervraag/{LEAD.lower()}/", CASE, "a small z"),
    ("/kamervraag/kv-2099123450/", CASE, "a former number"),
    ("/kamervraag/kv-tk-2025Z91001/", CASE, "the publication of the questions"),
    (f"/kamervraag/{LEAD}%7C2025Z91002/", CASE, "Open Kamer's joint numbers"),
    ("/kamervraag/kv-2099123450/3", f"{CASE}3", "a pair under a former number"),
    ("/kamervraag/kv-2099123450.json", f"/kamervraag/{LEAD}.json", "data under a former number"),
    ("/kamervragen/?title=sloten&status=beantwoord&page=2&categories=17", "/kamervragen/?zoek=sloten&status=beantwoord&pagina=2", "Open Kamer's list"),
    ("/kamervragen/tabel/2024/", "/kamervragen/?jaar=2024", "Open Kamer's table of a year"),
    ("/kamervragen", "/kamervragen/", "the list without its slash"),
    ("/en", "/en/", "the English front page without its slash"),
    (f"/en/kamervraag/{LEAD}", f"/en{CASE}", "a language is kept"),
]


@pytest.mark.parametrize(("old", "new", "why"), MOVED)
def test_old_addresses_keep_working(site: httpx.Client, old: str, new: str, why: str) -> None:
    """Each leads to today's address, for ever."""
    answer = site.get(old)
    assert (answer.status_code, answer.headers["location"]) == (301, new), why


ERRORS = [
    ("/kamervraag/2025Z91009/", 404, "2025Z91009 is hier niet bekend", "a case not held"),
    (f"/kamervraag/{LEAD}/77", 404, f"Vraag 77 van {LEAD} is hier niet bekend", "a question that the case has not"),
    ("/bestaat-niet", 404, "Deze pagina is er niet", "no such page"),
    ("/kamervragen/?jaar=abc", 400, "jaar=abc", "a year that is none"),
    ("/kamervragen/?pagina=-1", 400, "pagina=-1", "a page before the first"),
    ("/kamervragen/?status=zoek", 400, "status=zoek", "a state that is none"),
    ("/kamervragen/?zoek=" + "x" * 300, 400, "zoek=", "a search word without end"),
    ("/document/" + "0" * 64, 404, "niet", "a document not held"),
    ("/document/zzz", 404, "Deze pagina is er niet", "no sha256"),
    ("/static/geheim.txt", 404, "Deze pagina is er niet", "a file that is none of ours"),
    ("/static/..%2Fapp.py", 404, "Deze pagina is er niet", "a path that climbs"),
]


@pytest.mark.parametrize(("address", "status", "told", "why"), ERRORS)
def test_errors_are_told_plainly(site: httpx.Client, address: str, status: int, told: str, why: str) -> None:
    """The right status, a sentence in Dutch, a search field and a way on."""
    tree = page(site, address, status)
    assert told in words(tree, "main"), why
    assert tree.css_first("main form[role=search]") is not None
    assert tree.css_first("main a[href='/']") is not None


def test_what_cannot_be_asked_is_refused(site: httpx.Client) -> None:
    """Other methods than reading are refused, with what is allowed."""
    answer = site.delete(CASE)
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


def test_the_list_pages_with_a_total(site: httpx.Client) -> None:
    """36 cases on two pages, each once; the last page is never passed; filters stay in the addresses."""
    first, second = page(site, "/kamervragen/"), page(site, "/kamervragen/?pagina=2")
    assert words(first, ".total") == "36 sets vragen · bladzijde 1 van 2"
    numbers = [node.text() for tree in (first, second) for node in tree.css(".row .number")]
    assert len(numbers) == len(set(numbers)) == 36
    assert site.get("/kamervragen/?pagina=9").headers["location"] == "/kamervragen/?pagina=2"
    following = page(site, "/kamervragen/?jaar=2024").css_first("a[rel=next]").attributes["href"]
    assert following == "/kamervragen/?jaar=2024&pagina=2"


FILTERS = [
    ("status=open", {"2026Z92001", "2026Z92002", "2026Z92003", "2025Z92004"}, "open, with and without notice, late or not"),
    ("status=te-laat", {"2026Z92003", "2025Z92004"}, "overdue after three and after six weeks"),
    ("status=te-laat-beantwoord&jaar=2025", {LEAD}, "answered late"),
    ("partij=Veenpartij", {LEAD}, "party of one of the askers"),
    ("van=Wiersema", {LEAD}, "one of the askers"),
    ("zoek=VEENKADE+bewoners", {LEAD}, "words of the subject, capitals do not matter"),
    ("zoek=meetnet", set(), "words of the answer are no subject"),
]


@pytest.mark.parametrize(("query", "numbers", "why"), FILTERS)
def test_filters_let_through_what_they_say(site: httpx.Client, query: str, numbers: set[str], why: str) -> None:
    """Each filter alone, and what it lets through."""
    tree = page(site, f"/kamervragen/?{query}")
    assert {node.text() for node in tree.css(".row .number")} == numbers, why


def test_home_tells_what_is_new_and_what_waits(site: httpx.Client) -> None:
    """Newest, last answered, longest open, the counts and the last import; samples are marked."""
    tree = page(site, "/")
    assert words(tree, ".samples").startswith("VOORBEELD")
    assert "2 maart 2026" in words(tree, ".samples")
    firsts = {part.css_first("h2").text(): part.css_first(".number").text() for part in tree.css(".columns section")}
    assert firsts == {"Nieuwste vragen": "2026Z92001", "Pas beantwoord": LEAD, "Wacht het langst op antwoord": "2025Z92004"}
    figures = {row.css_first("dt").text(): row.css_first("dd").text() for row in tree.css(".figures div")}
    assert figures == {"sets vragen": "36", "vragen met tekst": "41", "beantwoord": "32", "open": "4", "over tijd": "2"}
    assert "Laatst ingelezen op 1 maart 2026." in words(tree, ".state-of-data")


def test_a_case_is_data_too(site: httpx.Client) -> None:
    """The JSON of a case has its pairs and its clock."""
    answer = site.get(f"/kamervraag/{LEAD}.json")
    shape = json.loads(answer.text)
    assert answer.headers["content-type"] == "application/json"
    assert [pair["label"] for pair in shape["pairs"]] == [pair.label for pair in lead_case().pairs]
    assert (shape["timeline"]["state"], shape["timeline"]["days_taken"]) == ("answered_late", 70)


def test_problems_are_shown_by_kind(site: httpx.Client) -> None:
    """The check page counts kinds, and lists the problems of one with its case."""
    tree = page(site, "/check?soort=pairing.answer-without-question")
    assert "pairing.answer-without-question" in words(tree, ".checks")
    assert tree.css_first(".problems a").attributes["href"] == CASE


def test_a_raw_document_is_shown_with_its_provenance(site: httpx.Client) -> None:
    """What it is, where it came from, which cases stand on it, and its bytes as they were."""
    address = document_of(site)
    tree = page(site, address)
    assert "1 maart 2026" in words(tree, "table")
    assert "antwoord.html" in words(tree, "h1")
    assert tree.css_first(f"dd a[href='{CASE}']") is not None
    assert site.get(f"{address}/bestand").content == PAPER


def test_pages_are_kept_until_something_changes(site: httpx.Client) -> None:
    """A page that the reader has already is not sent again; another host gets its own citation."""
    first = site.get(CASE)
    again = site.get(CASE, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    plain = site.get(CASE, headers={"accept-encoding": "identity"})
    assert (plain.text, first.headers["content-encoding"]) == (first.text, "gzip")
    assert "content-encoding" not in plain.headers
    other = site.get(CASE, headers={"host": "andere.example"})
    assert "http://andere.example/kamervraag/" in other.text
    assert "andere.example" not in site.get(CASE).text


def test_static_files_may_be_kept_for_ever(site: httpx.Client) -> None:
    """Style, script and icon: the right type, a year to keep, an address that changes with the file."""
    tree = page(site, "/")
    for node in tree.css("link[rel=stylesheet], link[rel=icon], script[src]"):
        answer = site.get(node.attributes.get("href") or node.attributes["src"])
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
