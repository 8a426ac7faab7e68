"""``/precedenten`` and what stands beside a case: drafts handed in, files given back, nothing kept."""

import io
import shutil
import time
from pathlib import Path

import httpx
import pytest
from docx import Document
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from navraag.parsing import parse
from tests.surfaces.serving import serving
from tests.surfaces.test_web_security import assert_harmless
from tests.surfaces.web_cases import LEAD, TODAY

ASKED = "Hoe worden de scheuren in Veenkade gemeten?"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def hand_in(site: httpx.Client, text: str = "", *, data: bytes = b"", name: str = "", address: str = "/precedenten", **fields: str) -> httpx.Response:
    """The answer to a draft."""
    return site.post(address, files={"bestand": (name, data)}, data={"tekst": text, **fields})


def found(answer: httpx.Response) -> list[str]:
    """The numbers of the pairs on a page."""
    return [node.text() for node in HTMLParser(answer.text).css(".hits .number")]


def test_a_pasted_question_finds_pairs(site: httpx.Client) -> None:
    """With score, shared words marked, who, when, citation and a way there."""
    answer = hand_in(site, ASKED)
    tree = HTMLParser(answer.text)

    assert 200 == answer.status_code
    assert f"{LEAD}/2" in found(answer)
    assert {"scheuren", "gemeten"} & {mark.text().lower() for mark in tree.css(".hits mark")}
    assert "van 100" in tree.css_first(".score").text()
    assert any(f"/kamervraag/{LEAD}/" in (link.attributes["href"] or "") for link in tree.css(".hits h4 a"))
    assert ASKED in tree.css_first("textarea").text()


def test_nothing_is_kept(site: httpx.Client, web_home: Path) -> None:
    """No answer to a draft may be cached, and no file of the registry holds its words."""
    secret = "zwavelgele waterjuffers bij Zandhorst"
    answer = hand_in(site, f"Waarom zijn er {secret} in Veenkade?")

    assert "no-store" == answer.headers["cache-control"]
    assert not [file for file in web_home.rglob("*") if file.is_file() and secret.encode() in file.read_bytes()]


def test_several_questions_and_formulas(site: httpx.Client) -> None:
    """Each has its own list; the question that ends every set has none."""
    tree = HTMLParser(hand_in(site, f"{ASKED}\n\nKunt u deze vragen afzonderlijk beantwoorden?").text)
    sections = tree.css("section.asked")

    assert 2 == len(sections)
    assert not sections[1].css(".hits li")


def test_a_word_file(site: httpx.Client) -> None:
    """As made by the site itself."""
    made = site.get(f"/kamervraag/{LEAD}/concept.docx")
    answer = hand_in(site, data=made.content, name="concept.docx")

    assert WORD == made.headers["content-type"]
    assert 200 == answer.status_code
    assert len(parse(made.content, name="c.docx").content.questions) == len(HTMLParser(answer.text).css("section.asked"))


def test_by_number(site: httpx.Client) -> None:
    """A case, or a question of it, in the address: to share."""
    whole, one = site.get("/precedenten", params={"nr": LEAD}), site.get("/en/precedenten", params={"nr": f"{LEAD}/2"})

    assert (200, 200) == (whole.status_code, one.status_code)
    assert 1 == len(HTMLParser(one.text).css("section.asked")) < len(HTMLParser(whole.text).css("section.asked"))
    assert "Asked before" in one.text
    assert not [number for number in found(whole) if number.startswith(LEAD)]


def test_files_to_take_along(site: httpx.Client) -> None:
    """The same as Word and as Markdown, for a draft and for a number."""
    word, text = hand_in(site, ASKED, vorm="word"), hand_in(site, ASKED, vorm="markdown")
    asked = site.get("/precedenten", params={"nr": LEAD, "vorm": "word"})

    assert "Precedenten" == Document(io.BytesIO(word.content)).paragraphs[0].text
    assert text.text.startswith("# Precedenten")
    assert f"Precedenten bij {LEAD}" == Document(io.BytesIO(asked.content)).paragraphs[0].text
    assert "attachment" in word.headers["content-disposition"]


