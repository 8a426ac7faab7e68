"""What is kept of a paper or a case while its words are elsewhere: enough to group papers and to relate cases.

A whole history does not fit in memory with its words. Grouping needs headings and names only; the words of one case are
loaded when that case is put together, and let go of again.
"""

from dataclasses import replace

from navraag.linking.pieces import PaperContent, Piece
from navraag.records.answers import AnswerSet
from navraag.records.cases import Case
from navraag.records.questions import QuestionSet
from navraag.records.text import Text

_NO_TEXT = Text()


def outline_of_piece(piece: Piece) -> Piece:
    """The piece without its words and without the words of its title."""
    return replace(piece, content=_bare(piece.content))


def _bare(content: PaperContent) -> PaperContent:
    heading = replace(content.heading, title="")
    match content:
        case AnswerSet():
            return replace(content, heading=heading, answers=(), questions=(), preamble=_NO_TEXT, closing=_NO_TEXT, footnotes=())
        case QuestionSet():
            return replace(content, heading=heading, questions=(), preamble=_NO_TEXT, closing=_NO_TEXT, footnotes=())
        case _:
            return replace(content, heading=heading, text=_NO_TEXT, questions=(), footnotes=())


def outline_of_case(case: Case) -> Case:
    """The case without its words: numbers, names of its publications, day, askers and subjects."""
    questions = case.questions
    bare = replace(questions, title="", preamble=_NO_TEXT, questions=(), closing=_NO_TEXT, footnotes=(), sources=()) if questions else None
    return replace(
        case, questions=bare, pairs=(), orphans=(), versions=(), problems=(), relations=(), withdrawal=None,
        answers=tuple(
            replace(one, title="", preamble=_NO_TEXT, answers=(), closing=_NO_TEXT, footnotes=(), sources=()) for one in case.answers
        ),
        notices=tuple(replace(one, text=_NO_TEXT, sources=()) for one in case.notices),
    )
