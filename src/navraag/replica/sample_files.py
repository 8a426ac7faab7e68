"""All files of the samples: each paper in the forms that its story names, ready to be imported."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from navraag.replica.render_entities import entity_files, odata_rows
from navraag.replica.render_koop_html import koop_html
from navraag.replica.render_koop_xml import koop_xml, koop_xml_old
from navraag.replica.render_metadata import koop_metadata
from navraag.replica.render_odt import odt
from navraag.replica.render_openkamer import openkamer_html, openkamer_text
from navraag.replica.render_pdf import pdf
from navraag.replica.render_text import plain_text_pdf, plain_text_word
from navraag.replica.render_word import word
from navraag.replica.sheets import Sheet, reprint_of, sheets_of
from navraag.replica.story import StoryCase, stories

LEAD_CASE = "2022Z90001"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleFile:
    """One file of the samples: its name, its bytes, the form it is in, and the sheet that it prints."""

    name: str
    data: bytes
    form: str
    sheet: Sheet | None = None


RENDERERS: dict[str, tuple[Callable[[Sheet], bytes], str]] = {
    "koop_xml": (koop_xml, "{}.xml"),
    "koop_xml_old": (koop_xml_old, "{}.xml"),
    "koop_html": (koop_html, "{}.html"),
    "koop_metadata": (koop_metadata, "{}.metadata.xml"),
    "pdf": (pdf, "{}.pdf"),
    "word": (word, "{}.docx"),
    "odt": (odt, "{}.odt"),
    "plain_text_pdf": (plain_text_pdf, "{}_pdf.txt"),
    "plain_text_word": (plain_text_word, "{}_docx.txt"),
    "openkamer_text": (openkamer_text, "{}.openkamer.txt"),
    "openkamer_html": (openkamer_html, "{}.openkamer.html"),
}
"""Form → how to print a sheet in it, and how the file is called."""


def sample_file(sheet: Sheet, form: str) -> SampleFile:
    """One sheet in one form."""
    render, name = RENDERERS[form]
    return SampleFile(name=name.format(sheet.publication), data=render(sheet), form=form, sheet=sheet)


def _files_of(case: StoryCase) -> Iterator[SampleFile]:
    for sheet in sheets_of(case):
        forms = sheet.paper.layouts if sheet.paper else case.layouts
        yield from (sample_file(sheet, form) for form in forms)
    if case.reprint:
        yield from (sample_file(reprint_of(case), form) for form in case.layouts)


def sample_files() -> Iterator[SampleFile]:
    """Every file, the registrations last."""
    for case in stories():
        yield from _files_of(case)
    yield SampleFile(name="zaken.jsonl", data=odata_rows(stories()), form="tk_odata")
    lead = next(case for case in stories() if case.number == LEAD_CASE)
    for name, data in entity_files(lead).items():
        yield SampleFile(name=name, data=data, form="tk_syncfeed")


def write_samples(folder: Path) -> int:
    """All files in a folder, those that differ written anew; how many files there are."""
    folder.mkdir(parents=True, exist_ok=True)
    files = tuple(sample_files())
    for file in files:
        path = folder / file.name
        if not path.is_file() or path.read_bytes() != file.data:
            path.write_bytes(file.data)
    return len(files)
