"""What the records hold, as strings with the names of their fields."""

from datetime import date

from navraag.parsing.account.items import facts_of, furniture_of, items_of
from navraag.records.answers import AnswerSet
from navraag.records.evidence import Furniture
from navraag.records.papers import Answer, Heading, Question
from navraag.records.parsed import Parsed
from navraag.records.text import Footnote, Mark, Paragraph, Text, plain_text

PARSED = Parsed(
    layout="koop_xml",
    content=AnswerSet(
        heading=Heading(title="Titel", tabled_on=date(2019, 3, 3), publication="ah-tk-20182019-9001"),
        questions=(
            Question(number=4, heading="Vraag 4 en 5", text=Text(paragraphs=(Paragraph(text="Een? Ja.", marks=(Mark(label="1", at=4),)),))),
            Question(number=5, heading="Vraag 4 en 5", text=plain_text("Twee?")),
        ),
        answers=(Answer(numbers=(4, 5), heading="Antwoord", text=plain_text("Ja.")),),
        footnotes=(Footnote(label="1", text="a\nb"),),
    ),
    furniture=(Furniture(kind="page_number", text="1"), Furniture(kind="running_head", text="Vergaderjaar 2018-2019")),
)


def test_every_part_has_its_field() -> None:
    """A joint heading is looked for once, marks where they stand, notes line by line."""
    found = [(segment.label, segment.text, segment.kind) for item in items_of(PARSED) for segment in item]

    assert [
        ("title", "Titel", "words"),
        ("question.4.heading", "Vraag 4 en 5", "words"), ("question.4.text", "Een?", "words"), ("question.4.text.mark", "1", "mark"),
        ("question.4.text", " Ja.", "words"), ("question.5.heading", "Vraag 4 en 5", "optional"), ("question.5.text", "Twee?", "words"),
        ("answer.4-5.heading", "Antwoord", "words"), ("answer.4-5.text", "Ja.", "words"),
        ("footnote.1.label", "1", "optional"), ("footnote.1", "a", "words"), ("footnote.1", "b", "words"),
    ] == found


def test_facts_come_in_every_printed_form() -> None:
    """A day in words and figures; an id as an address too."""
    facts = {segment.label: (segment.text, *segment.alternatives) for segment in facts_of(PARSED)}

    assert {"3 maart 2019", "2019-03-03", "03-03-2019"} <= set(facts["tabled_on"])
    assert "ah-tk-20182019-9001" in facts["publication"]


def test_furniture_is_parted_by_size() -> None:
    """Short pieces may only be found where they stand free."""
    lines, pieces = furniture_of(PARSED)

    assert (["furniture.running_head"], ["furniture.page_number"]) == ([line.label for line in lines], [piece.label for piece in pieces])
