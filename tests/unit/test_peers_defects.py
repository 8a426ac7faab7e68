"""Flaws of an older site, each as a test that we do not have them: input built here, the right result asserted.

The numbers D-1 … D-33 are those of the list of defects that the project works through; those that are absent belong to
parts that are built later. The HTML below is invented; its mark-up is KOOP's.
"""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from navraag.enrichment.timeline import timeline
from navraag.lexicon.names import outlet_at
from navraag.linking.cases import LinkedPaper, link
from navraag.parsing import parse
from navraag.parsing.layouts import tk_entities
from navraag.parsing.numbering import read_heading, read_numbers
from navraag.pipeline.rebuild import rebuild
from navraag.pipeline.run import Surroundings, import_paths
from navraag.records.answers import AnswerSet
from navraag.records.cases import Case, Source
from navraag.records.notices import DelayNotice
from navraag.records.parsed import Parsed
from navraag.records.questions import QuestionSet
from navraag.replica.render_entities import odata_row
from navraag.replica.sample_files import sample_file
from navraag.replica.sheets import sheets_of
from navraag.replica.story import StoryCase, read_office, stories
from navraag.settings import Settings
from navraag.store.reader import open_registry
from navraag.store.views import CaseFilter

QUESTION_TITLE = "Vragen van het lid Zwanenvelt (Kustverbond) aan de Minister van Defensie over de haven (ingezonden 5 februari 2024)."
ANSWER_TITLE = "Antwoord van Minister Kademan (Defensie) (ontvangen 20 februari 2024)."


def page(body: str, *titles: str, name: str = "ah-tk-20232024-9990") -> Parsed:
    """A KOOP page with this body, read."""
    heads = "".join(f'<h1 class="kamervraagomschrijving_kop no-toc">{title}</h1>' for title in titles or (QUESTION_TITLE, ANSWER_TITLE))
    meta = f'<meta name="DC.identifier" scheme="OVERHEIDop.ParlID" content="{name}" /><meta name="OVERHEIDop.vraagnummer" scheme="" content="2024Z90990" />'
    html = f'<!DOCTYPE html><html><head><meta charset="utf-8" />{meta}</head><body><div id="broodtekst">{heads}{body}</div></body></html>'
    return parse(html.encode(), name=f"{name}.html")


def part(kind: str, heading: str, body: str) -> str:
    """A ``vraag`` or ``antwoord`` with its heading."""
    return f'<div class="{kind}"><h2 class="stuktitel no-toc">{heading}</h2>{body}</div>'


def answers_of(parsed: Parsed) -> AnswerSet:
    """The content as an answer paper."""
    assert isinstance(parsed.content, AnswerSet)
    return parsed.content


def story(number: str) -> StoryCase:
    """A sample case."""
    return next(case for case in stories() if case.number == number)


def linked(*files: tuple[str, bytes]) -> dict[str, Case]:
    """The cases that these files make."""
    papers = []
    for name, data in files:
        parsed = parse(data, name=name)
        source = Source(sha256=hashlib.sha256(data).hexdigest(), layout=parsed.layout)
        papers.append(LinkedPaper(source=source, parsed=parsed, name=name))
    return {case.number: case for case in link(papers)}


def printed(case: StoryCase, form: str = "koop_html") -> list[tuple[str, bytes]]:
    """Every paper of a sample case in one form."""
    return [(file.name, file.data) for file in (sample_file(sheet, form) for sheet in sheets_of(case))]


def imported(home: Path, case: StoryCase, *forms: str) -> Settings:
    """A registry of one sample case."""
    folder = home / "documents"
    folder.mkdir()
    for sheet in sheets_of(case):
        for form in forms:
            file = sample_file(sheet, form)
            (folder / file.name).write_bytes(file.data)
    settings = Settings(home=home)
    import_paths([folder], settings, around(), kind="samples")
    return settings


def around() -> Surroundings:
    """A still clock and one process."""
    return Surroundings(now=lambda: datetime(2024, 6, 28, tzinfo=UTC), processes=1)


