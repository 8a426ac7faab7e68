"""Members in a title line: "Van der Veer, Klaas Smit (beiden VPX) en De Wit (Groep A/B)".

A party in brackets goes to every member since the bracket before; "beiden" and "allen" are not part of it.
"""

import re

from navraag.lexicon.names import party_named
from navraag.records.attribution import Attribution

_ALL = re.compile(r"^(?:beide[nr]?|allen?|allebei|alle (?:twee|drie|vier|vijf|zes))\b[ ,:]*(?:van )?(?-i:de )?", re.IGNORECASE)
_SPLIT = re.compile(r" ?[,;] ?(?:en (?=\S))?| en (?=\S)| en(?=[A-ZÀ-Þ])| & ")
_LEAD = re.compile(
    r"^[ ,;/]*(?:(?:en )?mede namens )?(?:(?:en|&)(?=[ A-ZÀ-Þ]) ?)?"
    r"(?:(?:van )?(?:(?:het|de) )*(?:(?:[Tt]weede |[Ee]erste )?-?[Kk]amer)?(?:leden|lid)(?![a-z]) ?)*"
)
_TITLE = re.compile(r"^(?:(?:de ?)?heer |dhr\.?|mevrouw|mevr\.?|mw\.?|mr\.|drs\.|dr\.|prof\.|ir\.) ?", re.IGNORECASE)
_NOISE = re.compile(r",? ?(?:van (?:uw|de) [Kk]amer|op [^()]{1,30} medegedeeld|medegedeeld|\bc\.s\.|(?:(?:op|aan) \S{1,20} )?(?:gestelde )?(?:schriftelijke |mondelinge )?(?:[Kk]amer)?vragen(?: gesteld| ingediend)?)")
_RESPECTIVELY = re.compile(r"^resp(?:\.|ectievelijk) |,? resp(?:\.|ectievelijk) ")
_GLUED_PARTICLE = re.compile(r"\b([Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Ee]l)(?=[A-ZÀ-Þ][a-zà-ÿ])")
_GLUED_NAME = re.compile(r"(?<=[a-zà-ÿşğı])(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?=[A-ZÀ-ÞŞĞİ][a-zà-ÿşğı])")
_SQUARE = str.maketrans("[]", "()")
_GLUED = re.compile(r"[a-zà-ÿşğı][A-ZÀ-ÞŞĞİ]")
_NOISY = ("amer", "medegedeeld", "c.s.", "vragen")
_BODIES = ("fractie", "vaste commissie", "algemene commissie", "commissie")
_LOOSE_ACUTE = re.compile(r"([a-zA-Z]) ?´")
_COMPOSED = str.maketrans("cnszaeiouCNSZAEIOU", "ćńśźáéíóúĆŃŚŹÁÉÍÓÚ")


def clean_name(printed: str) -> str:
    """A name with lost spaces and loose accents repaired: "ElsVisser", "vanDijk", "Vosic ´"."""
    name = _LOOSE_ACUTE.sub(lambda match: match[1].translate(_COMPOSED), printed) if "´" in printed else printed
    if _GLUED.search(name) and not name.startswith(_BODIES):
        name = _GLUED_NAME.sub(" ", _GLUED_PARTICLE.sub(r"\1 ", name))
    return " ".join(name.split()).strip(" ,;:.")


def _names(text: str) -> list[str]:
    quiet = _NOISE.sub("", text) if any(word in text for word in _NOISY) else text
    led = _LEAD.sub("", quiet, count=1)
    parts = [led] if led.startswith(_BODIES) else _SPLIT.split(led)
    names = [clean_name(_TITLE.sub("", _LEAD.sub("", part.strip()))) for part in parts]
    return [name for name in names if any(character.isupper() for character in name)]


def has_open_bracket(text: str) -> bool:
    """Whether a bracket around a party was never closed."""
    return text.count("(") != text.count(")")


def _parties(printed: str, members: int) -> list[str | None]:
    """The party of each member of a group; "(respectievelijk A en B)" deals them out."""
    text = _ALL.sub("", " ".join(printed.split())).strip(" ,.")
    if _RESPECTIVELY.search(text):
        each = [part for part in _SPLIT.split(_RESPECTIVELY.sub(" en ", text).removeprefix(" en ")) if part]
        if len(each) == members:
            return list(each)
    return [text or None] * members


def read_askers(text: str) -> tuple[Attribution, ...]:
    """Members in printed order, each with the party that its group bears, None where none is printed."""
    askers: list[Attribution] = []
    before, *groups = text.translate(_SQUARE).split("(")
    for group in groups:
        printed, closed, after = group.partition(")")
        if not closed and (border := _SPLIT.search(printed)):  # "A (X en B (Y)": a bracket is missing
            printed, after = printed[: border.start()], printed[border.start() :]
        names = _names(before)
        parties = _parties(printed, len(names))
        askers.extend(Attribution(printed=name, name=name, party=party) for name, party in zip(names, parties, strict=True))
        before = after
    return (*askers, *_without_brackets(_names(before.lstrip(" )"))))


def _without_brackets(names: list[str]) -> list[Attribution]:
    """Members whose party stands between commas: "Kok en Bos, beiden ABC", "Kok, CDA"."""
    members = [name for name in names if not _is_party(name)]
    party = next((_ALL.sub("", name) for name in names[1:] if _is_party(name)), None)
    return [Attribution(printed=name, name=name, party=party) for name in members]


def _is_party(name: str) -> bool:
    known = party_named(name)
    return _ALL.match(name) is not None or (known is not None and known.kind == "party")
