"""Every row of the quirks table of the Tweede Kamer's services: the replica has it, so that a client can be tried on it."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime

import pytest

from tests.contract.replica_client import ATOM, TK, Reader, decimals, fields, flag, local, refs

Check = Callable[[Reader], bool]


def _odata_is_one_version(r: Reader) -> bool:
    return r.odata("").status_code == 200 and r.get("/OData/v5/").status_code == 404


def _three_kinds_of_stamp(r: Reader) -> bool:
    promise, person, zaak = r.live("Toezegging")[0], r.live("Persoon")[0], r.live("Zaak")[0]
    is_prefixed = promise.prefix == "ns1" and promise[0].prefix == "ns1" and promise.nsmap["ns1"] == TK[1:-1] and zaak.prefix is None
    stamps = [flag(entity, "bijgewerkt") for entity in (promise, person, zaak)]
    return is_prefixed and stamps[0][-6] == "+" and stamps[1].endswith("Z") and not re.search(r"Z|[+-]\d\d:\d\d$", stamps[2])


def _naive_is_local(r: Reader) -> bool:
    """A change of summer is two hours later on the Dutch clock than in UTC."""
    for entry in r.feed("Zaak"):
        utc = datetime.fromisoformat(entry.findtext(f"{ATOM}updated")[:19])
        if utc.month == 7:
            there = datetime.fromisoformat(flag(entry.find(f"{ATOM}content")[0], "bijgewerkt")[:19])
            return 1.8 < (there - utc).total_seconds() / 3600 <= 2
    return False


def _other_than_the_schema(r: Reader) -> bool:
    promises = r.live("Toezegging")
    given = [child for promise in promises for child in promise if local(child) == "toegezegdAan"]
    letters = max(len(fields(promise, "kamerbriefNakoming")) for promise in promises)
    decision = [local(child) for child in r.live("Besluit")[0]]
    return any(len(child) == 2 for child in given) and any(len(child) == 0 for child in given) and letters == 2 and decision[-1] == "zaak"


def _mass_emission(r: Reader) -> bool:
    before = [entry.findtext(f"{ATOM}title") for entry in r.feed("Commissie")], list(r.feed("DocumentActor"))
    r.world.emit_again("DocumentActor", 30)
    after = list(r.feed("DocumentActor"))
    first = [entry.findtext(f"{ATOM}title") for entry in before[1][:30]]
    return len(after) == len(before[1]) and {e.findtext(f"{ATOM}title") for e in after[-30:]} == set(first)


def _null_rows(r: Reader) -> bool:
    rows = r.rows("Zaak", filter="Verwijderd eq true")
    return bool(rows) and all({k for k, v in row.items() if v is not None} == {"Id", "GewijzigdOp", "ApiGewijzigdOp", "Verwijderd"} for row in rows)


def _zone_of_literals(r: Reader) -> bool:
    counts = {
        literal: r.odata("Zaak", filter=f"GestartOp ge {literal}", top="0", count="true").json()["@odata.count"]
        for literal in ("2024-06-20", "2024-06-20T00:00:00+02:00", "2024-06-20T00:00:00Z")
    }
    plain, offset, utc = counts.values()
    return plain == offset > utc


def _no_link_with_top(r: Reader) -> bool:
    whole, cut = r.odata("ZaakActor").json(), r.odata("ZaakActor", top="260").json()
    return "@odata.nextLink" in whole and len(whole["value"]) == 250 == len(cut["value"]) and "@odata.nextLink" not in cut


def _node_limit(r: Reader) -> bool:
    fits, over = (" or ".join(["Nummer eq 'x'"] * count) for count in (20, 21))
    dated = " and ".join(["GestartOp ge 2024-01-01"] * 17)
    refused = r.odata("Zaak", filter=over)
    is_told = "node count limit of '100' has been exceeded" in refused.json()["error"]["message"]
    return r.odata("Zaak", filter=fits).status_code == 200 and refused.status_code == 400 and is_told and r.odata("Zaak", filter=dated).status_code == 400


def _generic_error(r: Reader) -> bool:
    r.faults("500:1:0.01*3")
    odata, feed = r.odata("Zaak"), r.get("/SyncFeed/2.0/Feed")
    return odata.status_code == 500 and odata.json() == {"error": {"code": "", "message": "An error has occurred."}} and feed.text == "<Error><Message>An error has occurred.</Message></Error>"


def _listed_but_absent(r: Reader) -> bool:
    names = [entry["name"] for entry in r.odata("").json()["value"]]
    return len(names) == 38 and "ToegezegdAan" in names and r.odata("ToegezegdAan").status_code == 404


def _annex_without_zaak(r: Reader) -> bool:
    annexes = [entity for entity in r.live("Document") if fields(entity, "soort") == ["Bijlage"]]
    return all(refs(annex, "bronDocument") and not refs(annex, "zaak") for annex in annexes) and bool(annexes)


def _zaak_never_comes(r: Reader) -> bool:
    known = {entity.get("id") for entity in r.entities("Zaak")}
    return any(ref not in known for entity in r.live("Document") for ref in refs(entity, "zaak"))


def _old_ids(r: Reader) -> bool:
    return r.fact("kv-2079800010", "OVERHEIDop.vraagnummer") == ["2079800010"] and not r.rows("Zaak", filter="Nummer eq '2079800010'")


def _answer_without_number(r: Reader) -> bool:
    answers = [entity for entity in r.live("Document") if fields(entity, "soort") == ["Antwoord schriftelijke vragen"]]
    return any(fields(entity, "aanhangselnummer") == [""] for entity in answers)


def _many_to_many(r: Reader) -> bool:
    answers = [entity for entity in r.live("Document") if "Antwoord" in fields(entity, "soort")[0]]
    per_zaak = Counter(ref for answer in answers for ref in refs(answer, "zaak"))
    return max(per_zaak.values()) > 1 and any(len(refs(answer, "zaak")) > 1 for answer in answers)


def _withdrawn(r: Reader) -> bool:
    return any(fields(entity, "soort") == ["Mededeling"] and "Intrekking" in fields(entity, "titel")[0] for entity in r.live("Document"))


def _sets_of_people(r: Reader) -> bool:
    relations = Counter((refs(actor, "zaak")[0], fields(actor, "relatie")[0]) for actor in r.live("ZaakActor"))
    signers = Counter(refs(actor, "document")[0] for actor in r.live("DocumentActor") if "ondertekenaar" in fields(actor, "relatie")[0])
    return all(max(n for (_, name), n in relations.items() if name == relation) > 1 for relation in ("Gericht aan", "Medeindiener")) and max(signers.values()) > 1


def _unordered_actors(r: Reader) -> bool:
    first: dict[str, str] = {}
    for actor in r.live("ZaakActor"):
        first.setdefault(refs(actor, "zaak")[0], fields(actor, "relatie")[0])
    return "Medeindiener" in first.values()


def _unlinked_actors(r: Reader) -> bool:
    empty = {entity.get("id") for entity in r.live("Fractie") if not fields(entity, "naamNl")}
    actors = r.live("ZaakActor")
    return any(set(refs(actor, "fractie")) & empty for actor in actors) and any(not refs(actor, "persoon") for actor in actors)


def _party_twice(r: Reader) -> bool:
    names = Counter(name for entity in r.live("Fractie") for name in fields(entity, "afkorting"))
    return names["De Brug"] == 2


def _told_pdf_is_word(r: Reader) -> bool:
    for entity in r.live("Document"):
        if flag(entity, "contentType") == "application/pdf":
            data = r.get(f"/SyncFeed/2.0/Resources/{entity.get('id')}").content
            if data.startswith(b"PK") and len(data) != int(flag(entity, "contentLength")):
                return True
    return False


def _unreadable_file(r: Reader) -> bool:
    letter = next(entity for entity in r.live("Document") if fields(entity, "soort") == ["Brief regering"])
    return b"lost" in r.get(f"/SyncFeed/2.0/Resources/{letter.get('id')}").content


def _one_live_version(r: Reader) -> bool:
    live = Counter(ref for entity in r.live("DocumentVersie") for ref in refs(entity, "document"))
    return max(live.values()) == 1 and len(r.entities("DocumentVersie")) > len(live)


def _missing_file(r: Reader) -> bool:
    entry = next(iter(r.feed("Verslag")))
    link = next(link.get("href") for link in entry.findall(f"{ATOM}link") if link.get("rel") == "enclosure")
    answer = r.get(link)
    return answer.status_code == 404 and "Message" in answer.json() and r.get("/SyncFeed/2.0/Resources/nothing").status_code == 400


def _stray_blanks(r: Reader) -> bool:
    subjects = [fields(entity, "onderwerp")[0] for entity in r.live("Zaak") if fields(entity, "onderwerp")]
    names = [fields(actor, "actorNaam")[0] for actor in r.live("ZaakActor")]
    return any(words != words.strip() for words in subjects) and any("  " in words for words in subjects + names)


def _numbers_and_words(r: Reader) -> bool:
    return isinstance(r.rows("Persoon", filter="Verwijderd eq false", top="1")[0]["Nummer"], int)


def _two_spellings(r: Reader) -> bool:
    found = {words for entity in r.live("Zaak") for words in fields(entity, "kabinetsappreciatie")}
    return {"Ontraden tenzij gewijzigd", "Ontraden, tenzij gewijzigd"} <= found


def _no_relation_to_earlier(r: Reader) -> bool:
    return not any(refs(entity, "gerelateerdVanuit") for entity in r.live("Zaak"))


def _silent_or_broken(r: Reader) -> bool:
    r.faults("silent")
    entries, links = r.page("/SyncFeed/2.0/Feed?category=Zaak")
    r.faults("500@/SyncFeed/2.0/Feed")
    return not entries and "resume" in links and r.get("/SyncFeed/2.0/Feed?category=ZaakActor").status_code == 500


def _unknown_category(r: Reader) -> bool:
    answer = r.get("/SyncFeed/2.0/Feed?category=Zaken")
    return answer.status_code == 200 and b"<entry>" not in answer.content and b'rel="resume"' in answer.content


def _named_but_never_published(r: Reader) -> bool:
    names = [name for entity in r.live("DocumentVersie") for name in fields(entity, "externeidentifier") if name.startswith("kst-")]
    return bool(names) and r.get(f"/{names[0]}.xml").status_code == 404


def _names_of_the_schema(r: Reader) -> bool:
    names = {local(child) for category in ("Zaak", "Document", "Fractie") for entity in r.live(category) for child in entity}
    return {"documentNummer", "datumActief", "huidigeBehandelstatus"} <= names and not {"citeerTitel", "dactumActief"} & names


ROWS: list[tuple[int, str, Check]] = [
    (1, "one version of OData, and nothing of a later one is imitated", _odata_is_one_version),
    (2, "ns1: on some entities; three kinds of stamps", _three_kinds_of_stamp),
    (3, "naive stamps are Dutch time", _naive_is_local),
    (4, 'verwijderd="True"', lambda r: "True" in {flag(entity, "verwijderd") for entity in r.entities("Persoon")}),
    (5, "tombstones with a body, and without", lambda r: len(r.entities("PersoonNevenfunctie")[0]) > 0 and any(flag(e, "verwijderd") == "true" and not len(e) for e in r.entities("Zaak"))),
    (6, "nested, repeated and empty elements; an order of its own", _other_than_the_schema),
    (7, "old entities are emitted again in masses", _mass_emission),
    (8, "deleted rows are all null", _null_rows),
    (9, "a literal in UTC moves the window", _zone_of_literals),
    (10, "no next link with $top", _no_link_with_top),
    (11, "a hundred nodes, and no more", _node_limit),
    (12, "one text for every error", _generic_error),
    (13, "ToegezegdAan is named, and 404", _listed_but_absent),
    (14, "documents without a Zaak", _annex_without_zaak),
    (15, "a Zaak that never comes", _zaak_never_comes),
    (16, "questions older than the Zaak numbers", _old_ids),
    (17, "answers without a number", _answer_without_number),
    (18, "several answers to one Zaak, one answer to several", _many_to_many),
    (19, "withdrawals are plain Mededelingen", _withdrawn),
    (20, "several addressees, askers, signatories", _sets_of_people),
    (21, "actors in no order", _unordered_actors),
    (22, "actors without a person, or of a party without a name", _unlinked_actors),
    (23, "one party, two entities", _party_twice),
    (24, "a file that is no PDF, and of another size", _told_pdf_is_word),
    (25, "a file that cannot be read", _unreadable_file),
    (26, "one live version of each document", _one_live_version),
    (27, "an enclosure without a file", _missing_file),
    (28, "stray blanks", _stray_blanks),
    (29, "numbers as words in the feed, as numbers in OData", _numbers_and_words),
    (30, "one value, two spellings", _two_spellings),
    (31, "no dossier is ever closed", lambda r: {"false"} == {words for e in r.live("Kamerstukdossier") for words in fields(e, "afgesloten")}),
    (32, "meetings and activities are not linked", lambda r: not any(refs(entity, "vergadering") for entity in r.live("Activiteit"))),
    (33, "references to earlier questions stand in the text alone", _no_relation_to_earlier),
    (34, "silent with 200; broken for one category", _silent_or_broken),
    (35, "an unknown category is empty", _unknown_category),
    (36, "publications that are named but never existed", _named_but_never_published),
    (37, "elements are named as in the schema", _names_of_the_schema),
]


@pytest.mark.parametrize(("number", "quirk", "check"), ROWS, ids=[f"{number}" for number, _, _ in ROWS])
def test_the_replica_has_the_quirk(reader: Reader, number: int, quirk: str, check: Check) -> None:
    """What the table says of the live service holds of the replica."""
    assert check(reader), f"row {number}: {quirk}"


def test_every_row_is_there() -> None:
    """Thirty-seven rows, each once."""
    assert [number for number, _, _ in ROWS] == list(range(1, 38))


def test_stamps_have_any_number_of_decimals(reader: Reader) -> None:
    """None to seven."""
    found = {decimals(flag(entity, "bijgewerkt")) for entity in reader.entities("ZaakActor")}

    assert {0, 3, 7} <= found
