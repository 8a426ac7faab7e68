"""The recess that words name: "de zomer" before and after which things are promised, "het kerstreces", "het reces"."""

import re
from datetime import date

from navraag.lexicon.clock import Recess, recesses

_NAMED = re.compile(r"(?:begin van (?:de |het )?)?(?P<kind>zomer|kerst|herfst|voorjaars?|mei)?-?(?P<word>reces|vakantie)?(?: (?:van )?(?P<year>(?:19|20|21)\d\d))?")
_ALONE = frozenset({"zomer", "kerst"})  # "voor de zomer" means its recess; "voor het voorjaar" means the season


def named_recess(words: str, anchor: date, *, ended: bool) -> Recess | None:
    """The next recess of the kind named: not begun yet, or (``ended``) not over yet; None where no recess is named."""
    match = _NAMED.fullmatch(words)
    if match is None or not (match["word"] or match["kind"] in _ALONE):
        return None
    kind = (match["kind"] or "").removesuffix("s") if match["kind"] != "voorjaars" else "voorjaar"
    years = [int(match["year"])] if match["year"] else range(anchor.year - 1, anchor.year + 2)
    for year in years:
        for recess in recesses(year):
            day = recess.last if ended else recess.first
            if kind in ("", recess.kind) and (day > anchor or match["year"]):
                return recess
    return None