def test_d1_a_paragraph_that_begins_with_an_element_is_kept() -> None:
    """Italic, bold or linked first words are words."""
    parsed = answers_of(page(
        part("vraag", "Vraag 1", "<p><i>Kunt u</i> de kade herstellen?</p>")
        + part("antwoord", "Antwoord 1", '<p><strong class="vet">Ja</strong>, in mei.</p><p><a href="https://haven.example">De planning</a> volgt.</p>')
    ))

    assert parsed.questions[0].text.plain == "Kunt u de kade herstellen?"
    assert parsed.answers[0].text.plain == "Ja, in mei.\nDe planning volgt."


def test_d2_lists_tables_and_sub_headings_keep_their_form() -> None:
    """Not only ``p`` holds words."""
    body = "<ul><li>los punt</li></ul><table><tr><td>cel</td><td>2</td></tr></table><h3>Tussenkop</h3><p>Slot.</p>"
    paragraphs = answers_of(page(part("vraag", "Vraag 1", "<p>Wat?</p>") + part("antwoord", "Antwoord 1", body))).answers[0].text.paragraphs

    assert [(paragraph.kind, paragraph.text) for paragraph in paragraphs if paragraph.kind != "row"] == [
        ("item", "los punt"), ("heading", "Tussenkop"), ("paragraph", "Slot."),
    ]
    assert [paragraph.cells for paragraph in paragraphs if paragraph.kind == "row"] == [("cel", "2")]


@pytest.mark.parametrize(("heading", "numbers"), [
    ("Antwoord 2 t/m 4", (2, 3, 4)),
    ("Antwoord 2 tot en met 4", (2, 3, 4)),
    ("Antwoord 2-4", (2, 3, 4)),
    ("Antwoord 1 &amp; 2", (1, 2)),
    ("Antwoord 3a", (3,)),
    ("Antwoord 1 en vraag 2", (1, 2)),
    ("Antwoord op de vragen 1, 2 en vraag 3", (1, 2, 3)),
])
def test_d3_d4_every_way_to_name_several_questions(heading: str, numbers: tuple[int, ...]) -> None:
    """Ranges, letters and repeated words "vraag" all keep their answer and its numbers."""
    parsed = answers_of(page(part("vraag", "Vraag 1", "<p>Wat?</p>") + part("antwoord", heading, "<p>Dat.</p>")))

    assert [(answer.numbers, answer.text.plain) for answer in parsed.answers] == [(numbers, "Dat.")]


@pytest.mark.parametrize(("printed_numbers", "numbers"), [("2 tot en met 4", (2, 3, 4)), ("1 2", (1, 2)), ("1, 12 en 2", (1, 12, 2))])
def test_d5_no_word_breaks_a_list_of_numbers(printed_numbers: str, numbers: tuple[int, ...]) -> None:
    """"en" inside words is no comma, and a blank does not glue 1 and 2 to 12."""
    assert read_numbers(printed_numbers) == numbers


def test_d6_problems_name_the_printed_number() -> None:
    """Three questions, one unanswered: three are counted, and the problem names the right one."""
    parsed = page("".join(part("vraag", f"Vraag {n}", f"<p>Vraag {n}?</p>") + (part("antwoord", f"Antwoord {n}", "<p>Ja.</p>") if n != 2 else "") for n in (1, 2, 3)))

    case, = link([LinkedPaper(source=Source(sha256="c" * 64, layout="koop_html"), parsed=parsed, name="ah-tk-20232024-9990.html")])
    told = [problem for problem in case.problems if problem.code == "pairing.question-without-answer"]

    assert [question.number for question in answers_of(parsed).questions] == [1, 2, 3]
    assert [("2" in problem.message + problem.where, "3" in problem.message + problem.where) for problem in told] == [(True, False)]


