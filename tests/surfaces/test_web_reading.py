"""``/lees``: any document, from anyone: what stands in it, or one clear line."""

import io
import zipfile

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.surfaces.test_web_security import assert_harmless

LETTER = """AH 9999
2025Z99001
Antwoord van minister Duinker (Infrastructuur en Waterstaat) (ontvangen 12 januari 2026)

Vraag 1
Kent u het bericht «Veenkade zakt weg»? 1)

Antwoord 1
Ja.

Vraag 2
Klopt het dat er scheuren zijn?

Vraag 3
Worden die gemeten?

Antwoord 2 en 3
Dat klopt, zie Kamerstuk 99 123, nr. 45.

1) De Veenbode, 1 november 2025.
"""


def hand_in(site: httpx.Client, data: bytes, name: str = "brief.txt", address: str = "/lees") -> httpx.Response:
    """The answer to a file handed in."""
    return site.post(address, files={"bestand": (name, data)}, data={"tekst": ""})


def test_a_document_is_read_and_shown(site: httpx.Client) -> None:
    """Its facts, its pairs with joint answers once, and what became of each character."""
    answer = hand_in(site, LETTER.encode())
    tree = HTMLParser(answer.text)
    passages = [" ".join(part.text(separator=" ").split()) for part in tree.css(".passage-main")]
    assert answer.status_code == 200
    assert len(passages) == 2
    assert "Antwoord op de vragen 2 en 3" in passages[1]
    assert "12 januari 2026" in tree.css_first(".facts-table").text()
    roles = {node.text() for node in tree.css(".account .role b")}
    assert {"vraag 1", "antwoord 1", "vraag 2", "vraag 3"} <= roles
    assert "".join(LETTER.split()) == "".join("".join(node.text(deep=False) for node in tree.css(".account .role")).split())


def test_pasted_text_is_read_too(site: httpx.Client) -> None:
    """Without a file the pasted text counts; in English too."""
    answer = site.post("/en/lees", files={"bestand": ("", b"")}, data={"tekst": LETTER})
    assert answer.status_code == 200
    assert "Answer to questions 2 and 3" in " ".join(HTMLParser(answer.text).text(separator=" ").split())


def bomb() -> bytes:
    """A Word file that unpacks to far more than it is."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", b"<w>" + b" " * 400_000_000)
    return target.getvalue()


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]>
<officiele-publicatie><kamervragen>&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;</kamervragen></officiele-publicatie>"""

BAD = [
    (b"", "leeg.txt", 422, "an empty file"),
    (b"\x00\x01\x02\x03" * 500, "ding.bin", 422, "no document"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "foto.pdf", 422, "a picture under another name"),
    (b"PK\x03\x04kapot", "brief.docx", 422, "a broken Word file"),
    (b"%PDF-1.4\n%broken", "brief.pdf", 422, "a broken PDF"),
    (bomb(), "bom.docx", 422, "a Word file that unpacks to gigabytes"),
    (LAUGHS, "lach.xml", 422, "a billion laughs"),
    (b"x" * (11 * 1024 * 1024), "groot.txt", 413, "more than may be handed in"),
]


@pytest.mark.parametrize(("data", "name", "status", "why"), BAD)
def test_what_cannot_be_read_is_one_line(site: httpx.Client, data: bytes, name: str, status: int, why: str) -> None:
    """The right status and a sentence in Dutch; the site goes on."""
    answer = hand_in(site, data, name)
    assert answer.status_code == status, (why, answer.text[:400])
    assert site.get("/lees").status_code == 200


def test_what_holds_too_much_is_cut_and_says_so(site: httpx.Client) -> None:
    """More questions than any set has: the first are shown, the others counted."""
    answer = hand_in(site, "".join(f"Vraag {number}\nWaarom?\n\n" for number in range(1, 601)).encode())
    assert answer.status_code == 200
    assert len(HTMLParser(answer.text).css("section.question")) == 500
    assert "Nog 100 vragen" in answer.text


def test_a_hostile_document_stays_words(site: httpx.Client) -> None:
    """Scripts, in the words and in the file's name, are shown as what they are."""
    hostile = LETTER.replace("Ja.", "<script>alert(1)</script><img src=x onerror=alert(1)>")
    answer = hand_in(site, hostile.encode(), '"><script>alert(1)</script>.txt')
    assert answer.status_code == 200
    assert "&lt;script&gt;" in answer.text
    assert_harmless(answer.text, "/lees")


def test_other_forms_are_refused(site: httpx.Client) -> None:
    """A body that is no form of ours."""
    assert site.post("/lees", content=b"x=1", headers={"content-type": "text/plain"}).status_code == 400
    assert site.post("/lees", content=b"kapot", headers={"content-type": "multipart/form-data; boundary=x"}).status_code in {400, 422}
    assert site.post("/lees", headers={"content-type": "multipart/form-data"}).status_code == 400
