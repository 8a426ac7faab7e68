"""Open Kamer's page of a case, as text and as HTML."""

from datetime import date

import pytest

from navraag.errors import LayoutError
from navraag.parsing.layouts import openkamer_page
from navraag.records.pages import CasePage
from tests.conftest import REAL

TEXT = """# https://www.openkamer.org/kamervraag/2019Z90001/
Kamervraag 2019Z90001

Kapotte fietsbellen: ‘Nooit meer rinkelen’

Ingediend 3 maart 2019
Beantwoord 16 juni 2019 (na 105 dagen)
Indieners Bo Jansma (VVN), Ko van der Pieters (DPB)
Beantwoord door Mia de Vries (viceminister-president , minister volksgezondheid, welzijn en sport) (VVN)
Onderwerpen gezondheidsrisico's openbare orde en veiligheid organisatie en beleid
Bron vraag https://zoek.officielebekendmakingen.nl/kv-tk-2019Z90001.html
Bron antwoord https://zoek.officielebekendmakingen.nl/ah-tk-20182019-9001.html
1. De Bel, 1 maart 2019 (https://bel.nl/a)
  • Vraag 1
    Kent u het bericht «Bel kapot»?1

    Ja.

  • Vraag 2
    Zijn er 911 bellen kapot, zoals in «De Bel»2 staat?
  • Vraag 3
    En CO2?

    Zie mijn antwoord.
    Meer niet.

  • Mededeling - 24 maart 2019

    Hierbij deel ik u mede dat het later wordt.


Kamervraag document nummer: kv-tk-2019Z90001
Volledige titel: Kapotte fietsbellen
Kamerantwoord document nummer: ah-tk-20182019-9001
Volledige titel: Antwoord over fietsbellen´
"""

HTML = """<html><head><title>x</title></head><body><nav>Open Kamer</nav><h3>Kamervraag</h3><h4>Kapotte fietsbellen</h4>
<table><tr><th>Ingediend:</th> <td>3 maart 2019</td></tr><tr><th>Indieners:</th><td>
  Bo Jansma (VVN),

  Ko van der Pieters (DPB)
</td></tr><tr><th>Onderwerpen:</th><td> organisatie en beleid, parlement</td></tr>
<tr><th>Bron vraag:</th><td><a href="x">https://zoek.officielebekendmakingen.nl/kv-tk-2019Z90001.html</a></td></tr></table>
<ul class="list-group"><li><h5>Vraag 1</h5> <strong>Kent u «Bel kapot»?1</strong><br/><br/>Ja.<br/>Zeker.</li>
<li><h5>Vraag 2</h5><strong>En nu?</strong></li></ul><footer>Over deze site</footer></body></html>"""


def page(text: str) -> CasePage:
    """The case on a page."""
    content = openkamer_page.read(text.encode(), name="x").content
    assert isinstance(content, CasePage)
    return content


def test_the_header_is_read_field_by_field() -> None:
    """Dates, days, people with party and post, topics told apart, sources."""
    found = page(TEXT)
    heading = found.heading

    assert (("2019Z90001",), "Kapotte fietsbellen: ‘Nooit meer rinkelen’") == (heading.question_numbers, heading.title)
    assert (date(2019, 3, 3), date(2019, 6, 16), 105) == (heading.tabled_on, heading.received_on, found.days_printed)
    assert [("Bo Jansma", "VVN"), ("Ko van der Pieters", "DPB")] == [(a.name, a.party) for a in heading.askers]
    assert [("Mia de Vries", "VVN", "Minister", "Volksgezondheid, Welzijn en Sport")] == [
        (a.name, a.party, a.role, a.portfolio) for a in heading.answerers
    ]
    assert ("Gezondheidsrisico's", "Openbare orde en veiligheid", "Organisatie en beleid") == found.topics
    assert ("kv-tk-2019Z90001", "ah-tk-20182019-9001") == (found.question_publication, found.answer_publication)
    assert ("2018-2019", 9001) == (heading.session_year, heading.appendix_number)
    assert ("Kapotte fietsbellen", "Antwoord over fietsbellen´") == (found.question_title, found.answer_title)


def test_pairs_notices_and_notes() -> None:
    """A question without answer has none; glued marks become anchors, figures stay figures."""
    found = page(TEXT)

    assert ["Kent u het bericht «Bel kapot»?", "Zijn er 911 bellen kapot, zoals in «De Bel» staat?", "En CO2?"] == [
        question.text.plain for question in found.questions
    ]
    assert [("1",), ("2",), ()] == [question.text.labels for question in found.questions]
    assert [((1,), "Ja."), ((3,), "Zie mijn antwoord.\nMeer niet.")] == [(a.numbers, a.text.plain) for a in found.answers]
    assert [(date(2019, 3, 24), "Hierbij deel ik u mede dat het later wordt.")] == [(n.announced_on, n.text.plain) for n in found.notices]
    assert [("1", ("https://bel.nl/a",))] == [(note.label, note.urls) for note in found.footnotes]


def test_marks_without_text_are_problems() -> None:
    """Note 1 stands on the page, note 2 does not."""
    problems = openkamer_page.read(TEXT.encode(), name="x").problems

    assert [("footnote.text-missing", "question 2")] == [(problem.code, problem.where) for problem in problems]


def test_html_gives_the_same_fields() -> None:
    """Older pages print no number above: it stands in the source; the site's own words are furniture."""
    parsed = openkamer_page.read(HTML.encode(), name="x")
    found = parsed.content
    assert isinstance(found, CasePage)

    assert ("2019Z90001",) == found.heading.question_numbers
    assert ["Bo Jansma", "Ko van der Pieters"] == [asker.name for asker in found.heading.askers]
    assert [("Kent u «Bel kapot»?", ("1",)), ("En nu?", ())] == [(q.text.plain, q.text.labels) for q in found.questions]
    assert [((1,), "Ja.\nZeker.")] == [(a.numbers, a.text.plain) for a in found.answers]
    assert ("Organisatie en beleid", "Parlement") == found.topics
    assert {"Open Kamer", "Over deze site"} <= {piece.text for piece in parsed.furniture}


def test_a_copy_that_was_cut_off_says_so() -> None:
    """What is there is read."""
    cut = TEXT[: TEXT.index("Zie mijn")] + "\n# truncated\n"
    parsed = openkamer_page.read(cut.encode(), name="x")
    assert isinstance(parsed.content, CasePage)

    assert 3 == len(parsed.content.questions)
    assert "page.truncated" in [problem.code for problem in parsed.problems]


def test_another_page_is_refused() -> None:
    """No number, no case."""
    with pytest.raises(LayoutError, match="not a page of one case"):
        openkamer_page.read(b"Kamervragen\n\nIngediend 3 maart 2019", name="x")


@pytest.mark.real
def test_the_seed_page() -> None:
    """Ten pairs, the notice with its day, both marks, the header as annotated."""
    found = page((REAL / "seed" / "2020Z02502.openkamer.txt").read_text("utf-8"))

    assert (10, 10, 105) == (len(found.questions), len(found.answers), found.days_printed)
    assert [date(2020, 3, 2)] == [notice.announced_on for notice in found.notices]
    assert [("1",), ("2",)] == [text.labels for text in (found.questions[0].text, found.answers[6].text)]
    assert ("Openbare orde en veiligheid", "Organisatie en beleid") == found.topics
    assert ("2019-2020", 2893) == (found.heading.session_year, found.heading.appendix_number)