def test_d7_pairs_are_made_by_printed_numbers_and_orphans_are_shown() -> None:
    """A joint question shifts no pair; an answer to a question that is not there stays visible."""
    questions = page(part("vraag", "Vraag 1, 2", "<p>Eerste?</p><p>Tweede?</p>") + part("vraag", "Vraag 3", "<p>Derde?</p>"), QUESTION_TITLE, name="kv-tk-2024Z90990")
    answered = page("".join(part("antwoord", f"Antwoord {n}", f"<p>Antwoord op {n}.</p>") for n in (3, 1, 2, 7)))
    sources = [Source(sha256=str(n) * 64, layout="koop_html") for n in (1, 2)]
    case, = link([
        LinkedPaper(source=sources[0], parsed=questions, name="kv-tk-2024Z90990.html"),
        LinkedPaper(source=sources[1], parsed=answered, name="ah-tk-20232024-9990.html"),
    ])

    assert [(pair.label, pair.question.text.plain, [a.answer.text.plain for a in pair.answers]) for pair in case.pairs] == [
        ("1", "Eerste?", ["Antwoord op 1."]), ("2", "Tweede?", ["Antwoord op 2."]), ("3", "Derde?", ["Antwoord op 3."]),
    ]
    assert [orphan.answer.text.plain for orphan in case.orphans] == ["Antwoord op 7."]


def test_d8_a_number_in_a_paragraph_of_its_own_is_no_part_of_the_words() -> None:
    """Old mark-up: ``<p class="nummer">1</p>``."""
    parsed = answers_of(page(
        '<div class="vraag"><p class="nummer">1</p><p>Kan het?</p></div><div class="antwoord"><p class="nummer">1</p><p>Ja.</p></div>'
    ))

    assert [(a.numbers, a.text.plain) for a in parsed.answers] == [((1,), "Ja.")]
    assert [(q.number, q.text.plain) for q in parsed.questions] == [(1, "Kan het?")]


NOTES = (
    '<div id="noten"><div class="voet noot" id="supernote-note-n1"><h5 class="note-close"><a href="#close-n1">X</a> Noot</h5>'
    '<sup><span class="nootnum"><a id="n1"></a>1</span></sup>{}</div></div>'
)


def test_d9_note_marks_are_anchors_beside_the_words() -> None:
    """"91" with note 1 is never 911."""
    body = '<p>Het waren er 91<a class="nootnum supernote-click-n1" href="#n1">1</a>.</p>'
    text = answers_of(page(part("vraag", "Vraag 1", "<p>Hoeveel?</p>") + part("antwoord", "Antwoord 1", body) + NOTES.format("<p>Telling.</p>"))).answers[0].text

    assert text.plain == "Het waren er 91."
    assert [(mark.label, mark.at) for mark in text.paragraphs[0].marks] == [("1", 15)]


def test_d10_notes_of_answers_are_kept() -> None:
    """An answer's note has its words, and the case shows them with the answer."""
    case = linked(*printed(story("2022Z90001")))["2022Z90001"]

    assert [(note.label, note.text) for note in case.answers[0].footnotes][-1] == ("2", "Kamerstuk 39 901, nr. 71")
    assert case.pairs[6].answers[0].answer.text.labels == ("2",)


def test_d11_a_note_with_several_paragraphs_or_without_number_costs_nothing() -> None:
    """All paragraphs and all addresses of a note are kept; a note without number loses no question."""
    body = part("vraag", "Vraag 1", '<p>Hoe?<a class="nootnum supernote-click-n1" href="#n1">1</a></p>')
    notes = NOTES.format('<p>Zie a</p><p>en <em><a href="https://b.example/b">b</a></em></p>')
    parsed = page(body + notes, QUESTION_TITLE, name="kv-tk-2024Z90990")
    nameless = page(body + notes.replace('<a id="n1"></a>1', ""), QUESTION_TITLE, name="kv-tk-2024Z90990")

    assert isinstance(parsed.content, QuestionSet)
    assert isinstance(nameless.content, QuestionSet)
    assert [(" ".join(note.text.split()), note.urls) for note in parsed.content.footnotes] == [("Zie a en b", ("https://b.example/b",))]
    assert nameless.content.questions[0].text.plain == "Hoe?"


