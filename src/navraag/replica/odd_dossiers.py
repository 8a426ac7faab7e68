"""Publications as odd as KOOP's: every odd form of an id, dirty dates, a wrong creator; each a small case of its own."""

import re
from dataclasses import dataclass, replace
from datetime import date

from navraag.replica.dossiers import Actor, Dossier, Form, Paper
from navraag.replica.dossiers_of_stories import dossier_of
from navraag.replica.holdings import Holdings, render, samples
from navraag.replica.markup import read_body
from navraag.replica.rolls import rolls_of
from navraag.replica.sheets import sheets_of
from navraag.replica.story import Asker, Office, StoryCase, StoryPaper

_MINISTER = Office(role="Minister", portfolio="Infrastructuur en Waterstaat")
_SIGNER = Office(role="Minister", portfolio="Infrastructuur en Waterstaat", name="Rietveen")
_QUESTIONS = "# 1\nKent u het bericht over de brug van Odderdam?\n\n# 2\nWanneer gaat de brug weer open?"
_ANSWERS = "# 1\nJa.\n\n# 2\nDe brug gaat in het najaar weer open."


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """One odd case: its number, the id of its questions, its day, and the id of its answer, if any."""

    number: str
    publication: str
    tabled: date
    answer: str = ""
    answered: date | None = None
    creator: str = ""
    dirty: tuple[tuple[str, str], ...] = ()
    oral: bool = False


ODDITIES = (
    Oddity(number="2079800010", publication="kv-2079800010", tabled=date(1998, 10, 5), answer="ah-tk-19981999-9001", answered=date(1998, 10, 20)),
    Oddity(number="2079800022", publication="kv-2079800022", tabled=date(1998, 10, 6), oral=True),
    Oddity(number="2070890030", publication="kv-2070890030-h1", tabled=date(2007, 9, 24)),
    Oddity(number="2009Z93159", publication="kv-2009Z93159", tabled=date(2009, 3, 2), dirty=(("OVERHEIDop.datumIndiening", "2009-02-31"),)),
    Oddity(number="2010Z93160", publication="kv-2010z93160", tabled=date(2010, 3, 2), dirty=(("DCTERMS.issued", "31-12-2010"),)),
    Oddity(number="2011Z92249", publication="kv-tk-2011Z9224", tabled=date(2011, 11, 1), answer="ah-tk-20112012-97527", answered=date(2011, 11, 20)),
    Oddity(number="2012Z91173", publication="kv-tk-2012Z091173", tabled=date(2012, 1, 26)),
    Oddity(number="2014Z94296", publication="kv-tk-2014Z94296-n1", tabled=date(2014, 9, 9), answer="ah-tk-20142015-9006a", answered=date(2014, 9, 29)),
    Oddity(number="2015Z95377", publication="kv-tk-2015Z95377a", tabled=date(2015, 9, 1), answer="ah-tk-20152016-AH9134", answered=date(2015, 9, 21)),
    Oddity(number="2018Z96701", publication="kv-tk-20189Z96701", tabled=date(2018, 4, 10), creator="overige"),
    Oddity(number="2025Z97777", publication="kv-tk-2025Z97777", tabled=date(2025, 10, 6), answer="ah-1271549", answered=date(2025, 10, 24)),
)
"""Every odd form of an id once; those of questions before 2010 have no Zaak number."""


def _appendix(publication: str) -> int | None:
    """The number within the year, where the id tells one."""
    found = re.search(r"-(?:AH)?(\d{4,5})a?$", publication)
    return int(found[1]) if found else None


def _case(odd: Oddity) -> StoryCase:
    paper = StoryPaper(
        kind="answer", on=odd.answered, by=(_SIGNER,), publication=odd.answer, answers=read_body(_ANSWERS), appendix=_appendix(odd.answer),
        layouts=("pdf",) if odd.answer.startswith("ah-1") else ("koop_xml",),
    ) if odd.answered else None
    return StoryCase(
        number=odd.number, tabled=odd.tabled, askers=(Asker(name="Wilgenroos", party="De Brug"),), to=(_MINISTER,), registered="De brug van Odderdam",
        subject=f"de brug van Odderdam in {odd.tabled.year}", topics=("Verkeer | Weg",), questions=read_body(_QUESTIONS), papers=(paper,) if paper else (),
        publication=odd.publication, layouts=("koop_xml",), oral=odd.oral, line="oddities",
    )


_CASES = tuple(map(_case, ODDITIES))


def _surnames(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Names as older records have them: without initials."""
    return tuple(replace(actor, name=actor.name.partition(" ")[2]) for actor in actors)


def _dossier(place: int, odd: Oddity) -> Dossier:
    made = dossier_of(_CASES[place], 1000 + place)
    is_before_zaken = odd.number.isdigit()
    papers = tuple(
        replace(paper, actors=_surnames(paper.actors) if is_before_zaken else paper.actors, creator=odd.creator, dirty=odd.dirty, draft="", formatted=None, place=(-1, place, n)) for n, paper in enumerate(made.papers)
    )
    return replace(made, papers=papers, is_registered=not is_before_zaken)


def _text(paper: Paper, form: Form) -> bytes | None:
    _, case, place = paper.place
    return render(sheets_of(_CASES[case])[place], form)


def quirks() -> Holdings:
    """The samples, and the odd publications, a year and a half later."""
    base = samples()
    odd = tuple(_dossier(place, odd) for place, odd in enumerate(ODDITIES))
    dossiers = (*base.dossiers, *odd)
    rolls = rolls_of(actor for dossier in dossiers for actor in dossier.actors)
    kept = tuple(listed for listed in base.listed if listed not in set(base.rolls.entities()))
    return Holdings(
        name="quirks", dossiers=dossiers, rolls=rolls, listed=(*rolls.entities(), *kept),
        texts=lambda paper, form: _text(paper, form) if paper.place[0] < 0 else base.texts(paper, form),
        now=base.now.replace(year=2025, month=12, day=31), files=base.files,
    )
