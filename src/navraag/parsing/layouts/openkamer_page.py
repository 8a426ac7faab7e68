"""Open Kamer's page of a case, as HTML or as text: header, pairs, delay notices, and the site's own words.

Its notes are glued to the words ("plek»»?1"): they become anchors. The texts of notes in answers are never on the page.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from navraag.errors import LayoutError
from navraag.parsing.dates import find_date
from navraag.parsing.decoding import decode
from navraag.parsing.markup.html_text import parse_html, visible_text
from navraag.parsing.notebook import urls_in
from navraag.parsing.openkamer.page_people import read_person_line, split_people
from navraag.parsing.openkamer.page_topics import split_topics
from navraag.parsing.printed.glued_marks import anchored
from navraag.records.evidence import Furniture, Problem
from navraag.records.pages import CasePage, PageNotice
from navraag.records.papers import Answer, Heading, Question
from navraag.records.parsed import Parsed
from navraag.records.text import Footnote, Paragraph, Text

LAYOUT = "openkamer_page"
_NUMBER = re.compile(r"Kamervraag\s+(?:kv-(?:tk-)?)?(\d{4}Z\d{5}|\d{10}|[\w|-]{5,40})\s*", re.IGNORECASE)
_FIELD = re.compile(
    r"(?P<label>Ingediend|Beantwoord door|Beantwoord|Indieners?|Onderwerpen?|Bron vraag|Bron antwoord|Bron mededeling)\b\s*:?\s*(?P<value>.*)"
)
_CLOSING_FIELD = re.compile(
    r"(?P<label>(?P<which>Kamervraag|Kamerantwoord|Mededeling) document nummer|Volledige titel)\s*:\s*(?P<value>.*)", re.IGNORECASE
)
_QUESTION = re.compile(r"(?P<printed>[•*·]?\s*Vraag\s+(?P<number>\d{1,3}))\s*", re.IGNORECASE)
_NOTICE = re.compile(r"(?P<printed>[•*·]?\s*Mededeling)\s*[-–:]?\s*(?P<day>\d{1,2}\s\w{3,12}\s\d{4})\s*", re.IGNORECASE)
_NOTE = re.compile(r"(?P<label>\d{1,3})\.\s+(?P<text>\S.*)")
_DAYS = re.compile(r"\(na (\d{1,5}) dag(?:en)?\)")
_PUBLICATION = re.compile(r"\b((?:kv|ah)-[\w-]{4,60})")
_APPENDIX = re.compile(r"ah-[te]k-(\d{4})(\d{4})-(\d{1,5})")
_SITE = "nav, footer, aside, #footer, .footer, .navbar"
_UNKNOWN = "?"
_COMMENT = re.compile(r"#\s?(?:https?://\S{0,500}|truncated)\s*")


def read(data: bytes, *, name: str) -> Parsed:
    """The case on a page."""
    text = decode(data, name=name, markup=data.lstrip()[:1] == b"<")
    page = _Page()
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        text, outside = _as_text(text, name)
        page.leave_out(outside)
    for line in text.lstrip("\ufeff").splitlines():
        page.take(" ".join(line.split()))
    page.finish()
    if not page.number:
        raise LayoutError(f"{name or 'document'}: not a page of one case")
    return page.parsed()


def _as_text(html: str, name: str) -> tuple[str, str]:
    """The page as lines, and the words of the site around it.

    Blocks and line breaks end a line; an empty line parts question from answer.
    """
    body = parse_html(html, name=name).body
    if body is None:
        return "", ""
    site = [node for node in body.css(_SITE) if node.mem_id != body.mem_id]
    outside = "\n".join(visible_text(node) for node in site)
    return visible_text(body, skip=frozenset(node.mem_id for node in site), inline=frozenset({"td", "th"})), outside


@dataclass(slots=True)
class _Entry:
    """A question with what follows it, or a notice."""

    kind: str
    number: int = 0
    heading: str = ""
    day: str = ""
    asked: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    parted: bool = False


class _Page:
    """Takes the page line by line."""

    def __init__(self) -> None:
        self.number = ""
        self._fields: dict[str, list[str]] = {}
        self._field = ""
        self._title: list[str] = []
        self._notes: list[tuple[str, str]] = []
        self._entries: list[_Entry] = []
        self._closing: dict[str, str] = {}
        self._which = "kamervraag"
        self._ended = False
        self._furniture: list[Furniture] = []
        self._cut = False

    def take(self, line: str) -> None:
        """One line, blanks folded."""
        if not line:
            self._blank()
        elif _COMMENT.fullmatch(line):
            self._navigation(line)
            self._cut = self._cut or "truncated" in line
        elif not self.number:
            self._before_number(line)
        elif not (self._take_closing(line) or self._take_heading(line) or (not self._entries and self._take_field(line))):
            self._take_words(line)

    def _blank(self) -> None:
        if self._entries and self._entries[-1].asked:
            self._entries[-1].parted = True
        if not self._entries and self._fields.get(self._field):
            self._field = ""

    def leave_out(self, outside: str) -> None:
        """The site's own words around the page."""
        for line in outside.splitlines():
            if words := " ".join(line.split()):
                self._navigation(words)

    def _navigation(self, words: str) -> None:
        self._furniture.append(Furniture(kind="site_navigation", text=words))

    def _before_number(self, line: str) -> None:
        found = _NUMBER.fullmatch(line)
        if found or line == "Kamervraag":
            self.number = found[1] if found else _UNKNOWN
            line = line[: found.start(1)].strip() if found else line
        self._navigation(line)

    def _take_closing(self, line: str) -> bool:
        found = _CLOSING_FIELD.fullmatch(line)
        if found is None:
            return False
        self._ended = True
        if found["which"]:
            self._which = found["which"].lower()
            self._closing[f"{self._which}.number"] = found["value"]
        else:
            self._closing[f"{self._which}.title"] = found["value"]
        self._navigation(line[: found.start("value")].strip())
        return True

    def _take_heading(self, line: str) -> bool:
        """A line that opens a question or a notice."""
        if self._ended:
            return False
        if found := _QUESTION.fullmatch(line):
            printed = found["printed"].lstrip("•*· ")
            self._entries.append(_Entry(kind="question", number=int(found["number"]), heading=printed))
            self._bullet(line)
            return True
        if found := _NOTICE.fullmatch(line):
            self._entries.append(_Entry(kind="notice", day=found["day"]))
            self._navigation(found["printed"])
            if "-" in line[found.end("printed") : found.start("day")]:
                self._navigation("-")
            return True
        return False

    def _bullet(self, line: str) -> None:
        if line[0] in "•*·":
            self._furniture.append(Furniture(kind="separator", text=line[0]))

    def _take_field(self, line: str) -> bool:
        if found := _FIELD.fullmatch(line):
            self._field = found["label"]
            self._fields[self._field] = [found["value"]] if found["value"] else []
            self._navigation(line[: found.start("value")].strip() if found["value"] else line)
            return True
        if found := _NOTE.fullmatch(line):
            self._notes.append((found["label"], found["text"]))
            return True
        if line == "Bronnen":
            self._navigation(line)
            return True
        if self._fields and self._field:
            self._fields[self._field].append(line)
            return True
        return False

    def _take_words(self, line: str) -> None:
        if self._entries and not self._ended:
            entry = self._entries[-1]
            (entry.answered if entry.parted else entry.asked).append(line)
        elif not self._fields and not self._ended:
            self._title.append(line)
        else:
            self._navigation(line)

    def finish(self) -> None:
        """Older pages print no number in their heading: it stands in the id of the question."""
        if self.number == _UNKNOWN:
            publication = self._publication("Bron vraag", "kamervraag") or ""
            self.number = publication.removeprefix("kv-tk-").removeprefix("kv-")

    def value(self, *labels: str) -> str:
        """The words of a header field, on one line."""
        return next((" ".join(self._fields[label]) for label in labels if label in self._fields), "")

    def parsed(self) -> Parsed:
        """The page as records."""
        answered = self.value("Beantwoord")
        notes = tuple(Footnote(label=label, text=text, urls=urls_in(text)) for label, text in self._notes)
        known = frozenset(note.label for note in notes)
        questions = tuple(
            Question(number=e.number, heading=e.heading, text=anchored(e.asked, known)) for e in self._of("question")
        )
        answers = tuple(
            Answer(numbers=(e.number,), text=anchored(e.answered, known)) for e in self._of("question") if e.answered
        )
        days = _DAYS.search(answered)
        page = CasePage(
            heading=self._heading(answered),
            questions=questions,
            answers=answers,
            notices=tuple(
                PageNotice(announced_on=find_date(e.day), text=_plain([*e.asked, *e.answered])) for e in self._of("notice")
            ),
            footnotes=notes,
            topics=split_topics(self.value("Onderwerpen", "Onderwerp")),
            question_publication=self._publication("Bron vraag", "kamervraag"),
            answer_publication=self._publication("Bron antwoord", "kamerantwoord"),
            notice_publication=self._publication("Bron mededeling", "mededeling"),
            question_title=self._closing.get("kamervraag.title"),
            answer_title=self._closing.get("kamerantwoord.title"),
            days_printed=int(days[1]) if days else None,
        )
        return Parsed(
            layout=LAYOUT, content=page, problems=tuple(self._problems(page, known)), furniture=tuple(self._furniture)
        )

    def _of(self, kind: str) -> Iterator[_Entry]:
        return (entry for entry in self._entries if entry.kind == kind)

    def _publication(self, label: str, which: str) -> str | None:
        found = _PUBLICATION.search(f"{self.value(label)} {self._closing.get(f'{which}.number', '')}")
        return found[1] if found else None

    def _heading(self, answered: str) -> Heading:
        appendix = _APPENDIX.fullmatch(self._publication("Bron antwoord", "kamerantwoord") or "")
        title = " ".join(self._title)
        return Heading(
            title=title,
            subject=title or None,
            question_numbers=tuple(self.number.split("|")),
            publication=self._publication("Bron vraag", "kamervraag"),
            appendix_number=int(appendix[3]) if appendix else None,
            session_year=f"{appendix[1]}-{appendix[2]}" if appendix else None,
            tabled_on=find_date(self.value("Ingediend")),
            received_on=find_date(answered),
            askers=tuple(read_person_line(e) for e in split_people(self.value("Indiener", "Indieners"))),
            answerers=tuple(read_person_line(e) for e in split_people(self.value("Beantwoord door"))),
        )

    def _problems(self, page: CasePage, known: frozenset[str]) -> Iterator[Problem]:
        if self._cut:
            yield Problem(code="page.truncated", message="the copy of the page is cut off", severity="note")
        for question in page.questions:
            yield from _missing(question.text, known, f"question {question.number}")
        for answer in page.answers:
            yield from _missing(answer.text, frozenset(), f"answer {answer.numbers[0]}")


def _missing(text: Text, known: frozenset[str], where: str) -> Iterator[Problem]:
    for label in text.labels:
        if label not in known:
            message = f"note {label} is marked but its text is not in the document"
            yield Problem(code="footnote.text-missing", message=message, where=where)


def _plain(lines: Iterable[str]) -> Text:
    return Text(paragraphs=tuple(Paragraph(text=line) for line in lines))
