"""Every sample paper, printed in every form, is read back as its story tells it: the strongest test of the parsers."""

import pytest

from navraag.parsing import parse
from navraag.replica.sample_files import RENDERERS
from navraag.replica.sheets import Sheet, sheets_of
from navraag.replica.story import StoryCase, stories
from navraag.surfaces.shapes import parsed_shape
from tests.golden.comparing import differences
from tests.golden.expectation import expected

FORMS = tuple(form for form in RENDERERS if form != "odt")


def is_printed_so(sheet: Sheet, form: str) -> bool:
    """Whether papers of this kind exist in this form at all."""
    if sheet.case.chamber == "ek":
        return form.startswith("koop")
    if sheet.case.mistyped and sheet.paper is None and form.startswith("openkamer"):
        return False  # pages are named after the Zaak, where the number is right
    if sheet.publication.startswith("ah-99"):
        return form in {"pdf", "koop_metadata"}
    if sheet.case.oral:
        return form.startswith(("koop", "pdf", "plain_text_pdf"))
    return not form.startswith("openkamer") or (sheet.paper is None and _is_decidable(sheet))


def _is_decidable(sheet: Sheet) -> bool:
    """On an Open Kamer page a mark glued to a word or a number cannot be told from a figure."""
    lines = [line for part in sheet.questions for line in part.lines]
    pairs = [pair for line in lines for pair in zip(line.runs, line.runs[1:], strict=False)]
    return not any(before.text[-1:].isalnum() and after.mark for before, after in pairs)


def misread(sheet: Sheet, form: str) -> dict[str, object]:
    """Keys that a parser gives otherwise than the story tells."""
    render, name = RENDERERS[form]
    got = parsed_shape(parse(render(sheet), name=name.format(sheet.publication)))
    return dict(differences(expected(sheet, form), got, form))


@pytest.mark.parametrize("case", stories(), ids=lambda case: case.number)
def test_paper_is_read_as_its_story_tells(case: StoryCase) -> None:
    """Questions, answers, numbers, dates, names: all as the story has them, in every form."""
    for sheet in sheets_of(case):
        for form in (form for form in FORMS if is_printed_so(sheet, form)):
            assert misread(sheet, form) == {}, (sheet.publication, form)
