"""A page of Open Kamer, as HTML and as the text that people copy from it."""

from collections.abc import Iterator
from html import escape

from navraag.replica.markup import Line, Part
from navraag.replica.render_metadata import title_of
from navraag.replica.sheets import Sheet, sheets_of
from navraag.replica.story import Office, StoryCase
from navraag.replica.titles import dutch_date, notice_lines

_ADDRESS = "https://zoek.officielebekendmakingen.nl/{}.html"


def _glued(line: Line) -> str:
    """The words of a line as that site shows them: note marks glued to the words."""
    return " ".join(line.cells) if line.cells else "".join(" " * run.spaced + run.mark if run.mark else run.text for run in line.runs)


def _answerer(office: Office) -> str:
    return f"{office.name} ({office.role.lower()} {office.portfolio.lower()})"


def _header(case: StoryCase, answer: Sheet | None) -> Iterator[tuple[str, str]]:
    yield "Ingediend", dutch_date(case.tabled)
    if answer and answer.paper:
        yield "Beantwoord", f"{dutch_date(answer.paper.on)} (na {(answer.paper.on - case.tabled).days} dagen)"
    yield ("Indiener" if len(case.askers) == 1 else "Indieners"), ", ".join(f"{asker.name} ({asker.party})" for asker in case.askers)
    if answer and answer.paper:
        yield "Beantwoord door", ", ".join(map(_answerer, answer.paper.by))
    labels = sorted({label.strip().lower() for topic in case.topics for label in topic.split("|")})
    yield "Onderwerpen", " ".join(labels)
    yield "Bron vraag", _ADDRESS.format(f"kv-tk-{case.number}")
    if answer:
        yield "Bron antwoord", _ADDRESS.format(answer.publication)


def _answer_lines(part: Part, number: int) -> tuple[str, ...]:
    """The first question of a joint answer gets its words, the others a pointer to it."""
    if number != part.numbers[0]:
        return (f"Zie antwoord vraag {part.numbers[0]}.",)
    return tuple(map(_glued, part.lines))


def _pairs(question: Sheet, answer: Sheet | None) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for part in question.questions:
        number = part.numbers[0]
        words = next((_answer_lines(a, number) for a in answer.answers if number in a.numbers), ()) if answer else ()
        yield f"Vraag {number}", " ".join(map(_glued, part.lines)), words


def _found(case: StoryCase) -> tuple[Sheet, Sheet | None, list[Sheet]]:
    question, *later = sheets_of(case)
    answer = next((sheet for sheet in later if sheet.kind == "answer"), None)
    return question, answer, [sheet for sheet in later if sheet.kind == "delay_notice"]


def _notice(sheet: Sheet) -> tuple[str, tuple[str, ...]]:
    assert sheet.paper is not None
    return f"Mededeling - {dutch_date(sheet.paper.on)}", notice_lines(sheet.case, sheet.paper)


def _foot(question: Sheet, answer: Sheet | None) -> Iterator[str]:
    yield f"Kamervraag document nummer: {question.publication}"
    yield f"Volledige titel: {title_of(question)}"
    if answer:
        yield f"Kamerantwoord document nummer: {answer.publication}"
        yield f"Volledige titel: {title_of(answer)}"


def openkamer_text(sheet: Sheet) -> bytes:
    """The page as text."""
    question, answer, notices = _found(sheet.case)
    lines = [f"Kamervraag {sheet.case.number}", "", sheet.case.registered, ""]
    lines += [f"{name} {value}" for name, value in _header(sheet.case, answer)]
    for head, asked, words in _pairs(question, answer):
        lines += [f"  • {head}", f"    {asked}", "", *(f"    {line}" for line in words), ""]
    for notice in notices:
        head, words = _notice(notice)
        lines += [f"  • {head}", "", f"    {' '.join(words)}", ""]
    return ("\n".join([*lines, "", *_foot(question, answer)]) + "\n").encode()


def _item(head: str, body: str) -> str:
    return f'\n  <li class="list-group-item">\n    <h4>{escape(head)}</h4>{body}\n  </li>'


def _value(value: str) -> str:
    return f'<a href="{escape(value)}">{escape(value)}</a>' if value.startswith("http") else escape(value)


def openkamer_html(sheet: Sheet) -> bytes:
    """The page as HTML."""
    question, answer, notices = _found(sheet.case)
    rows = "".join(f"\n  <tr>\n    <td>{name}</td>\n    <td>{_value(value)}</td>\n  </tr>" for name, value in _header(sheet.case, answer))
    items = [
        _item(head, f"\n    <p>{escape(asked)}</p>" + "".join(f"\n    <p>{escape(line)}</p>" for line in words))
        for head, asked, words in _pairs(question, answer)
    ]
    items += [_item(head, "".join(f"\n    <p>{escape(line)}</p>" for line in words)) for head, words in map(_notice, notices)]
    foot = "".join(f"\n<p>{escape(line)}</p>" for line in _foot(question, answer))
    return f"""<!DOCTYPE html>
<html lang="nl">
<head>
  <meta charset="utf-8">
  <title>Kamervraag - {escape(sheet.case.registered)} - {sheet.case.number} - Tweede Kamer - Open Kamer</title>
  <link rel="canonical" href="https://www.openkamer.org/kamervraag/{sheet.case.number}/">
</head>
<body>
<nav class="navbar"><a href="/">Open Kamer</a> <a href="/kamervragen/">Kamervragen</a></nav>
<h1>Kamervraag {sheet.case.number}</h1>
<h2>{escape(sheet.case.registered)}</h2>
<table class="table">{rows}
</table>
<ul class="list-group">{"".join(items)}
</ul>{foot}
</body>
</html>
""".encode()
