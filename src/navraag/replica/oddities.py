"""Entities as odd as the live feed has them: every one stands for a row of the quirks table in docs/sources/replica.md."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from navraag.replica.dutch_time import local, offset_stamp, stamp, utc_stamp
from navraag.replica.entities import Child, Entity, Ref, bulk_guid, system_of
from navraag.replica.rolls import Listed

_START = datetime(2022, 9, 1, 8, tzinfo=UTC)
_NOWHERE = "0f0f0f0f-1111-4222-8333-444444444444"
"""An id that no entity has: references to entities that never come do occur."""


def _id(category: str, ordinal: int) -> str:
    return bulk_guid(category, 0xDD, ordinal)


def _stamped(category: str, moment: datetime) -> str:
    match system_of(category):
        case "vlos":
            return offset_stamp(moment)
        case "sesam":
            return utc_stamp(moment, 0)
    return stamp(local(moment))


def _listed(category: str, ordinal: int, children: tuple[Child, ...], deleted: str = "false", media: str = "") -> Listed:
    moment = _START + timedelta(hours=ordinal * 7 + len(category))
    return Listed(moment=moment + timedelta(seconds=12), entity=Entity(
        category=category, guid=_id(category, ordinal), stamp=_stamped(category, moment), children=children, deleted=deleted,
        content_type=media, content_length=92511 if media else 0,
    ))


def _tombstones() -> Iterator[Listed]:
    """Without body, with body, and with a capital letter."""
    yield _listed("Zaak", 1, (), "true")
    yield _listed("PersoonNevenfunctie", 1, (("persoon", Ref(_NOWHERE)), ("omschrijving", "Voorzitter"), ("periodeVan", "2020")), "true")
    yield _listed("Persoon", 1, (), "True")


def _meetings() -> Iterator[Listed]:
    """Entities with ``ns1:`` on everything."""
    yield _listed("Vergadering", 1, (("soort", "Plenair"), ("titel", "1e vergadering"), ("vergaderjaar", "2022-2023"), ("vergaderingNummer", "1"), ("datum", "2022-09-20T00:00:00"), ("kamer", "Tweede Kamer")))
    yield _listed("Verslag", 1, (("vergadering", Ref(_id("Vergadering", 1))), ("soort", "Eindpublicatie"), ("status", "Gecorrigeerd")), media="text/xml")
    yield _listed("Activiteit", 1, (("soort", "Vragenuur"), ("nummer", "2022A00001"), ("onderwerp", "Vragenuur"), ("datum", "2022-09-20T00:00:00"), ("besloten", "false"), ("status", "Uitgevoerd"), ("kamer", "Tweede Kamer"), ("vrsNummer", None)))


_MINISTER: tuple[Child, ...] = (
    ("naam", "Korenhof"), ("achternaam", "Korenhof"), ("initialen", "A."), ("voornaam", "Ada"), ("titulatuur", "mevrouw"), ("functie", "minister"),
)


def _undertaking(ordinal: int, *more: Child) -> Listed:
    return _listed("Toezegging", ordinal, (
        ("aanmaakdatum", "2022-09-20T00:00:00"), ("nummer", f"TZ202209-{ordinal:03d}"), ("activiteitNummer", "2022A00001"), *_MINISTER,
        ("status", "Openstaand" if ordinal == 1 else "Voldaan"), ("ministerie", "VWS"), ("tekst", "De minister stuurt de Kamer een brief over de veerdienst."),
        *more, ("activiteit", Ref(_id("Activiteit", 1))),
    ))


def _undertakings() -> Iterator[Listed]:
    """Promised to whom: nested, repeated, empty, or the flat elements of old; a letter that fulfils named twice."""
    party: Child = ("toegezegdAan", (("fractie", Ref(bulk_guid("Fractie", 0, 0))),))
    person: Child = ("toegezegdAan", (("persoon", Ref(bulk_guid("Persoon", 0, 0))), ("fractie", Ref(bulk_guid("Fractie", 0, 0)))))
    letters: tuple[Child, ...] = (("kamerbriefNakoming", "2022Z99001"), ("kamerbriefNakoming", "2022Z99002"), ("datumNakoming", "2022-10-01T00:00:00"))
    yield _undertaking(1, party, person)
    yield _undertaking(2, ("toegezegdAan", ()), *letters)
    yield _undertaking(3, ("toegezegdAanFractie", Ref(bulk_guid("Fractie", 0, 0))))


def _other_papers() -> Iterator[Listed]:
    """A letter with a dossier, its annex without a Zaak, a kind of paper that no list has, a Besluit with its zaak last."""
    yield _listed("Kamerstukdossier", 1, (("titel", "Veren en bruggen"), ("nummer", "39901"), ("toevoeging", None), ("hoogsteVolgnummer", "12"), ("afgesloten", "false"), ("kamer", "Tweede Kamer")))
    yield _listed("Zaak", 2, (("nummer", "2022Z99001"), ("soort", "Brief regering"), ("titel", "Veren en bruggen"), ("onderwerp", " De toekomst van  de veerdiensten"), ("gestartOp", "2022-10-01T00:00:00"), ("vergaderjaar", "2022-2023"), ("afgedaan", "false"), ("kamerstukdossier", Ref(_id("Kamerstukdossier", 1)))))
    yield _listed("Document", 1, (("zaak", Ref(_id("Zaak", 2))), ("kamerstukdossier", Ref(_id("Kamerstukdossier", 1))), ("soort", "Brief regering"), ("documentNummer", "2022D99001"), ("onderwerp", "De toekomst van de veerdiensten"), ("datum", "2022-10-01T00:00:00"), ("volgnummer", "12"), ("vergaderjaar", "2022-2023"), ("kamer", "2"), ("organisatie", "Tweede Kamer")), media="application/pdf")
    yield _listed("DocumentVersie", 1, (("document", Ref(_id("Document", 1))), ("status", "Vrijgegeven"), ("versienummer", "1"), ("externeidentifier", "kst-39901-12")))
    yield _listed("Document", 2, (("bronDocument", Ref(_id("Document", 1))), ("soort", "Bijlage"), ("documentNummer", "2022D99002"), ("onderwerp", "Kaart van de veren"), ("datum", "2022-10-01T00:00:00"), ("volgnummer", "-1"), ("kamer", "2")))
    yield _listed("Document", 3, (("soort", "Zienswijze van een soort die geen lijst kent"), ("documentNummer", "2022D99003"), ("onderwerp", "Zienswijze"), ("datum", "0001-01-01T00:00:00"), ("volgnummer", "-1"), ("zaak", Ref(_NOWHERE))))
    yield _listed("Besluit", 1, (("agendapunt", Ref(_NOWHERE)), ("besluitSoort", "Stemmen - aangenomen"), ("status", "Besluit"), ("zaak", Ref(_id("Zaak", 2)))))


def _motions() -> Iterator[Listed]:
    """One value of a list, spelled in two ways."""
    for ordinal, opinion in ((3, "Ontraden tenzij gewijzigd"), (4, "Ontraden, tenzij gewijzigd")):
        yield _listed("Zaak", ordinal, (("nummer", f"2022Z9901{ordinal}"), ("soort", "Motie"), ("onderwerp", "Motie over de veren"), ("kabinetsappreciatie", opinion)))


def _people() -> Iterator[Listed]:
    """A party without a name to which actors point, a party that came back as a second entity, an actor of a Zaak never seen."""
    yield _listed("Fractie", 1, (), "false")
    yield _listed("Fractie", 2, (("nummer", "2990"), ("afkorting", "De Brug"), ("naamNl", "De Brug"), ("datumActief", "2010-01-01"), ("datumInactief", "2012-09-19")))
    yield _listed("ZaakActor", 1, (("zaak", Ref(_NOWHERE)), ("actorNaam", " K.  Klaverblad "), ("fractie", Ref(_id("Fractie", 1))), ("relatie", "Indiener")))


def oddities() -> tuple[Listed, ...]:
    """All odd entities."""
    return (*_tombstones(), *_meetings(), *_undertakings(), *_other_papers(), *_motions(), *_people())


def odd_files() -> dict[str, bytes]:
    """The file of the letter: a PDF that no reader can open. The report has none, though its entry names one."""
    return {_id("Document", 1): b"%PDF-1.4\n% a scan that was lost\n"}