def test_d12_answered_by_is_who_signed() -> None:
    """Asked of one, answered by another, "mede namens" apart."""
    case = linked(*printed(story("2022Z90305")))["2022Z90305"]
    answer = case.answers[0]

    assert [office.portfolio for office in case.addressees] == ["Infrastructuur en Waterstaat"]
    assert [(who.role, who.name, who.portfolio) for who in answer.answerers] == [("Minister", "Hazelhorn", "Justitie en Veiligheid")]
    assert [(office.role, office.portfolio) for office in answer.on_behalf_of] == [("Staatssecretaris", "Infrastructuur en Waterstaat")]


def test_d13_one_answer_may_answer_two_sets() -> None:
    """Many to many: neither case disappears."""
    cases = linked(*printed(story("2024Z90216")), *printed(story("2024Z90217")))

    assert [[a.id for a in cases[number].answers] for number in ("2024Z90216", "2024Z90217")] == [["ah-tk-20232024-9217"]] * 2


def test_d14_both_notices_are_kept_in_order() -> None:
    """A second delay notice does not delete the first."""
    case = linked(*printed(story("2023Z90008")))["2023Z90008"]

    assert [notice.announced_on for notice in case.notices] == [date(2023, 4, 24), date(2023, 5, 15)]


def test_d15_a_notice_without_its_usual_element_is_read() -> None:
    """The words of a notice stand in plain paragraphs: nothing is thrown away with it."""
    told = "<p>Hierbij deel ik u mede dat de schriftelijke vragen over de haven niet binnen de gebruikelijke termijn kunnen worden beantwoord.</p>"
    notice = page(part("vraag", "Vraag 1", "<p>Wat?</p>") + told, QUESTION_TITLE, "Mededeling van Minister Kademan (Defensie) (ontvangen 26 februari 2024).")

    assert isinstance(notice.content, DelayNotice)
    assert notice.content.text.plain.startswith("Hierbij deel ik u mede")
    assert [question.text.plain for question in notice.content.questions] == ["Wat?"]


def test_d16_further_answers_and_corrections_hide_nothing() -> None:
    """Every answer paper stays, in the order of its day."""
    further = linked(*printed(story("2023Z90008")))["2023Z90008"]
    corrected = linked(*printed(story("2023Z90110")))["2023Z90110"]

    assert [paper.kind for paper in further.answers] == ["first", "further"]
    assert [given.answer_set for given in further.pairs[2].answers] == ["ah-tk-20222023-9012", "ah-tk-20222023-9013"]
    assert [paper.kind for paper in corrected.answers] == ["first", "correction"]


def test_d17_papers_of_the_kamer_come_before_koop() -> None:
    """A Word answer without any KOOP number finds its questions; a set without a KOOP page is a case."""
    case = linked(*printed(story("2022Z90104"), "word"))["2022Z90104"]

    assert [len(pair.answers) for pair in case.pairs] == [1, 1, 1]
    assert case.answers[0].received_on == date(2022, 2, 9)


def test_d18_no_number_is_guessed_for_what_is_not_held() -> None:
    """A case known only by its registration claims no publication."""
    registration = tk_entities.read_row(odata_row(story("2024Z90217")))
    source = Source(sha256="a" * 64, layout="tk_entities")
    case, = link([LinkedPaper(source=source, parsed=Parsed(layout="tk_entities", content=registration), name="zaken.jsonl")])

    assert (case.number, case.questions, case.answers) == ("2024Z90217", None, ())


def test_d19_ministers_are_no_askers() -> None:
    """Only who tabled or co-tabled asks; who was asked is an addressee."""
    registration = tk_entities.read_row(odata_row(story("2021Z90103")))

    assert [asker.name for asker in registration.askers] == ["V. Terpwinkel", "W. Van 't Zandpad"]
    assert [addressee.name for addressee in registration.addressees] == ["V. Van Eikenrode"]


