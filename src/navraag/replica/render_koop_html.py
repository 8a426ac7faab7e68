"""KOOP's HTML in four styles: 2010 (bare numbers), 2016 (notes with a close cross), 2021 (the repository) and modern (the site)."""

from collections.abc import Callable, Iterable
from html import escape

from navraag.replica.flow import addresses, blocks
from navraag.replica.markup import Line, Run
from navraag.replica.render_metadata import facts, title_of
from navraag.replica.sheets import Piece, Sheet
from navraag.replica.titles import dutch_date

_HEADS = {"question": "Vraag", "answer": "Antwoord"}
_CLASSES = {"question": "vraag", "answer": "antwoord", "notice": "kamervraagopmerking", "closing": "kamervraagopmerking", "preamble": "alineagroep"}


class _Words:
    """Runs as inline HTML; note marks link to the notes at the end."""

    def __init__(self, sheet: Sheet) -> None:
        self.number = sheet.number
        self.notes = dict(sheet.notes)

    def anchor(self, label: str) -> str:
        """The identity of a note: long for the first, short ("n2") for later ones, as the pages have it."""
        return f"ID-{self.number}-d37e57" if label == "1" else f"n{label}"

    def inline(self, runs: Iterable[Run]) -> str:
        """The runs of one paragraph."""
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        if run.mark:
            anchor = self.anchor(run.mark)
            return " " * run.spaced + f'<a class="nootnum supernote-click-{anchor}" href="#{anchor}">{run.mark}</a>'
        if run.url:
            url = escape(run.url)
            return f'<a href="{url}" title="link naar {url}" class="externe_link">{escape(run.text)}</a>'
        if run.bold:
            return f'<strong class="vet">{escape(run.text)}</strong>'
        return f'<em class="cur">{escape(run.text)}</em>' if run.italic else escape(run.text)

    def flow(self, lines: Iterable[Line]) -> str:
        """Paragraphs, lists and tables."""
        return "".join(self._block(kind, group) for kind, group in blocks(lines))

    def _block(self, kind: str, group: tuple[Line, ...]) -> str:
        if kind == "item":
            items = "".join(f'<li><p class="labeled"><span class="ol">– </span>{self.inline(line.runs)}</p></li>' for line in group)
            return f'\n    <ul class="expliciet whitespace-small">{items}</ul>'
        if kind == "row":
            head = "".join(f"<th><p>{escape(cell)}</p></th>" for cell in group[0].cells)
            rows = "".join("<tr>" + "".join(f"<td><p>{escape(cell)}</p></td>" for cell in line.cells) + "</tr>" for line in group[1:])
            return f'\n    <table class="kader"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
        return f"\n    <p>{self.inline(group[0].runs)}\n    </p>"

    def note(self, label: str) -> str:
        """One note as it stands at the end of a page."""
        anchor = self.anchor(label)
        return f"""
  <div class="voet noot snp-mouseoffset snb-pinned notedefault" id="supernote-note-{anchor}">
    <h5 class="note-close"><a class="note-close" href="#close-{anchor}">X</a> Noot</h5>
    <sup><span class="nootnum"><a id="{anchor}" name="{anchor}"></a>{label}</span></sup><p>{self.inline(addresses(self.notes[label]))}</p>
  </div>"""

    def all_notes(self) -> str:
        """The notes at the end of the page, or nothing."""
        return f'\n<div id="noten"><hr />{"".join(map(self.note, self.notes))}\n</div>' if self.notes else ""


def _piece(piece: Piece, words: _Words, *, bare: bool) -> str:
    if piece.kind in _HEADS:
        head = (
            f'<p class="nummer">{escape(piece.printed)}</p>' if bare
            else f'<h2 class="stuktitel no-toc"><a id="d17e{ord(piece.printed[0])}"></a>{_HEADS[piece.kind]} {escape(piece.printed)}\n    </h2>'
        )
    else:
        head = '<h2 class="stuktitel no-toc">Mededeling</h2>' if piece.kind == "notice" else ""
    return f'\n  <div class="{_CLASSES[piece.kind]}">\n    {head}{words.flow(piece.lines)}\n  </div>'


def _titles(sheet: Sheet) -> str:
    return "".join(f'\n  <h1 class="kamervraagomschrijving_kop no-toc"><a id="d17e4{n}"></a>{escape(title)}\n  </h1>' for n, title in enumerate(sheet.titles))


