"""Holdings: what a replica serves: dossiers, entities that belong to none, and the words of the papers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from navraag.replica.dossiers import Dossier, Form, Paper
from navraag.replica.dossiers_of_stories import story_dossiers
from navraag.replica.dutch_time import at_hour
from navraag.replica.oddities import odd_files, oddities
from navraag.replica.render_koop_html import koop_html
from navraag.replica.render_koop_xml import koop_xml, koop_xml_old
from navraag.replica.render_odt import odt
from navraag.replica.render_pdf import pdf
from navraag.replica.render_word import word
from navraag.replica.rolls import Listed, Rolls, rolls_of
from navraag.replica.sheets import Sheet, sheets_of
from navraag.replica.story import SAMPLES_TODAY, stories

Texts = Callable[[Paper, Form], "bytes | None"]
"""The bytes of a paper in a form, or None where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Everything that one replica serves.

    ``now`` is where its clock stands at first; ``crowd``: entities of no interest fill the feed; ``files``: those of listed
    entities, by id.
    """

    name: str
    dossiers: Sequence[Dossier]
    listed: tuple[Listed, ...]
    rolls: Rolls
    texts: Texts
    now: datetime
    crowd: bool = False
    files: dict[str, bytes] = field(default_factory=dict)


def _xml(sheet: Sheet) -> bytes:
    layouts = sheet.paper.layouts if sheet.paper else sheet.case.layouts
    return koop_xml_old(sheet) if "koop_xml_old" in layouts else koop_xml(sheet)


_RENDERERS: dict[Form, Callable[[Sheet], bytes]] = {"xml": _xml, "html": koop_html, "pdf": pdf, "odt": odt, "docx": word}


def render(sheet: Sheet, form: Form) -> bytes:
    """A sheet in one of the forms that the services give."""
    return _RENDERERS[form](sheet)


def _story_text(paper: Paper, form: Form) -> bytes | None:
    story, place = paper.place
    return render(sheets_of(stories()[story])[place], form)


def samples(*, odd: bool = True) -> Holdings:
    """The sample stories, on the evening of the samples' day; with the odd entities that the live feed is known for."""
    dossiers = story_dossiers()
    rolls = rolls_of(actor for dossier in dossiers for actor in dossier.actors)
    return Holdings(
        name="samples", dossiers=dossiers, rolls=rolls, listed=(*rolls.entities(), *(oddities() if odd else ())),
        texts=_story_text, now=at_hour(SAMPLES_TODAY, 23), files=odd_files() if odd else {},
    )
