"""KOOP's XML, current and old: the forms of ``/<id>.xml``."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from navraag.replica.flow import addresses, blocks
from navraag.replica.markup import Line, Run
from navraag.replica.sheets import Piece, Sheet
from navraag.replica.story import Office
from navraag.replica.titles import dutch_date

_SCHEMA = "http://technische-documentatie.oep.overheid.nl/repository/schemas/op-consolidated/op-consolidated_2014-05-15/xsd/op-xsd-2014-05-15.xsd"
_ABBREVIATIONS = {
    "Infrastructuur en Waterstaat": "IenW", "Volksgezondheid, Welzijn en Sport": "VWS", "Financiën": "Fin",
    "Onderwijs, Cultuur en Wetenschap": "OCW", "Landbouw, Natuur en Voedselkwaliteit": "LNV", "Justitie en Veiligheid": "JenV",
    "Binnenlandse Zaken en Koninkrijksrelaties": "BZK", "Sociale Zaken en Werkgelegenheid": "SZW",
    "Economische Zaken en Klimaat": "EZK", "Algemene Zaken": "AZ",
}


class _Words:
    """Runs as inline XML; each note stands at its first mark."""

    def __init__(self, sheet: Sheet) -> None:
        self.notes = dict(sheet.notes)
        self.number = sheet.number
        self.told: set[str] = set()

    def inline(self, runs: Iterable[Run]) -> str:
        """The runs of one paragraph."""
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        if run.mark:
            return " " * run.spaced + self._mark(run.mark)
        if run.url:
            return f'<extref doc={quoteattr(run.url)} soort="URL" status="actief">{escape(run.text)}</extref>'
        if run.bold or run.italic:
            return f'<nadruk type="{"vet" if run.bold else "cur"}">{escape(run.text)}</nadruk>'
        return escape(run.text)

    def _mark(self, label: str) -> str:
        identity = f"ID-{self.number}-d37e{57 + 3 * int(label)}" if label in self.notes else f"n{label}"
        if label not in self.notes or label in self.told:
            return f'<nootref refid="{identity}">{label}</nootref>'
        self.told.add(label)
        words = self.inline(addresses(self.notes[label]))
        return f'<noot id="{identity}" type="voet"><noot.nr>{label}</noot.nr><noot.al>{words}</noot.al></noot>'

    def flow(self, lines: Iterable[Line]) -> str:
        """Paragraphs, lists and tables."""
        return "".join(self._block(kind, group) for kind, group in blocks(lines))

    def _block(self, kind: str, group: tuple[Line, ...]) -> str:
        if kind == "item":
            items = "".join(f"<li><li.nr>–</li.nr><al>{self.inline(line.runs)}</al></li>" for line in group)
            return f'\n      <lijst type="expliciet" nr-sluiting="">{items}</lijst>'
        if kind == "row":
            return _table(group)
        return f"\n      <al>{self.inline(group[0].runs)}</al>"


def _row(line: Line) -> str:
    entries = "".join(f'<entry colname="col{n}"><al>{escape(cell)}</al></entry>' for n, cell in enumerate(line.cells, 1))
    return f"<row>{entries}</row>"


def _table(rows: tuple[Line, ...]) -> str:
    width = len(rows[0].cells)
    specs = "".join(f'<colspec colnum="{n}" colname="col{n}"/>' for n in range(1, width + 1))
    body = "".join(map(_row, rows[1:]))
    return f'\n      <table><tgroup cols="{width}">{specs}<thead>{_row(rows[0])}</thead><tbody>{body}</tbody></tgroup></table>'


def _head(sheet: Sheet) -> str:
    answered = sheet.paper is not None
    chamber = "Eerste Kamer der Staten-Generaal" if sheet.case.chamber == "ek" else "Tweede Kamer der Staten-Generaal"
    kind = "Aanhangsel van de Handelingen" if answered else "Vragen gesteld door de leden der Kamer"
    more = '\n      <tekstregel inhoud="overig">Vragen gesteld door de leden der Kamer, met de daarop door\n\t\tde regering gegeven antwoorden</tekstregel>' if answered else ""
    return f"""
    <kamervraagkop>
      <tekstregel inhoud="vergaderjaar">Vergaderjaar {sheet.session_year}</tekstregel>
      <tekstregel inhoud="kameraanduiding">{chamber}</tekstregel>
      <tekstregel inhoud="kamernummer">{1 if sheet.case.chamber == "ek" else 2}</tekstregel>
      <tekstregel inhoud="documenttype">
