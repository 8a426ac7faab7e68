"""A quick look before a slow one: most sentences hold none of the words that a rule needs."""

import re

READ_LATELY = 64
"""How many answers a finder keeps what it found in: the status of a question asks again for what the answer was read for."""

QUOTED = re.compile(r"[«“\"„][^»”\"«“„]{0,1000}[»”\"]")
"""Words between quotation marks: somebody else's."""


def mentions(low: str, needles: tuple[str, ...]) -> bool:
    """Does a text in lower case hold one of the needles? Many times as quick as an alternation of a regular expression."""
    for needle in needles:  # noqa: SIM110 - any() with a generator takes twice as long
        if needle in low:
            return True
    return False


def blanked(match: re.Match[str]) -> str:
    """As many blanks as there were letters, so that places stay what they are."""
    return " " * (match.end() - match.start())


def unquoted(words: str) -> str:
    """The words with every quotation blanked out, at the same length."""
    return QUOTED.sub(blanked, words) if mentions(words, ("«", "“", '"', "„")) else words