def test_filters(site: httpx.Client) -> None:
    """A ministry and a period narrow; what cannot be is said."""
    assert not found(hand_in(site, ASKED, van="2030-01-01"))
    assert not found(hand_in(site, ASKED, ministerie="def"))
    assert found(hand_in(site, ASKED, ministerie="ienw"))
    for wrong in ({"van": "gisteren"}, {"ministerie": "Zeezaken"}):
        answer = hand_in(site, ASKED, **wrong)
        assert 422 == answer.status_code
        assert HTMLParser(answer.text).css_first("[role=alert]")


BAD = [
    (b"", "", 200, "nothing was handed in"), (b"\x7fELF\x00\x01", "a.docx", 422, "a program"), (b"%PDF-1.4\ngarbage", "a.pdf", 422, "half a file"),
    (b"x" * (11 * 1024 * 1024), "groot.txt", 413, "too large"), (b"x" * (50 * 1024 * 1024), "groter.docx", 413, "fifty megabytes"),
    (b"Beste lezer, hier staat niets dat vraagt.", "brief.txt", 422, "no questions"),
]


@pytest.mark.parametrize(("data", "name", "status", "why"), BAD)
def test_what_is_no_draft(site: httpx.Client, data: bytes, name: str, status: int, why: str) -> None:
    """One clear line in both languages, soon."""
    begun = time.monotonic()
    for address in ("/precedenten", "/en/precedenten"):
        try:
            answer = hand_in(site, data=data, name=name, address=address)
        except httpx.WriteError:
            continue  # the server refused before everything was sent
        assert answer.status_code in {status, 422 if status == 200 else status}, why
        assert answer.status_code == 413 or HTMLParser(answer.text).css_first("[role=alert]"), why
    assert time.monotonic() - begun < 60


HOSTILE = ["<script>alert(1)</script>?", "\x00\x1b\u202e?", "'\"><img src=x onerror=alert(1)>?", "[](){}\\?" * 100, "?" * 5000, "de " * 3000 + "?", "a" * 200_000 + "?"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_drafts_stay_words(site: httpx.Client, text: str) -> None:
    """Nothing of them becomes part of the page."""
    answer = hand_in(site, text)

    assert 200 == answer.status_code
    assert_harmless(answer.text, "/precedenten")


@pytest.mark.parametrize("form", ["word", "markdown"])
def test_hostile_drafts_make_files(site: httpx.Client, form: str) -> None:
    """Whatever stands in them."""
    assert 200 == hand_in(site, "\n\n".join(HOSTILE[:4]), vorm=form).status_code


def test_beside_a_case(country: httpx.Client) -> None:
    """Kindred cases on its page and on a page of their own, with files to work with."""
    page, beside = country.get("/kamervraag/2021Z90401/"), country.get("/kamervraag/2021Z90401/verwant")
    links = [link.attributes["href"] for link in HTMLParser(beside.text).css("main a")]

    assert [link for link in (one.attributes["href"] for one in HTMLParser(page.text).css("section[aria-labelledby=verwant] li a")) if link.startswith("/kamervraag/")]
    assert "/kamervraag/2021Z90401/concept.docx" in links
    assert any(link.startswith("/kamervraag/2022Z") for link in links)
    assert 200 == country.get("/en/kamervraag/2021Z90401/verwant").status_code
    assert 404 == country.get("/kamervraag/2021Z00000/verwant").status_code
    assert 404 == country.get("/kamervraag/2021Z00000/concept.docx").status_code


def test_follow_up_questions(country: httpx.Client) -> None:
    """As a Word file that our own parser reads."""
    made = country.get("/kamervraag/2021Z90401/vervolg.docx")

    assert WORD == made.headers["content-type"]
    parse(made.content, name="vervolg.docx")


def test_without_an_index(web_home: Path, tmp_path: Path) -> None:
    """The page says so and how it is mended; a case is shown without what stands beside it."""
    shutil.copytree(web_home, tmp_path / "home")
    shutil.rmtree(tmp_path / "home" / "index")
    with serving(tmp_path / "home", TODAY) as base, httpx.Client(base_url=base, timeout=30) as client:
        answers = [hand_in(client, ASKED), client.get("/precedenten", params={"nr": LEAD}), client.get(f"/kamervraag/{LEAD}/verwant"), client.get(f"/kamervraag/{LEAD}/concept.docx")]
        assert [503] * 4 == [one.status_code for one in answers]
        assert "rebuild --index" in answers[0].text
        assert 200 == client.get(f"/kamervraag/{LEAD}/").status_code
