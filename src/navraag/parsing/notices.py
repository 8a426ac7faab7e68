"""What a notice says: questions are late (and why), or withdrawn."""

import re

from navraag.records.notices import ReasonCode

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_QUOTED = re.compile(r"«[^«»]{0,400}»|‘[^‘’]{0,400}’|“[^“”]{0,400}”")
_WITHDRAWN = re.compile(
    r"\b(?:ingetrokken|intrekking)\b|\btrek(?:t|ken)?\b[^.]{0,200}\bin\b|\b(?:intrekken|intrekt)\b", re.IGNORECASE
)
_THE_QUESTIONS = re.compile(r"\b(?:vragen|vraag|deze|ze|zij|set)\b", re.IGNORECASE)
_LATE = re.compile(r"\btermijn\b|\buitstel\b|\bzo spoedig mogelijk\b|\bniet (?:tijdig|binnen)\b", re.IGNORECASE)
_NOT_RECEIVED = re.compile(
    r"\b(?:informatie|gegevens|inlichtingen|stukken)\b[^.]{0,200}\b(?:ontvangen|verkregen|beschikbaar|voorhanden|binnen|verzameld|vergaard)\b"
    r"|\b(?:ontvangen|verkregen|verzamelen|inwinnen|vergaren)\b[^.]{0,200}\b(?:informatie|gegevens)\b",
    re.IGNORECASE,
)
_COORDINATION = re.compile(r"\b\w{0,20}afstemming\b|\bafstemmen\b|\bafgestemd\b|\boverleg\b", re.IGNORECASE)


def is_withdrawal(text: str, *, subject: str | None = None) -> bool:
    """True where a sentence of the notice says that questions are withdrawn.

    The subject may itself speak of withdrawing ("over het intrekken van vergunningen"): it is left out first.
    """
    words = " ".join(text.split())
    if subject:
        words = words.replace(subject, "")
    words = _QUOTED.sub("", words)
    said = [s for s in _SENTENCE.split(words) if _WITHDRAWN.search(s) and _THE_QUESTIONS.search(s)]
    return any(not _LATE.search(sentence) for sentence in said)


def reason_of(text: str) -> ReasonCode:
    """Why the answer is late, as a code; "other" where the notice gives another reason or none."""
    words = " ".join(text.split())
    if _NOT_RECEIVED.search(words):
        return "information_not_received"
    if _COORDINATION.search(words):
        return "coordination"
    return "other"
