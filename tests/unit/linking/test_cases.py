"""Which papers become one case, and what the case says."""

from datetime import date

from navraag.linking.cases import LinkedPaper, link
from navraag.records.attribution import Attribution
from navraag.records.cases import Case, Relation
from navraag.records.pages import CasePage, Other, PageNotice
from navraag.records.papers import Answer, Heading
from navraag.records.questions import OralQuestions
from navraag.records.text import plain_text
from tests.unit.linking.builders import (
    ASKERS,
    SUBJECT,
    TABLED,
    answered,
    asked,
    described,
    heading,
    member,
    noticed,
    paper,
    questions,
    registered,
    see,
    withdrawn,
)

NUMBER = "2020Z90001"


def only(*papers: LinkedPaper) -> Case:
    """The one case that these papers make."""
    cases = link(papers)
    assert len(cases) == 1, [case.number for case in cases]
    return cases[0]


def codes(case: Case) -> set[str]:
    """The codes of a case's problems."""
    return {problem.code for problem in case.problems}


def test_all_papers_of_one_number_are_one_case() -> None:
    """Question, notice and answer that print the number; pairs by printed numbers, the joint answer with both."""
    case = only(
        paper(answered(question_numbers=(NUMBER,), publication="ah-tk-20192020-9002", session_year="2019-2020", appendix_number=9002, see_also=(see(9001),))),
        paper(asked(publication="kv-tk-2020Z90001")),
        paper(noticed(question_numbers=(NUMBER,), publication="ah-tk-20192020-9001")),
    )
    assert (case.number, case.provisional, case.chamber, case.tabled_on, case.session_year) == (NUMBER, False, "tk", TABLED, "2019-2020")
    assert [pair.id for pair in case.pairs] == ["2020Z90001/1", "2020Z90001/2", "2020Z90001/3"]
    assert [[(given.answer_set, given.joint_with) for given in pair.answers] for pair in case.pairs] == [
        [("ah-tk-20192020-9002", ())], [("ah-tk-20192020-9002", (2, 3))], [("ah-tk-20192020-9002", (2, 3))],
    ]
    assert [notice.id for notice in case.notices] == ["ah-tk-20192020-9001"]
    assert case.relations == (Relation(kind="see_also", target="ah-tk-20192020-9001"),)
    assert not case.problems


def test_a_question_alone_an_answer_alone_a_registration_alone() -> None:
    """A new question or answer never waits for its other half (Open Kamer D-17)."""
    assert only(paper(asked(publication="kv-tk-2020Z90001"))).number == NUMBER
    lone = only(paper(answered(publication="ah-tk-20192020-9002", repeats=(1, 2, 3))))
    assert (lone.number, lone.provisional, len(lone.pairs)) == ("ah-tk-20192020-9002", True, 3)
    row = only(paper(registered(NUMBER, closed=True), "tk_entities"))
    assert (row.number, row.closed, row.questions, row.subject) == (NUMBER, True, None, "Het bericht 'Veerpont te Oudezijl vaart niet'")
    nameless = only(paper(answered(tabled_on=None, askers=(), subject=None), "tk_docx"))
    assert nameless.number.startswith("stuk-")
    assert nameless.provisional


def test_papers_of_other_kinds_make_no_case() -> None:
    """A letter or a motion is kept elsewhere."""
    assert link([paper(Other(title="Brief over de veerdienst"))]) == ()
    assert link([paper(described("kst-99999-1"), "koop_metadata")]) == ()


def test_old_questions_are_named_by_their_publication_until_the_number_is_known() -> None:
    """Ten digits name a case for good; a registration of the same day, askers and subject renames it, and the old name redirects."""
    question = paper(asked(publication="kv-2070890010", question_numbers=("2070890010",)))
    answer = paper(answered(publication="ah-tk-20072008-901", question_numbers=("2070890010",)))
    old = only(question, answer)
    assert (old.number, old.provisional, old.session_year) == ("kv-2070890010", False, "2007-2008")
    case = only(question, answer, paper(registered("2008Z90001"), "tk_entities"))
    assert (case.number, case.former_numbers, len(case.answers)) == ("2008Z90001", ("kv-2070890010",), 1)


