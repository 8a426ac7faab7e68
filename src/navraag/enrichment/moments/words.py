"""Words of time: months, numerals, ordinals, units; and the form into which expressions are brought."""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan."), ("februari", "feb."), ("maart", "mrt."), ("april", "apr."), ("mei",), ("juni", "jun."),
            ("juli", "jul."), ("augustus", "aug."), ("september", "sept.", "sep."), ("oktober", "okt."), ("november", "nov."),
            ("december", "dec."),
        ), 1,
    )
    for name in names
}
NUMERALS = {
    "een": 1, "één": 1, "anderhalf": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "achttien": 18, "twintig": 20,
    "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "negentig": 90, "honderd": 100,
}
ORDINALS = {"eerste": 1, "1e": 1, "1ste": 1, "tweede": 2, "2e": 2, "2de": 2, "derde": 3, "3e": 3, "3de": 3, "vierde": 4, "4e": 4, "4de": 4, "laatste": -1}
SEASONS = {"voorjaar": "lente", "lente": "lente", "zomer": "zomer", "najaar": "herfst", "herfst": "herfst", "winter": "winter"}

MONTH = "|".join(re.escape(name) for name in sorted(MONTHS, key=len, reverse=True))
NUMERAL = r"\d{1,3}|" + "|".join(sorted(NUMERALS, key=len, reverse=True))
ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
SEASON = "|".join(SEASONS)
YEAR = r"(?:19|20|21)\d{2}"

_HEDGES = re.compile(r"\b(?:nog|al|pas|reeds|circa|ca\.|ongeveer|naar verwachting|vermoedelijk|waarschijnlijk|in ieder geval|in elk geval|uiteraard|mogelijk)\b(?! mogelijk)|\ba\.s\b\.?|\baanstaande\b|\bjl\.")
_FIRST_MONTHS = re.compile(r"\b(?:(?:in )?de )?eerste maanden van (?=(?:19|20)\d\d|(?:dit|volgend|komend|het) )")
_BLANKS = re.compile(r"\s+")


def normal(expression: str) -> str:
    """Lower case, one kind of blank, no accents on "vóór" and "één", no hedges ("nog", "naar verwachting")."""
    words = expression.casefold().replace("ó", "o").replace("é", "e").replace("anderhalve", "anderhalf").strip(" .,;:()\u00a0")
    words = _FIRST_MONTHS.sub("begin ", words)
    if "mogelijk" not in words:
        words = _HEDGES.sub(" ", words)
    return _BLANKS.sub(" ", words).strip()


def number(word: str) -> int:
    """A numeral in digits or letters."""
    return int(word) if word.isdigit() else NUMERALS[word]
