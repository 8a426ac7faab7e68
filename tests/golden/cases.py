"""The golden cases: one or more samples for every layout, each with the reason why it was chosen."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from navraag.parsing import parse
from navraag.replica.render_entities import zaak_xml
from navraag.replica.render_koop_html import koop_html
from navraag.replica.render_word import word
from navraag.replica.sample_files import RENDERERS
from navraag.replica.sheets import Sheet, reprint_of, sheets_of
from navraag.replica.story import stories
from navraag.surfaces.shapes import parsed_shape

EXPECTED = Path(__file__).parent / "expected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """One sample in one form: ``paper`` counts the papers of the case, 0 being the questions."""

    number: str
    paper: int
    form: str
    why: str
    style: str = ""

    @property
    def name(self) -> str:
        """The name of the file with what is expected."""
        return "-".join(filter(None, (self.form, self.style, self.number, str(self.paper))))

    @property
    def sheet(self) -> Sheet:
        """The sheet that is printed; paper -1 is the reprint."""
        case = next(case for case in stories() if case.number == self.number)
        return reprint_of(case) if self.paper < 0 else sheets_of(case)[self.paper]

    def document(self) -> tuple[str, bytes]:
        """File name and bytes."""
        sheet = self.sheet
        if self.form == "tk_zaak":
            return f"zaak-{sheet.case.number}.xml", zaak_xml(sheet.case)
        render, name = RENDERERS[self.form]
        if self.form == "koop_html" and self.style:
            return name.format(sheet.publication), koop_html(sheet, self.style)
        if self.form == "word" and self.style:
            return name.format(sheet.publication), word(sheet, self.style)
        return name.format(sheet.publication), render(sheet)


GOLDEN = (
    Golden(number="2022Z90001", paper=0, form="koop_xml", why="the lead case: ten questions, note 1"),
    Golden(number="2022Z90001", paper=1, form="koop_xml", why="a delay notice that repeats its questions"),
    Golden(number="2022Z90001", paper=2, form="koop_xml", why="the lead answer: note 2 in an answer, Zie ook"),
    Golden(number="2023Z90508", paper=1, form="koop_xml", why="a table in an answer"),
    Golden(number="2022Z90105", paper=1, form="koop_xml", why="labels with a letter, two ministers answer"),
    Golden(number="2024Z90015", paper=1, form="koop_xml", why="a number printed twice"),
    Golden(number="2024Z90013", paper=0, form="koop_xml", why="a mark whose note is missing"),
    Golden(number="2023Z90110", paper=2, form="koop_xml", why="a correction"),
    Golden(number="2023Z90007", paper=1, form="koop_xml", why="a withdrawal"),
    Golden(number="2023Z90114", paper=-1, form="koop_xml", why="a reprint"),
    Golden(number="2022Z90018", paper=0, form="koop_xml", why="oral questions"),
    Golden(number="2023Z90019", paper=1, form="koop_xml", why="Eerste Kamer"),
    Golden(number="2023Z90011", paper=0, form="koop_xml_old", why="old form with a note"),
    Golden(number="2023Z90011", paper=1, form="koop_xml_old", why="old form of an answer"),
    Golden(number="2023Z90010", paper=1, form="koop_html", style="2021", why="list, bold and italic first words"),
    Golden(number="2022Z90005", paper=2, form="koop_html", style="2016", why="two notes on one spot, table, joint answer"),
    Golden(number="2022Z90203", paper=1, form="koop_html", style="2010", why="bare numbers"),
    Golden(number="2023Z90308", paper=1, form="koop_html", style="modern", why="the site of today; 1 tot en met 4"),
    Golden(number="2022Z90001", paper=0, form="koop_metadata", why="metadata of a question with its appendices"),
    Golden(number="2022Z90001", paper=2, form="koop_metadata", why="metadata of an answer"),
    Golden(number="2022Z90003", paper=1, form="word", style="vraag_antwoord", why="real Word footnote, joint answer"),
    Golden(number="2023Z90008", paper=0, form="word", style="auto", why="numbers that Word itself counts"),
    Golden(number="2022Z90104", paper=0, form="word", style="bracket", why="typed marks and a list of notes"),
    Golden(number="2022Z90204", paper=0, form="word", style="dotted", why="numbers before the words, marks in square brackets"),
    Golden(number="2023Z90009", paper=0, form="word", style="unnumbered", why="no numbers at all"),
    Golden(number="2023Z90009", paper=1, form="word", style="bare_numbers", why="a number on a line of its own"),
    Golden(number="2023Z90109", paper=1, form="word", style="answer_alone", why="answers without a number"),
    Golden(number="2022Z90005", paper=1, form="word", style="sentence", why="a delay notice of one sentence"),
    Golden(number="2024Z90115", paper=1, form="word", style="letter", why="a ministry's letter with letterhead"),
    Golden(number="2022Z90303", paper=1, form="word", style="vraag_antwoord", why="a table in a Word file"),
    Golden(number="2022Z90001", paper=2, form="pdf", why="three pages, notes at the foot"),
    Golden(number="2024Z90313", paper=1, form="pdf", why="hyphens at line ends"),
    Golden(number="2022Z90120", paper=1, form="pdf", why="PDF only, under ah-<number>"),
    Golden(number="2022Z90306", paper=0, form="plain_text_pdf", why="a mark in the middle of a sentence, lost blanks"),
    Golden(number="2023Z90006", paper=0, form="plain_text_pdf", why="marks glued to years and numbers"),
    Golden(number="2023Z90311", paper=1, form="plain_text_word", style="", why="text of a Word file"),
    Golden(number="2022Z90001", paper=0, form="openkamer_text", why="the lead case on an Open Kamer page"),
    Golden(number="2022Z90020", paper=0, form="openkamer_html", why="an Open Kamer page as HTML"),
    Golden(number="2022Z90001", paper=0, form="tk_zaak", why="a Zaak of the SyncFeed"),
    Golden(number="2022Z90001", paper=2, form="odt", why="an OpenDocument text is kept as another kind of paper"),
)


def record(golden: Golden) -> dict[str, Any]:
    """What is kept of a golden case: the document's name and hash, and what the parser makes of it."""
    name, data = golden.document()
    parsed = parsed_shape(parse(data, name=name))
    return {"why": golden.why, "file": name, "sha256": hashlib.sha256(data).hexdigest(), "parsed": parsed}


def as_json(recorded: dict[str, Any]) -> str:
    """The text of an expected file."""
    return json.dumps(recorded, ensure_ascii=False, indent=1) + "\n"


def expected_files() -> Iterator[tuple[Golden, Path]]:
    """Every golden case with its file."""
    return ((golden, EXPECTED / f"{golden.name}.json") for golden in GOLDEN)