def test_an_answer_without_a_number_joins_by_day_askers_and_subject() -> None:
    """All three, folded: spelling, accents, quotes and the style of names make no difference."""
    case = only(
        paper(registered(NUMBER), "tk_entities"),
        paper(answered(publication="ah-tk-20192020-9002", repeats=(1, 2, 3))),
        paper(noticed(publication="ah-tk-20192020-9001", subject="Het bericht “Veerpont te Oudezijl  vaart niet”")),
    )
    assert (case.number, len(case.answers), len(case.notices)) == (NUMBER, 1, 1)
    assert case.former_numbers == ("ah-tk-20192020-9001", "ah-tk-20192020-9002")


def test_an_address_that_was_once_given_keeps_working() -> None:
    """The PDF of an answer prints no number and named a case of its own until the XML came: that name redirects."""
    name = "ah-tk-20192020-9002"
    early = only(paper(answered(publication=name), "pdf"))
    late = only(paper(answered(publication=name), "pdf"), paper(answered(publication=name, question_numbers=(NUMBER,))))
    assert (early.number, late.number, late.former_numbers) == (name, NUMBER, (name,))
    nameless = paper(answered(), "tk_docx")
    assert link([nameless])[0].number in only(nameless, paper(registered(NUMBER), "tk_entities")).former_numbers


def test_anything_less_is_a_candidate() -> None:
    """Another subject, other askers, another day, or two cases that fit: no join; where something fits it is told."""
    row = paper(registered(NUMBER), "tk_entities")
    told = paper(answered(publication="ah-tk-20192020-9002", subject="de veerpont"))
    silent = [
        paper(answered(publication="ah-tk-20192020-9002", askers=ASKERS[:1])),
        paper(answered(publication="ah-tk-20192020-9002", tabled_on=date(2020, 2, 11))),
    ]
    for answer in [told, *silent]:
        cases = {case.number: case for case in link([row, answer])}
        assert set(cases) == {NUMBER, "ah-tk-20192020-9002"}
        told_of = [problem.message for problem in cases["ah-tk-20192020-9002"].problems if problem.code == "linking.candidate"]
        assert [NUMBER in message for message in told_of] == ([True] if answer is told else [])
    twice = link([row, paper(registered("2020Z90002"), "tk_entities"), paper(answered(publication="ah-tk-20192020-9002"))])
    assert {case.number for case in twice} == {NUMBER, "2020Z90002", "ah-tk-20192020-9002"}
    assert any("meer dan één" in problem.message for case in twice for problem in case.problems)


def test_zie_ook_joins_notice_and_answer() -> None:
    """The publication that an answer names, if of the same day and askers, is its notice, whatever the subject says."""
    notice = paper(noticed(publication="ah-tk-20192020-9001", subject="de pont"))
    answer = paper(answered(publication="ah-tk-20192020-9002", see_also=(see(9001),)))
    provisional = only(notice, answer)
    assert (provisional.number, len(provisional.notices), len(provisional.answers)) == ("ah-tk-20192020-9001", 1, 1)
    known = only(notice, answer, paper(registered(NUMBER), "tk_entities"))
    assert (known.number, known.former_numbers) == (NUMBER, ("ah-tk-20192020-9001", "ah-tk-20192020-9002"))
    assert known.relations == provisional.relations == (Relation(kind="see_also", target="ah-tk-20192020-9001"),)
    numbered = only(notice, paper(answered(publication="ah-tk-20192020-9002", see_also=(see(9001),), question_numbers=(NUMBER,))))
    assert (numbered.number, len(numbered.notices)) == (NUMBER, 1)


