"""Two languages, each whole: no sentence is missing, left over or untranslated."""

import re
import string
from pathlib import Path

import httpx
from selectolax.lexbor import LexborHTMLParser as HTMLParser

import navraag.surfaces.web
from navraag.surfaces.web.translations import messages
from tests.surfaces.web_cases import LEAD

WEB = Path(navraag.surfaces.web.__file__).parent
# The same word in both languages.
SAME = {
    "asking.status.open", "home.open", "state.open", "status.open", "figures.axis_counts", "figures.json", "figures.n", "figures.outcome_open",
    "figures.th_open", "figures.th_sets", "furniture.issn", "site.other_code", "cite.case", "document.bytes", "waiting.form_json",
}


def holes(sentence: str) -> set[str]:
    """The names that a sentence has to be filled with."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_have_every_sentence() -> None:
    """The same keys with the same holes, none empty, none the same in both languages but for a listed few."""
    dutch, english = messages("nl").table, messages("en").table
    assert dutch.keys() == english.keys()
    for key, sentence in dutch.items():
        assert sentence.strip(), key
        assert holes(sentence) == holes(english[key]), key
        if key not in SAME and len(re.sub(r"\{\w+\}|\W", "", sentence)) > 3:
            assert sentence != english[key], key


def test_every_sentence_asked_for_exists_and_is_used() -> None:
    """What templates and modules ask for by name stands in the table; what stands there is asked for."""
    sources = "\n".join(path.read_text(encoding="utf-8") for path in [*WEB.rglob("*.html"), *WEB.rglob("*.py")])
    table = messages("nl").table
    asked = set(re.findall(r"""\b(?:t|say|self|visit\.say)\(f?['"]([a-z0-9_.]+)['"][,)]""", sources))
    asked |= {f"{key}.{form}" for key in re.findall(r"""say\.count\(f?['"]([a-z0-9_.]+)['"]""", sources) for form in ("one", "many")}
    begun = set(re.findall(r"""(?:t|say|get|count)\(f?['"]([a-z_.]+?)(?:['"] ~|\{)""", sources))
    assert asked <= table.keys(), asked - table.keys()
    assert not [key for key in table if key not in asked and not key.startswith(tuple(begun))]


def test_each_page_links_to_itself_in_the_other_language(site: httpx.Client) -> None:
    """There and back again, with the filters kept."""
    for address in ("/", f"/kamervraag/{LEAD}/", f"/kamervraag/{LEAD}/3", "/kamervragen/?jaar=2024&pagina=2"):
        there = HTMLParser(site.get(address).text).css_first("a.language").attributes["href"]
        assert there.startswith("/en/")
        assert HTMLParser(site.get(there).text).css_first("a.language").attributes["href"] == address


def test_no_dutch_is_left_on_english_pages(site: httpx.Client) -> None:
    """The furniture of an English page holds no Dutch words."""
    for address in ("/en/", "/en/kamervragen/", "/en/check", "/en/over", "/en/lees"):
        tree = HTMLParser(site.get(address).text)
        shown = " ".join(tree.css_first("main").text(separator=" ").split())
        assert not re.search(r"\b(vragen|beantwoord|ingezonden|antwoorden|termijn|Zoek|onbekend)\b", re.sub(r"De sloten van dorp \d+", "", shown)), address


def test_numbers_and_days_are_written_as_the_language_does() -> None:
    """Thousands and months."""
    assert messages("nl").number(43000) == "43.000"
    assert messages("en").number(43000) == "43,000"
    assert messages("nl").count("count.question", 1) == "1 vraag"
    assert messages("en").listing(["3", "4", "7"]) == "3, 4 and 7"