def test_d20_cleaning_up_deletes_no_notice(tmp_path: Path) -> None:
    """A rebuilt registry still has both notices."""
    settings = imported(tmp_path, story("2023Z90008"), "koop_xml", "koop_metadata")
    rebuild(settings, around())

    with open_registry(tmp_path) as registry:
        assert len(registry.case("2023Z90008").notices) == 2


def test_d24_the_first_of_january_is_in_its_year(tmp_path: Path) -> None:
    """Years are half-open ranges."""
    imported(tmp_path, replace(story("2024Z90016"), tabled=date(2024, 1, 1)), "koop_xml", "koop_metadata")

    with open_registry(tmp_path) as registry:
        found = {year: registry.cases(CaseFilter(today=date(2024, 6, 28), year=year)).total for year in (2023, 2024)}
    assert found == {2023: 0, 2024: 1}


@pytest.mark.parametrize(("host", "name"), [
    ("www.ftm.nl", "ftm.nl"), ("ftm.nl", "ftm.nl"), ("m.nos.nl", "nos.nl"), ("app.nos.nl", "nos.nl"),
])
def test_d25_hosts_lose_only_what_stands_before_them(host: str, name: str) -> None:
    """"m." inside a name stays: ftm.nl is never ftnl."""
    outlet = outlet_at(host)

    assert outlet is not None
    assert name in outlet.domains


def test_d25_an_unknown_host_is_nobody_else() -> None:
    """medium.example is no outlet, nor is a name that merely ends like one."""
    assert outlet_at("mediucom") is None
    assert outlet_at("notnos.nl") is None


def test_d28_topics_keep_their_pair() -> None:
    """Main theme and sub-theme stay together, and what is registered anew replaces nothing silently."""
    case = linked(*printed(story("2021Z90501"), "koop_metadata"), *printed(story("2021Z90501")))["2021Z90501"]

    assert case.topics == ("Financiën | Belasting", "Bestuur | Organisatie en beleid")


def test_d29_late_follows_the_rules_of_order() -> None:
    """Three weeks, six after a notice; an open case is never called answered."""
    extended = linked(*printed(story("2021Z90101")))["2021Z90101"]
    waiting = linked(*printed(story("2024Z90418"), "koop_xml"))["2024Z90418"]

    assert timeline(extended, date(2024, 6, 28)).state == "answered_in_extended_term"
    assert timeline(waiting, date(2024, 6, 28)).state == "open"
    assert timeline(waiting, date(2024, 7, 12)).state == "overdue_three"


def test_d31_withdrawn_questions_are_closed_not_open() -> None:
    """A withdrawal ends the clock, and is no answer."""
    case = linked(*printed(story("2023Z90007")))["2023Z90007"]

    assert timeline(case, date(2024, 6, 28)).state == "withdrawn"
    assert case.answers == ()


def test_d33_nothing_is_too_long(tmp_path: Path) -> None:
    """A question of 60,000 characters and a subject of 4,000 are kept whole, in the registry too."""
    long_story = replace(story("2024Z90016"), subject="de sluiting van " + "het laboratorium en " * 200 + "de put", to=(read_office("Minister van Financiën"),))
    words = "Hoe kan dat? " * 5000
    folder = tmp_path / "documents"
    folder.mkdir()
    file = sample_file(sheets_of(long_story)[0], "koop_xml")
    (folder / file.name).write_bytes(file.data.replace(b"Waar kunnen bewoners daarna hun monster brengen?", words.strip().encode()))
    import_paths([folder], Settings(home=tmp_path), around(), kind="samples")

    with open_registry(tmp_path) as registry:
        case = registry.case("2024Z90016")
    assert len(case.pairs[1].question.text.plain) == len(words.strip())
    assert len(case.subjects[0].text) > 4000


def test_headings_without_a_number_are_no_numbers() -> None:
    """"Antwoord" alone is a heading whose numbers are empty, never an error."""
    heading = read_heading("Antwoord")

    assert heading is not None
    assert heading.numbers == ()
