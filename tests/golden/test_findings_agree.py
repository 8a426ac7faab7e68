"""The same paper in any layout gives the same findings: XML, HTML, Word, PDF and their plain texts."""

import re

import pytest

from navraag.enrichment.base import ENRICHMENTS
from navraag.enrichment.passages import rows_of
from navraag.parsing import parse
from navraag.records.answers import AnswerSet
from navraag.records.found import Passage
from navraag.replica.sample_files import sample_file
from navraag.replica.sheets import sheets_of
from navraag.replica.story import stories

FORMS = ("koop_html", "pdf", "word", "plain_text_pdf", "plain_text_word")
TABLES = frozenset({"koop_html", "word"})
"""Forms that keep the cells of a table; elsewhere a cell is words like others, and may hang on the sentence that follows."""
SHEETS = tuple(sheet for case in stories() if case.chamber == "tk" for sheet in sheets_of(case) if sheet.paper and sheet.paper.kind in {"answer", "further"})

GLUED = frozenset({"plain_text_pdf"})
"""Forms that lose blanks at the ends of lines: "de bronleggen". Names and what is counted may then end too late."""


def _squeezed(words: str) -> str:
    """Words without blanks, hyphens and note marks: what layouts differ in."""
    return re.sub(r"[\s\u00ad\u00a0-]+", "", words).casefold()


def found_in(data: bytes, name: str) -> set[tuple[str, str, str, str]]:
    """Kind, words, key and last day of every finding in the answers of a document."""
    content = parse(data, name=name).content
    assert isinstance(content, AnswerSet), name
    asked = {question.number: question.text.plain for question in content.questions}
    found = set()
    for answer in content.answers:
        passage = Passage(
            part="answer", text=answer.text.plain, labels=tuple(map(str, answer.numbers)), anchor=content.heading.received_on,
            asked=tuple(asked.get(number, "") for number in answer.numbers), rows=rows_of(answer.text),
        )
        for reader in ENRICHMENTS:
            found |= {(one.kind, _squeezed(one.quote), one.key, str(one.latest)) for one in reader.find(passage)}
    return found


def has_table(data: bytes, name: str) -> bool:
    """Does a document print a table?"""
    content = parse(data, name=name).content
    return isinstance(content, AnswerSet) and any(rows_of(answer.text) for answer in content.answers)


@pytest.mark.parametrize("form", FORMS)
def test_layouts_agree(form: str) -> None:
    """Every answer of the invented country that is printed in both forms; none finds more or less than the other."""
    compared = 0
    for sheet in SHEETS:
        plain, other = sample_file(sheet, "koop_xml"), sample_file(sheet, form)
        if form not in TABLES and has_table(plain.data, plain.name):
            continue
        expected, got = found_in(plain.data, plain.name), found_in(other.data, other.name)
        differ = {one for one in expected ^ got if form not in GLUED or one[0] not in {"name", "figure"}}
        assert not differ, (other.name, differ)
        compared += len(expected)

    assert compared > 30