def test_one_answer_for_several_sets_stands_in_each() -> None:
    """Neither case is lost (Open Kamer D-13); each says with which it was answered."""
    answer = paper(answered((1,), (2,), (3,), question_numbers=("2020Z90002", NUMBER), publication="ah-tk-20192020-9002"))
    cases = link([paper(asked(publication="kv-tk-2020Z90001")), paper(asked(1, 2, publication="kv-tk-2020Z90002", askers=(member("Mulder"),))), answer])
    assert [case.number for case in cases] == [NUMBER, "2020Z90002"]
    for case, other in (cases, cases[::-1]):
        assert case.answers[0].answers_cases == (NUMBER, "2020Z90002")
        assert Relation(kind="answers_together", target=other.number) in case.relations
        assert all(pair.answers for pair in case.pairs)
        assert case.former_numbers == ()
    assert [orphan.answer.numbers for orphan in cases[1].orphans] == [(3,)]


def test_several_answers_are_kept_in_order() -> None:
    """The later answer neither hides the earlier one nor is hidden by it (Open Kamer D-16)."""
    first = paper(answered((1,), (2, 3), publication="ah-tk-20192020-9002", question_numbers=(NUMBER,)))
    further = paper(answered((2,), publication="ah-tk-20192020-9102", question_numbers=(NUMBER,), received_on=date(2020, 6, 30), words="Er is meer te zeggen"))
    correction = paper(answered((1,), publication="ah-tk-20192020-9202", question_numbers=(NUMBER,), received_on=date(2020, 7, 7), kind="correction", words="De pont voer wel"))
    case = only(correction, further, first, paper(asked(publication="kv-tk-2020Z90001")))
    assert [(answers.id, answers.kind) for answers in case.answers] == [
        ("ah-tk-20192020-9002", "first"), ("ah-tk-20192020-9102", "further"), ("ah-tk-20192020-9202", "correction"),
    ]
    assert [given.answer_set for given in case.pairs[1].answers] == ["ah-tk-20192020-9002", "ah-tk-20192020-9102"]
    changed = next(version for version in case.versions if version.part == "ah-tk-20192020-9102")
    assert "+ De pont voer wel" in changed.text


def test_two_notices_are_both_kept() -> None:
    """In order of their days (Open Kamer D-14), though all notices use the same words."""
    case = only(*(
        paper(noticed(publication=name, question_numbers=(NUMBER,), received_on=day))
        for name, day in [("ah-tk-20192020-9050", date(2020, 3, 20)), ("ah-tk-20192020-9001", date(2020, 3, 2))]
    ), paper(noticed(question_numbers=(NUMBER,), received_on=date(2020, 3, 20)), "tk_docx"))
    assert [(notice.id, notice.announced_on, len(notice.sources)) for notice in case.notices] == [
        ("ah-tk-20192020-9001", date(2020, 3, 2), 1), ("ah-tk-20192020-9050", date(2020, 3, 20), 2),
    ]


def test_a_notice_without_words_loses_nothing() -> None:
    """Question, answer and notice stay (Open Kamer D-15 loses all three)."""
    case = only(
        paper(asked(publication="kv-tk-2020Z90001")), paper(noticed(words="", question_numbers=(NUMBER,))),
        paper(answered(question_numbers=(NUMBER,))),
    )
    assert (len(case.pairs), len(case.notices), len(case.answers)) == (3, 1, 1)


def test_a_withdrawn_set_keeps_its_withdrawal() -> None:
    """Closed, not answered (Open Kamer D-31)."""
    case = only(paper(asked(publication="kv-tk-2020Z90001")), paper(withdrawn(question_numbers=(NUMBER,), publication="ah-tk-20192020-9001")))
    assert case.withdrawal is not None
    assert case.withdrawal.announced_on == date(2020, 3, 2)
    assert not case.answers
    assert not case.notices


