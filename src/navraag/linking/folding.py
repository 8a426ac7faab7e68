"""Spellings made comparable: subjects, askers and texts folded to what all printings share."""

import re
import unicodedata
from functools import lru_cache

from navraag.records.text import Text

_NOT_WORD = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_SPACED_HYPHEN = re.compile(r"\s?[-‐‑–—]\s?")
_INITIALS = re.compile(r"(?:[a-z]{1,3}\.)+[a-z]?")
_PARTICLES = frozenset({
    "van", "de", "der", "den", "het", "t", "te", "ten", "ter", "el", "la", "le", "du", "von", "in", "op", "cs", "c.s.", "lid", "leden",
})
_REPRINT = "herdruk"
_TELLING = 5
_UBIQUITOUS = frozenset({"bericht", "berichten", "artikel", "artikelen", "uitzending", "antwoord", "antwoorden", "vragen", "schriftelijke", "eerdere", "nederland", "nederlandse"})


def fold(text: str) -> str:
    """Lower case, without accents, punctuation and blanks.

    >>> fold("Het bericht «Één  dijk»")
    'hetberichteendijk'
    """
    return _NOT_WORD.sub("", _plain(text))


@lru_cache(maxsize=1024)
def fold_subject(subject: str) -> str:
    """A subject as a key; "(herdruk)" at its end is no part of it."""
    return fold(subject).removesuffix(_REPRINT)


@lru_cache(maxsize=8192)
def asker_key(name: str) -> str:
    """The surname by which a member is told in every style: "De Jong", "R.H. (Romke) de Jong", "Jong, R.H. de".

    >>> {asker_key(name) for name in ("De Jong", "R.H. (Romke) de Jong", "Jong, R.H. de", "Romke de Jong (R.H.)")}
    {'jong'}
    """
    surname = _SPACED_HYPHEN.sub("-", _BRACKETS.sub(" ", _plain(name))).split(",")[0]
    tokens = [token.strip("'’‘`´\"") for token in surname.split()]
    telling = [token for token in tokens if token and token not in _PARTICLES and not _INITIALS.fullmatch(token)]
    return fold(telling[-1]) if telling else fold(name)


def words_of(*texts: Text) -> frozenset[str]:
    """The distinct words of some texts, folded."""
    return frozenset(word for text in texts for word in _NOT_WORD.split(_plain(text.plain)) if word)


def telling_words(text: str) -> frozenset[str]:
    """The longer words of a subject, folded; "bericht" and "artikel" tell nothing."""
    return frozenset(word for word in _NOT_WORD.split(_plain(text)) if len(word) >= _TELLING and word not in _UBIQUITOUS)


def likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of words that two texts have in common, 0 to 1."""
    return len(first & second) / len(first | second) if first and second else 0.0


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