def _body(sheet: Sheet, words: _Words, *, bare: bool = False) -> str:
    return _titles(sheet) + "".join(_piece(piece, words, bare=bare) for piece in sheet.pieces)


def _metas(sheet: Sheet) -> str:
    return "".join(
        f'\n  <meta name="{name}" scheme="{scheme}" content="{escape(content)}" />' for name, scheme, content in facts(sheet)
    )


def _page(head: str, body: str) -> bytes:
    return f'<!DOCTYPE html>\n<html lang="nl">\n<head>\n  <meta charset="utf-8" />{head}\n</head>\n<body>{body}\n</body>\n</html>\n'.encode()


def _html_2010(sheet: Sheet) -> bytes:
    words = _Words(sheet)
    head = f'\n  <title>{escape(title_of(sheet))}</title>\n  <meta name="dcterms.identifier" content="{sheet.publication}" />{_metas(sheet)}'
    return _page(head, f'\n<div id="main-column">\n<div class="stuk">{_body(sheet, words, bare=True)}{words.all_notes()}\n</div>\n</div>')


def _html_2016(sheet: Sheet) -> bytes:
    words = _Words(sheet)
    head = f'\n  <title>{escape(title_of(sheet))}</title>\n  <meta name="dcterms.identifier" content="{sheet.publication}" />{_metas(sheet)}'
    nav = '<ul id="nav"><li><a href="/">Home</a></li><li><a href="/zoeken">Zoeken</a></li></ul>'
    links = f'<a id="permaHyperlink" href="https://zoek.officielebekendmakingen.nl/{sheet.publication}.html">Permanente link</a>'
    return _page(head, f'\n{nav}\n<div id="main-column">\n{links}\n<div class="stuk">{_body(sheet, words)}{words.all_notes()}\n</div>\n</div>')


def _html_2021(sheet: Sheet) -> bytes:
    words = _Words(sheet)
    body = _body(sheet, words) + words.all_notes()
    return f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html
  PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nl">
<head>
  <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />{_metas(sheet)}
  <meta name="OVERHEIDop.versieInformatie" content="" />
  <title></title>
</head>
<body onload="enablePopup()">
<div id="kopregel"><!--EINDE kopregel--></div>
<div id="inhoudsopgave"></div>
<div id="broodtekst">{body}
</div>
<div id="voetregel"></div>
</body>
</html>
""".encode()


def _summary(sheet: Sheet) -> str:
    kind = "Aanhangsel van de Handelingen" if sheet.paper else "Kamervragen zonder Antwoord"
    number = ("Nummer", sheet.appendix) if sheet.paper else ("Vraag", sheet.number)
    received = "Datum ontvangst" if sheet.paper else "Datum indiening"
    chamber = "Eerste" if sheet.case.chamber == "ek" else "Tweede"
    cells = (
        ("Datum publicatie", dutch_date(sheet.printed_on)), ("Organisatie", f"{chamber} Kamer der Staten-Generaal"),
        ("Vergaderjaar", sheet.session_year), number, (received, dutch_date(sheet.printed_on)),
    )
    heads = "".join(f"<th>{name}</th>" for name, _ in cells)
    return f'<h1 class="h1">{kind}</h1>\n<table class="table"><tr>{heads}</tr><tr>{"".join(f"<td>{value}</td>" for _, value in cells)}</tr></table>'


def _html_modern(sheet: Sheet) -> bytes:
    words = _Words(sheet)
    head = f"\n  <title>{escape(title_of(sheet))} | Overheid.nl</title>{_metas(sheet)}"
    body = f'<header class="header"><a href="/">Officiële bekendmakingen</a></header>\n<main class="global-main">\n{_summary(sheet)}'
    return _page(head, f'\n{body}\n<div id="broodtekst">{_body(sheet, words)}{words.all_notes()}\n</div>\n</main>\n<footer class="footer">Overheid.nl</footer>')


STYLES: dict[str, Callable[[Sheet], bytes]] = {
    "2010": _html_2010, "2016": _html_2016, "2021": _html_2021, "modern": _html_modern,
}


def koop_html(sheet: Sheet, style: str = "") -> bytes:
    """The page of a publication in the style of the sheet (or another, where ``style`` says so)."""
    return STYLES[style or (sheet.paper.html if sheet.paper else sheet.case.html)](sheet)
