"""Documents taken apart into the papers that they show."""

from datetime import date

from navraag.linking.pieces import case_numbers, pieces_of
from navraag.records.pages import CasePage, PageNotice, Registration
from navraag.records.papers import Answer, Heading
from navraag.records.text import plain_text
from tests.unit.linking.builders import answered, asked, described, noticed, paper, registered, see, withdrawn

NUMBERS = [
    # printed, chamber, case numbers: why
    (("2024Z 90001",), "tk", ("2024Z90001",)),
    (("2024Z90002", "2024Z90001", "2024Z90002"), "tk", ("2024Z90002", "2024Z90001")),  # in order, each once
    (("2070890010",), "tk", ("kv-2070890010",)),  # ten digits: the old publication
    (("215160004",), "ek", ("kv-ek-215160004",)),  # nine digits: Eerste Kamer
    (("5284183",), "tk", ()),  # a ministry's own reference
    (("",), "tk", ()),  # an empty alias is no number (Open Kamer D-18)
]


def test_printed_numbers_become_case_numbers() -> None:
    """Zaak numbers, old numbers and those of the Eerste Kamer; anything else is none."""
    for printed, chamber, expected in NUMBERS:
        assert case_numbers(printed, chamber) == expected  # type: ignore[arg-type]


def test_each_paper_is_one_piece_with_its_names() -> None:
    """An answer has its publication, and its appendix number by session and by day; a question only its publication."""
    answer = next(pieces_of(paper(answered(publication="ah-tk-20192020-9002-n1", appendix_number=9002, session_year="2019-2020"))))
    assert (answer.role, answer.names, answer.edition) == ("answer", {"ah-tk-20192020-9002", "tk 9002 2020-05-25"}, 1)
    word = next(pieces_of(paper(answered(appendix_number=9002), "tk_docx")))
    assert word.names == {"tk 9002 2020-05-25"}
    question = next(pieces_of(paper(asked(publication="kv-tk-2020z90001", appendix_number=5))))
    assert (question.role, question.names, question.numbers) == ("question", {"kv-tk-2020Z90001"}, ("2020Z90001",))
    assert [next(pieces_of(paper(content))).role for content in (noticed(), withdrawn())] == ["notice", "withdrawal"]


def test_names_come_from_the_words_then_the_source_then_the_file() -> None:
    """What the document prints beats what its address or its file is called."""
    table = [
        (paper(asked(publication="kv-tk-2020Z90001"), publication="kv-tk-2020Z90002", name="kv-tk-2020Z90003.xml"), "2020Z90001"),
        (paper(asked(), publication="kv-tk-2020Z90002", name="kv-tk-2020Z90003.xml"), "2020Z90002"),
        (paper(asked(), name="map/kv-tk-2020Z90003.tekst.txt"), "2020Z90003"),
        (paper(asked(question_numbers=("2020Z90004",)), name="kv-tk-2020Z90003.txt"), "2020Z90004"),
    ]
    for document, number in table:
        assert next(pieces_of(document)).numbers == (number,)
    for name in ("vragen.txt", "kv-vragen over de pont.txt", "kv-.txt", ".txt", ""):
        assert next(pieces_of(paper(asked(), name=name))).numbers == ()


def test_odd_names_of_a_known_form_are_kept() -> None:
    """They name their paper as they are; what they may have meant is for others to say."""
    answer = next(pieces_of(paper(answered(publication="ah-tk-20112012-27527"))))
    assert (answer.names, answer.publication) == ({"ah-tk-20112012-27527"}, None)
    question = next(pieces_of(paper(asked(publication="kv-tk-2020Z9001"))))
    assert (question.names, question.numbers) == ({"kv-tk-2020Z9001"}, ("kv-tk-2020Z9001",))


def test_a_page_is_question_answer_and_notices() -> None:
    """Each with the page's numbers; the name of the notice only where there is one."""
    page = CasePage(
        heading=Heading(question_numbers=("2020Z90001",), see_also=(see(9001),)), answers=(Answer(numbers=(1,), text=plain_text("Ja.")),),
        notices=(PageNotice(announced_on=date(2020, 3, 2), text=plain_text("a")), PageNotice(announced_on=None, text=plain_text("b"))),
        notice_publication="ah-tk-20192020-9001",
    )
    pieces = list(pieces_of(paper(page, "openkamer_page")))
    assert [(piece.role, piece.where, piece.numbers, piece.names) for piece in pieces] == [
        (role, "page", ("2020Z90001",), frozenset()) for role in ("question", "answer", "notice", "notice")
    ]


def test_metadata_is_the_paper_without_its_words() -> None:
    """Question, answer or notice by series and kind; the title line of old questions is no subject."""
    kinds = [("kv-tk-2020Z90001", "Schriftelijke vragen", "question"), ("ah-tk-20192020-9002", "Antwoord", "answer"), ("ah-tk-20192020-9001", "Mededeling", "notice")]
    for publication, kind, role in kinds:
        piece = next(pieces_of(paper(described(publication, kind=kind), "koop_metadata")))
        assert (piece.role, piece.bare) == (role, True)
    for title, subject in [("Veerpont Oudezijl", "Veerpont Oudezijl"), ("Vragen van het lid Mulder over de pont", None)]:
        assert next(pieces_of(paper(described("kv-tk-2020Z90001", title=title), "koop_metadata"))).heading.subject == subject


def test_registrations_and_other_publications_are_no_pieces() -> None:
    """Registrations are rows beside the papers; other series are no questions."""
    assert isinstance(registered("2020Z90001"), Registration)
    for content in (registered("2020Z90001"), described("kst-99999-1"), described("kv-2007-01-11")):
        assert list(pieces_of(paper(content))) == []


def test_the_best_source_wins_by_rank() -> None:
    """XML, HTML, formatted PDF, Word file, unformatted PDF, plain text, page, metadata."""
    name = "ah-tk-20192020-9002"
    ranked = [
        ("koop_xml", name), ("koop_html", name), ("pdf", name), ("tk_docx", None), ("pdf", "ah-1999999"), ("plain_text", None),
        ("openkamer_page", name), ("something_new", name), ("koop_metadata", name),
    ]
    ranks = [next(pieces_of(paper(answered(publication=publication), layout))).rank for layout, publication in ranked]
    assert ranks == sorted(set(ranks))