def test_one_document_in_all_its_forms_is_one_paper() -> None:
    """XML, HTML, PDF, Word file and page of one answer: one answer set, shown from the best, all among its sources."""
    said = {"publication": "ah-tk-20192020-9002", "question_numbers": (NUMBER,)}
    papers = [
        paper(answered(appendix_number=9002, question_numbers=(NUMBER,)), "tk_docx"),
        paper(answered(publication="ah-tk-20192020-9002", appendix_number=9002), "pdf"),
        paper(answered(**said), "koop_html"),
        paper(answered(**said), "koop_xml"),
        paper(described("ah-tk-20192020-9002", kind="Antwoord", question_numbers=(NUMBER,), received_on=date(2020, 5, 25)), "koop_metadata"),
        paper(answered(publication="ah-1999999", question_numbers=(NUMBER,)), "pdf"),  # the first, unformatted publication
        paper(answered(), "plain_text", name="ah-tk-20192020-9002.txt"),  # only the file's name says what it is
    ]
    case = only(*papers)
    assert len(case.answers) == 1
    assert case.answers[0].sources[0].layout == "koop_xml"
    assert len(case.answers[0].sources) == len(papers)
    assert not case.versions


def test_metadata_links_question_and_answer() -> None:
    """The question's metadata names notice and answer; papers that print no number follow it, texts or not."""
    case = only(
        paper(described("kv-tk-2020Z90001", question_numbers=(NUMBER,), title="Veerpont Oudezijl", appendices=("ah-tk-20192020-9001", "ah-tk-20192020-9002"),
                        topics=("Verkeer | Water",), tabled_on=TABLED, kind="Schriftelijke vragen"), "koop_metadata"),
        paper(answered(publication="ah-tk-20192020-9002", tabled_on=None, askers=(), subject=None)),
        paper(described("ah-tk-20192020-9001", kind="Mededeling", received_on=date(2020, 3, 2)), "koop_metadata"),
    )
    assert (case.number, case.subject, case.topics) == (NUMBER, "Veerpont Oudezijl", ("Verkeer | Water",))
    assert [notice.announced_on for notice in case.notices] == [date(2020, 3, 2)]
    assert case.former_numbers == ("ah-tk-20192020-9001", "ah-tk-20192020-9002")
    assert codes(case) == {"pairing.questions-missing"}


def test_one_file_may_hold_the_metadata_of_many() -> None:
    """Records of one search response share their bytes; none is lost."""
    records = [described(f"kv-tk-2020Z9000{digit}", question_numbers=(f"2020Z9000{digit}",)) for digit in range(1, 4)]
    source = paper(records[0], "koop_metadata").source
    papers = [LinkedPaper(source=source, parsed=paper(record, "koop_metadata").parsed, name="sru.xml") for record in records]
    assert [case.number for case in link(papers)] == ["2020Z90001", "2020Z90002", "2020Z90003"]


def page(**said: object) -> CasePage:
    """A page that shows the whole case."""
    usual: dict[str, object] = {
        "heading": Heading(question_numbers=(NUMBER,), tabled_on=TABLED, received_on=date(2020, 5, 25), subject="Veerpont", askers=ASKERS),
        "questions": questions(1, 2, 3), "answers": (Answer(numbers=(1,), text=plain_text("Ja.")), Answer(numbers=(2, 3), text=plain_text("Nee."))),
        "notices": (PageNotice(announced_on=date(2020, 3, 2), text=plain_text("Het duurt langer.")),),
        "question_publication": "kv-tk-2020Z90001", "answer_publication": "ah-tk-20192020-9002", "topics": ("verkeer",),
    }
    return CasePage(**(usual | said))  # type: ignore[arg-type]


def test_a_page_alone_is_a_whole_case() -> None:
    """Questions, answers and notice of a page, each with the page as its source."""
    case = only(paper(page(), "openkamer_page"))
    assert [len(pair.answers) for pair in case.pairs] == [1, 1, 1]
    assert [(notice.id, notice.text.plain) for notice in case.notices] == [("2020-03-02", "Het duurt langer.")]
    assert (case.answers[0].publication, case.questions.publication if case.questions else None) == ("ah-tk-20192020-9002", "kv-tk-2020Z90001")