\t\t\t\t{kind}
\t\t\t</tekstregel>{more}
    </kamervraagkop>"""


def _name(name: str) -> str:
    first, _, last = name.rpartition(" ")
    if first == "Inge":
        return f"<naam><voornaam>{escape(first)} </voornaam><achternaam>{escape(last)}</achternaam></naam>"
    return f"<naam><achternaam>{escape(name)}</achternaam></naam>"


def _question_title(sheet: Sheet) -> str:
    title, case = escape(sheet.titles[0]), sheet.case
    at = 0
    for asker in case.askers:
        printed, marked = escape(asker.name), _name(asker.name)
        at = title.index(printed, at)
        title = title[:at] + marked + title[at + len(printed):]
        at += len(marked)
    subject, day = escape(case.subject), dutch_date(case.tabled)
    start = title.rindex(subject)
    title = f"{title[:start]}<kamervraagonderwerp>{subject}</kamervraagonderwerp>{title[start + len(subject):]}"
    return title.replace(day, f'<datum isodatum="{case.tabled}">{day}</datum>', 1) if title.count(day) == 1 else title


def _answerer(title: str, office: Office) -> str:
    title = title.replace(f"{office.role} {escape(office.name)}", f"{office.role} {_name(office.name)}", 1)
    short = _ABBREVIATIONS.get(office.portfolio)
    if short is None:
        return title
    return title.replace(f"({office.portfolio})", f'(<organisatie afkorting="{short}">{office.portfolio}</organisatie>)', 1)


def _answer_title(sheet: Sheet) -> str:
    assert sheet.paper is not None
    title = escape(sheet.titles[1])
    for office in sheet.paper.by:
        title = _answerer(title, office)
    day = dutch_date(sheet.paper.on)
    return title.replace(f"ontvangen {day}", f'ontvangen <datum isodatum="{sheet.paper.on}">{day}</datum>', 1)


def _current_piece(piece: Piece, words: _Words) -> str:
    if piece.kind in {"question", "answer"}:
        tag, head = ("vraag", "Vraag") if piece.kind == "question" else ("antwoord", "Antwoord")
        return f'\n    <{tag}>\n      <nr status="officieel">{head} {escape(piece.printed)}</nr>{words.flow(piece.lines)}\n    </{tag}>'
    if piece.kind == "notice":
        return f"\n    <kamervraagopmerking><titel>Mededeling</titel>{words.flow(piece.lines)}\n    </kamervraagopmerking>"
    tag = "kamervraagopmerking" if piece.kind == "closing" else "al-groep"
    return f"\n    <{tag}>{words.flow(piece.lines)}\n    </{tag}>"


def koop_xml(sheet: Sheet) -> bytes:
    """The current form: ``officiele-publicatie/kamervragen``."""
    words = _Words(sheet)
    number = sheet.appendix or "" if sheet.paper else sheet.number
    titles = f'\n    <kamervraagomschrijving type="vraag">{_question_title(sheet)}</kamervraagomschrijving>'
    if sheet.paper:
        titles += f'\n    <kamervraagomschrijving type="antwoord">{_answer_title(sheet)}</kamervraagomschrijving>'
    body = "".join(_current_piece(piece, words) for piece in sheet.pieces)
    record = f"https://zoek.officielebekendmakingen.nl/{sheet.publication}/metadata.xml"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie xsi:noNamespaceSchemaLocation="{_SCHEMA}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <metadata>
    <meta name="OVERHEIDop.externMetadataRecord" scheme="" content="{record}"/>
  </metadata>
  <kamervragen>{_head(sheet)}
    <kamervraagnummer>{number}</kamervraagnummer>{titles}{body}
  </kamervragen>
</officiele-publicatie>
""".encode()


def _old_piece(piece: Piece, words: _Words) -> str:
    if piece.kind in {"question", "answer"}:
        tag = "vraag" if piece.kind == "question" else "antwoord"
        return f"<{tag}><nummer>{escape(piece.printed)}</nummer>{words.flow(piece.lines)}</{tag}>\n"
    tag = {"closing": "toelicht", "notice": "mededeling"}.get(piece.kind, "al-groep")
    return f"<{tag}>{words.flow(piece.lines)}</{tag}>\n"


class _OldWords(_Words):
    """The old inline forms: ``noot`` with its number as an attribute, and notes at the end."""

    def _mark(self, label: str) -> str:
        if label not in self.notes or label in self.told:
            return f'<nootref nr="{label}"/>'
        self.told.add(label)
        return f'<noot nr="{label}"><al>{self.inline(addresses(self.notes[label]))}</al></noot>'


def koop_xml_old(sheet: Sheet) -> bytes:
    """The old form: ``vraagdoc`` with ``vragen`` and, in an answer, ``reactie``."""
    words = _OldWords(sheet)
    asked = "".join(_old_piece(piece, words) for piece in sheet.pieces if piece.kind == "question")
    before = "".join(_old_piece(piece, words) for piece in sheet.pieces if piece.kind == "preamble")
    rest = "".join(_old_piece(piece, words) for piece in sheet.pieces if piece.kind not in {"question", "preamble"})
    reaction = f"<reactie>\n<omschr>{_old_answer_title(sheet)}</omschr>\n{before}{rest}</reactie>\n" if sheet.paper else ""
    first, after = ("", "") if sheet.paper else (before, rest)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<vraagdoc>
<metadata>
<meta name="DC.identifier" scheme="OVERHEIDop.ParlID" content="{sheet.publication}"/>
<meta name="OVERHEIDop.vraagnummer" scheme="" content="{sheet.number}"/>
<meta name="OVERHEIDop.vergaderjaar" scheme="" content="{sheet.session_year}"/>
</metadata>
<vraagnummer>{sheet.appendix or "" if sheet.paper else sheet.number}</vraagnummer>
<vragen>
<omschr>{_old_question_title(sheet)}</omschr>
{first}{asked}{after}</vragen>
{reaction}</vraagdoc>
""".encode()


def _old_question_title(sheet: Sheet) -> str:
    title, case = escape(sheet.titles[0]), sheet.case
    for asker in case.askers:
        title = title.replace(escape(asker.name), f"<naam>{escape(asker.name)}</naam>", 1)
    day = dutch_date(case.tabled)
    title = title.replace(f"ingezonden {day}", f"ingezonden <datum>{day}</datum>", 1)
    subject = escape(case.subject)
    start = title.rindex(subject)
    return f"{title[:start]}<ondw>{subject}</ondw>{title[start + len(subject):]}"


def _old_answer_title(sheet: Sheet) -> str:
    assert sheet.paper is not None
    title = escape(sheet.titles[1])
    for office in sheet.paper.by:
        title = title.replace(escape(office.name), f"<naam>{escape(office.name)}</naam>", 1)
    day = dutch_date(sheet.paper.on)
    return title.replace(f"ontvangen {day}", f"ontvangen <datum>{day}</datum>", 1)
