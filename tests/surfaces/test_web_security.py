"""Hostile words, hostile documents, hostile requests: nothing of theirs ever runs, and nothing leaves the site."""

import dataclasses
import typing
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from navraag.records.cases import Case
from tests.surfaces.serving import serving
from tests.surfaces.web_cases import LEAD, TODAY, build, lead_case

PAYLOAD = "\"'><img src=x onerror=alert(1)><script>alert(1)</script></textarea></title><svg/onload=alert(1)>{{7*7}}&lt;b&gt;"
ADDRESS = "javascript:alert(1)"
# Numbers, ids and labels lead readers to the case; everything else is whatever somebody printed.
KEPT = {"number", "case", "answer_set", "id", "sha256", "layout", "target"}


def poisoned(record: object) -> object:
    """A record with the payload in every text field, and a script as every address."""
    if isinstance(record, tuple):
        return tuple(poisoned(part) for part in record)
    if not dataclasses.is_dataclass(record) or isinstance(record, type):
        return PAYLOAD if isinstance(record, str) else record
    hints = typing.get_type_hints(type(record))
    changed = {field.name: _value(field.name, hints[field.name], getattr(record, field.name)) for field in dataclasses.fields(record)}
    return dataclasses.replace(record, **changed)


def _value(name: str, hint: object, value: object) -> object:
    choices = {typing.get_origin(part) for part in (hint, *typing.get_args(hint))}
    if name in KEPT or typing.Literal in choices or value is None:
        return value
    if isinstance(value, str):
        return ADDRESS if name == "url" else PAYLOAD
    return (ADDRESS, PAYLOAD) if name == "urls" else poisoned(value)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A site whose one case is poisoned in every field."""
    home = tmp_path_factory.mktemp("hostile")
    case = poisoned(lead_case())
    assert isinstance(case, Case)
    build(home, [case], kind="real")
    with serving(home, TODAY) as base, httpx.Client(base_url=base, timeout=30) as client:
        yield client


def assert_harmless(text: str, address: str) -> None:
    """No element, attribute or address of the payload became part of the page."""
    tree = HTMLParser(text)
    assert not tree.css("img, iframe, object, embed, base, style"), address
    assert {script.attributes.get("src", "")[:8] for script in tree.css("script")} == {"/static/"}, address
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on"), (address, node.html)
            assert name != "style", (address, node.html)
            if name in {"href", "src", "action"}:
                assert (value or "").startswith(("/", "#", "https://", "http://")), (address, value)


def test_words_of_documents_never_become_markup(hostile: httpx.Client) -> None:
    """Every page that shows a case, in both languages, with the payload in every field."""
    label = HTMLParser(hostile.get(f"/kamervraag/{LEAD}/").text).css_first(".question h3 a").attributes["href"]
    addresses = ["/", "/kamervragen/", f"/kamervraag/{LEAD}/", label, "/check", "/check?soort=" + "x", "/over"]
    for address in [prefix + address for address in addresses for prefix in ("", "/en")]:
        answer = hostile.get(address, follow_redirects=True)
        assert answer.status_code == 200, address
        assert_harmless(answer.text, address)
    assert PAYLOAD[:20].replace('"', "&#34;").replace("'", "&#39;")[:5] in hostile.get(f"/kamervraag/{LEAD}/").text


ECHOES = [
    f"/kamervragen/?zoek={PAYLOAD}", f"/kamervragen/?van={PAYLOAD}", f"/kamervragen/?partij={PAYLOAD}", f"/kamervragen/?aan={PAYLOAD}",
    f"/kamervragen/?onderwerp={PAYLOAD}", f"/kamervragen/?jaar={PAYLOAD}", f"/kamervragen/?status={PAYLOAD}", f"/check?soort={PAYLOAD}",
    f"/kamervraag/{PAYLOAD.replace('/', '')}/", f"/kamervraag/{LEAD}/{PAYLOAD.replace('/', '')}", f"/over?{PAYLOAD}",
]


def test_what_an_address_holds_is_only_shown(site: httpx.Client) -> None:
    """Filters, numbers and labels of the address come back as words."""
    for address in ECHOES:
        answer = site.get(httpx.URL(address))
        assert answer.status_code in {200, 400, 404}, address
        assert_harmless(answer.text, address)


def test_every_answer_carries_the_headers(site: httpx.Client) -> None:
    """Pages, data, files, redirects and errors: nothing from elsewhere, no script in the page, no guessing of types."""
    for address in ("/", f"/kamervraag/{LEAD}/", f"/kamervraag/{LEAD}.json", "/static/style.css", "/nergens", "/kamervragen"):
        headers = site.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy, address
        assert "unsafe" not in policy, address
        assert "frame-ancestors 'none'" in policy, address
        assert headers["x-content-type-options"] == "nosniff", address
        assert headers["referrer-policy"] == "no-referrer", address


def test_raw_documents_are_never_active(site: httpx.Client) -> None:
    """HTML with a script is handed out as a file or as plain text, in a sandbox."""
    address = HTMLParser(site.get(f"/kamervraag/{LEAD}/").text).css_first("a[href^='/document/']").attributes["href"]
    file, text = site.get(f"{address}/bestand").headers, site.get(f"{address}/tekst").headers
    assert file["content-disposition"].startswith("attachment;")
    assert file["content-type"] == "application/octet-stream"
    assert text["content-type"] == "text/plain; charset=utf-8"
    for headers in (file, text):
        assert headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in headers["content-security-policy"]
    shown = site.get(address).text
    assert "&lt;script&gt;alert(1)" in shown
    assert_harmless(shown, address)


def test_a_hostile_host_stays_words(site: httpx.Client) -> None:
    """The Host header ends up in citations: escaped, and never in a page that others get."""
    answer = site.get(f"/kamervraag/{LEAD}/3", headers={"host": 'x"><script>alert(1)</script>'})
    if answer.status_code == 200:
        assert_harmless(answer.text, "host")


def test_a_registry_that_cannot_be_read_is_a_plain_page(tmp_path: Path) -> None:
    """500 in plain Dutch, without a trace of how."""
    build(tmp_path)
    with serving(tmp_path, TODAY) as base:
        for blob in (path for path in (tmp_path / "blobs").rglob("*") if path.is_file()):
            blob.write_bytes(b"damaged")
        with httpx.Client(base_url=base, timeout=30) as client:
            address = HTMLParser(client.get(f"/kamervraag/{LEAD}/").text).css_first("a[href^='/document/']").attributes["href"]
            answer = client.get(address)
    assert answer.status_code == 500
    assert "De fout ligt bij ons" in answer.text
    assert "Traceback" not in answer.text