def test_papers_beat_the_page_but_the_page_still_links() -> None:
    """The page's words give way to those of the papers; its publication names join an answer that prints no number."""
    case = only(paper(page(), "openkamer_page"), paper(answered(publication="ah-tk-20192020-9002", tabled_on=None, askers=(), subject=None)))
    assert len(case.answers) == 1
    assert "zo luidt" in case.answers[0].answers[0].text.plain
    assert [source.layout for source in case.answers[0].sources] == ["koop_xml", "openkamer_page"]


def test_reprints_are_versions() -> None:
    """The latest reprint is shown; what the first printing said otherwise is kept, with the day that metadata gives."""
    case = only(
        paper(asked(publication="kv-tk-2020Z90001", words="Waarom vaart de boot niet")),
        paper(asked(publication="kv-tk-2020Z90001-n1")),
        paper(described("kv-tk-2020Z90001", question_numbers=(NUMBER,), available_on=date(2020, 2, 11)), "koop_metadata"),
        paper(asked(publication="kv-tk-2020Z90001", words="Waarom vaart de boot niet"), "koop_html"),
    )
    assert case.questions is not None
    assert case.questions.questions[0].text.plain == "Waarom vaart de pont niet, punt 1?"
    assert {(version.part, version.printed_on) for version in case.versions} == {("questions", date(2020, 2, 11))}
    assert case.versions[0].text.splitlines()[0] == "- Waarom vaart de boot niet, punt 1?"


def test_a_mistyped_number_stands_alone_and_says_what_it_may_mean() -> None:
    """Never guessed: it joins only by day, askers and subject, and otherwise names its candidates."""
    question = paper(asked(publication="kv-tk-2020Z9001", askers=(member("Mulder"),)))
    row = paper(registered(NUMBER), "tk_entities")
    odd = next(case for case in link([question, row]) if case.number != NUMBER)
    assert (odd.number, odd.provisional) == ("kv-tk-2020Z9001", True)
    assert ["2020Z90001" in problem.message for problem in odd.problems] == [True]
    joined = only(paper(asked(publication="kv-tk-2020Z9001")), row)
    assert (joined.number, joined.former_numbers, codes(joined)) == (NUMBER, ("kv-tk-2020Z9001",), {"linking.misshapen-number"})


def test_an_odd_name_of_an_answer_is_told() -> None:
    """The paper keeps the name that it was published under, with what it may have meant."""
    case = only(paper(answered(publication="ah-tk-20192020-AH9002")))
    assert (case.number, case.provisional, codes(case)) == ("ah-tk-20192020-AH9002", True, {"linking.misshapen-number", "pairing.questions-missing"})
    assert any("ah-tk-20192020-9002" in problem.message for problem in case.problems)


def test_oral_questions_are_kept_apart() -> None:
    """A kv-tk name does not make a written question."""
    case = only(paper(OralQuestions(heading=heading(publication="kv-tk-2020Z90001"), text=plain_text("over de veerpont"))))
    assert (case.number, case.oral) == (NUMBER, True)
    assert case.questions is not None
    assert case.questions.preamble.plain == "over de veerpont", "its words are shown, though none is a numbered question"
    assert only(paper(described("kv-tk-2020Z90001", kind="Mondelinge vragen"), "koop_metadata")).oral
    titled = described("kv-2989900001", title="Mondelinge vragen van het lid Veerman (XYZ) over de veerpont.", kind="Kamervragen")
    assert only(paper(titled, "koop_metadata")).oral, "before 2000 only the title says so"


def test_eerste_kamer_questions_have_their_own_names() -> None:
    """The nine digits of question and answer metadata meet in one case of the Eerste Kamer."""
    case = only(
        paper(described("kv-ek-219290007", creator="Eerste Kamer der Staten-Generaal"), "koop_metadata"),
        paper(described("ah-ek-20192020-90", question_numbers=("219290007",), creator="Eerste Kamer der Staten-Generaal", kind="Antwoord"), "koop_metadata"),
    )
    assert (case.number, case.chamber, case.provisional, len(case.answers)) == ("kv-ek-219290007", "ek", False, 1)


def test_every_spelling_of_the_subject_is_kept() -> None:
    """Question, answer, notice and registration; the registered one is shown."""
    case = only(
        paper(asked(publication="kv-tk-2020Z90001")),
        paper(answered(question_numbers=(NUMBER,), publication="ah-tk-20192020-9002", subject="de veerpont")),
        paper(registered(NUMBER, subject=" Veerpont\u00a0 Oudezijl "), "tk_entities"),
    )
    assert case.subject == "Veerpont Oudezijl"
    assert [(spelling.where, spelling.text) for spelling in case.subjects] == [("registration", "Veerpont Oudezijl"), ("question", SUBJECT), ("answer", "de veerpont")]


def test_askers_come_from_the_paper_with_their_parties() -> None:
    """Never from all actors of a registration (Open Kamer D-19): askers, addressees and answerers stay apart (D-12)."""
    office = Attribution(printed="de Minister van Water", role="Minister", portfolio="Water")
    signer = Attribution(printed="Staatssecretaris Van Dam", name="Van Dam", role="Staatssecretaris", portfolio="Water")
    case = only(
        paper(registered(NUMBER, addressees=(member("C. Dijk", None),)), "tk_entities"),
        paper(asked(publication="kv-tk-2020Z90001", askers=ASKERS[::-1], addressees=(office,))),
        paper(answered(question_numbers=(NUMBER,), publication="ah-tk-20192020-9002", answerers=(signer,), on_behalf_of=(office,))),
    )
    assert [asker.name for asker in case.askers] == ["Terpstra-Wad", "Van Oudezijl"]
    assert case.addressees == (office,)
    assert (case.answers[0].answerers, case.answers[0].on_behalf_of) == ((signer,), (office,))


def test_a_page_lends_its_parties_to_the_registered_askers() -> None:
    """A registration names no party; a document that prints one for the same member does."""
    case = only(paper(registered(NUMBER), "tk_entities"), paper(page(), "openkamer_page"))
    assert [(asker.name, asker.party) for asker in case.askers] == [("Ada van Oudezijl (A.)", "Dijkpartij"), ("B.C. Terpstra-Wad", "Dijkpartij")]


def test_days_that_differ_are_told() -> None:
    """The printed day counts; the other is a note, not lost."""
    case = only(paper(asked(publication="kv-tk-2020Z90001")), paper(registered(NUMBER, tabled_on=date(2020, 2, 9)), "tk_entities"))
    assert case.tabled_on == TABLED
    assert codes(case) == {"linking.tabled-on-differs"}


def test_the_same_document_twice_changes_nothing() -> None:
    """Identical bytes count once; of two registrations the newer counts."""
    papers = [paper(asked(publication="kv-tk-2020Z90001")), paper(answered(question_numbers=(NUMBER,)))]
    assert link(papers * 2) == link(papers)
    newer = paper(registered(NUMBER, closed=True, changed_on=date(2021, 1, 1)), "tk_entities")
    older = paper(registered(NUMBER, closed=False, changed_on=date(2020, 3, 1)), "tk_entities")
    assert only(newer, older).closed is True
    assert only(older, newer).closed is True
    feed = paper(registered(NUMBER, askers=(), closed=True, changed_on=date(2022, 1, 1)), "tk_entities", name="feed")
    assert [asker.name for asker in only(feed, older).askers] == ["Ada van Oudezijl (A.)", "B.C. Terpstra-Wad"]

