"""Every row of the quirks table of KOOP's services: the replica has it, so that a client can be tried on it."""

import re
from collections.abc import Callable

import pytest
from lxml import etree

from navraag.replica.holdings import samples
from tests.contract.replica_client import DT, SRU, Reader, W, local

Check = Callable[[Reader], bool]
ANSWERS = 'w.publicatienaam=="Kamervragen (Aanhangsel)"'
QUESTIONS = 'w.publicatienaam=="Kamervragen zonder antwoord"'


def _diagnostics(root: etree._Element) -> list[dict[str, str]]:
    return [{local(child): child.text or "" for child in found} for found in root.iter("{*}diagnostic")]


def _total(root: etree._Element) -> int:
    return int(root.findtext(f"{SRU}numberOfRecords") or -1)


def _beyond(r: Reader) -> bool:
    answer = r.get("/sru", params={"operation": "searchRetrieve", "query": ANSWERS, "startRecord": "10000"})
    return answer.status_code == 504 and b"nginx" in answer.content and r.search(ANSWERS, startRecord="9999").find(f"{SRU}records") is not None


def _errors_inside_200(r: Reader) -> bool:
    refused = r.search("w.publicatienaam=Kamervragen (Aanhangsel)")
    partly = r.search(f"{ANSWERS} and dt.date<=2026-02-30")
    told = _diagnostics(partly)[0]
    is_told = told["message"] == "SEARCH-IGNOREDQTEXT" and told["details"] == "[:2026-02-30] is not a valid range constraint against type date"
    return refused.find(f"{SRU}numberOfRecords") is None and refused.prefix is None and is_told and _total(partly) == _total(r.search(ANSWERS))


def _estimate(r: Reader) -> bool:
    precision = r.search(ANSWERS).findtext(f"{SRU}resultCountPrecision") or ""
    exact = _total(r.search(ANSWERS))
    r.faults("miscount")
    counts = {_total(r.search(ANSWERS)) for _ in range(12)}
    return precision.endswith("1/estimate") and len(counts) > 1 and all(abs(count - exact) <= 0.02 * exact for count in counts)


def _sorting(r: Reader) -> bool:
    plain = r.ids(ANSWERS)
    keyed = r.ids(ANSWERS, sortKeys="date,,0")
    newest = [e.text for e in r.search(f"{ANSWERS} sortBy dt.date/sort.descending").iter(f"{DT}date")]
    refused = _diagnostics(r.search(f"{ANSWERS} sortBy dt.date/descending"))
    return plain == keyed and newest == sorted(newest, reverse=True) and refused[0]["uri"].endswith("1/20")


def _quoting(r: Reader) -> bool:
    unquoted = _diagnostics(r.search("w.publicatienaam==Kamervragen (Aanhangsel)"))[0]["message"]
    unsupported = _diagnostics(r.search('identifier any "kv"'))[0]
    return unquoted.startswith("line 1:30 mismatched input '('") and unsupported["message"] == "Unsupported index" and unsupported["details"] == "identifier"


def _containment(r: Reader) -> bool:
    some = r.ids('dt.creator="TWEEDE kamer"')
    return len(some) > 50 and not r.ids('dt.creator=="TWEEDE kamer"') and r.ids('dt.identifier=="kv-tk-2021Z90401"') == ["kv-tk-2021Z90401"]


def _types(r: Reader) -> bool:
    in_search = {e.text for e in r.search(QUESTIONS).iter(f"{DT}type")}
    return in_search == {"Kamervragen zonder antwoord"} and "Kamervragen zonder Antwoord" in r.fact("kv-tk-2021Z90401", "DC.type")


def _two_days(r: Reader) -> bool:
    record = r.search('dt.identifier=="ah-tk-20212022-9401"')
    dates = [record.find(f".//{DT}{name}").text for name in ("available", "modified")]
    owms = r.get("/frbr/officielepublicaties/ah-tk/20212022/ah-tk-20212022-9401/1/metadataowms/metadata_owms.xml").text
    return dates[0] == "2021-11-19" < dates[1] and "<dcterms.modified>2021-11-19</dcterms.modified>" in owms


def _notices(r: Reader) -> bool:
    found = r.ids(f'{ANSWERS} and w.subrubriek=="Mededeling" and w.vraagnummer=="2021Z90402"')
    paper = r.xml(f"/{found[0]}.xml")
    return found == ["ah-tk-20212022-9402"] and len(paper.findall(".//vraag")) == 3 and not paper.findall(".//antwoord") and paper.find(".//kamervraagopmerking") is not None


def _loose_answer(r: Reader) -> bool:
    record = r.search('dt.identifier=="ah-1271549"')
    items = [e.get("manifestation") for e in record.iter("{*}itemUrl")]
    is_pdf = r.get("/ah-1271549.pdf").content.startswith(b"%PDF") and r.get("/ah-1271549.xml").status_code == 404
    return items == ["metadata", "pdf"] and record.find(".//{*}url").text.endswith(".pdf") and is_pdf and r.fact("ah-1271549", "DC.creator") == ["Tweede Kamer der Staten-Generaal"]


OLD_FORMS = ("kv-2079800010", "kv-2070890030-h1", "kv-2009Z93159", "kv-2010z93160", "kv-tk-2014Z94296-n1", "kv-tk-2015Z95377a", "kv-tk-20189Z96701", "ah-tk-20152016-AH9134", "ah-tk-20142015-9006a")


def _folder_and_status(r: Reader) -> bool:
    record = r.search('dt.identifier=="kv-2079800010"')
    folder = next(record.iter("{*}content-area")).text
    return folder.endswith("kv/onopgemaakt") and next(record.iter(f"{W}documentstatus")).text == "Opgemaakt"


def _people(r: Reader) -> bool:
    old, new = (r.fact(name, "OVERHEIDop.indiener")[0] for name in ("kv-2079800010", "kv-tk-2021Z90401"))
    return "." not in old and "." in new and not r.fact("kv-tk-2021Z90401", "OVERHEIDop.ontvanger") and bool(r.fact("ah-tk-20212022-9401", "OVERHEIDop.ontvanger"))


def _first_names(r: Reader) -> bool:
    return any(b"<voornaam>" in r.get(f"/{name}.xml").content for name in r.ids(QUESTIONS) if name.startswith("kv-tk-202"))


def _subjects(r: Reader) -> bool:
    title, paper = r.fact("ah-tk-20212022-9401", "DC.title")[0], r.xml("/ah-tk-20212022-9401.xml")
    subject, registered = paper.findtext(".//kamervraagonderwerp"), r.fact("kv-tk-2021Z90401", "DC.title")[0]
    return len({title, subject, registered}) == 3


def _joint_heads(r: Reader) -> bool:
    heads = [head.text for name in r.ids(ANSWERS) for head in _heads(r, name)]
    return any(re.search(r"\d+ en \d+", head or "") for head in heads) and any("t/m" in (head or "") for head in heads)


def _heads(r: Reader, name: str) -> list[etree._Element]:
    answer = r.get(f"/{name}.xml")
    return etree.fromstring(answer.content).findall(".//antwoord/nr") if answer.status_code == 200 else []


def _notes(r: Reader) -> bool:
    sizes = []
    for question in r.ids(QUESTIONS):
        for answer in r.fact(question, "OVERHEIDop.aanhangsel"):
            papers = [r.get(f"/{name}.xml") for name in (question, answer)]
            if all(paper.status_code == 200 for paper in papers):
                sizes.append(tuple(paper.text.count("<noot ") for paper in papers))
    return any(theirs != ours and ours for theirs, ours in sizes)


def _missing(r: Reader) -> bool:
    plain = r.get("/kv-tk-2099Z00001.xml").status_code
    r.faults("html_200")
    page = r.get("/kv-tk-2099Z00001.xml")
    r.running.replica.publications.not_found = "redirect"
    try:
        moved = r.get("/kv-tk-2099Z00001.xml")
        final = r.get("/kv-tk-2099Z00001.xml", follow_redirects=True)
    finally:
        r.running.replica.publications.not_found = "404"
    is_page = page.status_code == 200 and b"<officiele-publicatie" not in page.content
    return plain == 404 and is_page and moved.headers["location"].endswith("Errors/404.htm") and final.status_code == 200 and "fout404" in final.text


def _forbidden(r: Reader) -> bool:
    r.faults("403@/kv-tk")
    site = r.get("/kv-tk-2021Z90401.xml").status_code
    return site == 403 and r.get("/frbr/officielepublicaties/kv-tk/2021/kv-tk-2021Z90401/1/xml/kv-tk-2021Z90401.xml").status_code == 200


def _slow(r: Reader) -> bool:
    r.faults("latency:1:0.15@/sru")
    return r.get("/sru", params={"query": "brug"}).elapsed.total_seconds() >= 0.15


def _vanishing(r: Reader) -> bool:
    r.world.catalogue.withdraw("kv-tk-2012Z091173")
    return r.get("/kv-tk-2012Z091173.xml").status_code == 404 and not r.ids('dt.identifier=="kv-tk-2012Z091173"')


def _gaps(r: Reader) -> bool:
    numbers = sorted(int(e.text) for e in r.search(f'{ANSWERS} and w.vergaderjaar=="2021-2022"').iter(f"{W}aanhangselnummer"))
    return numbers[-1] - numbers[0] >= len(numbers)


def _explained(r: Reader) -> bool:
    papers = (r.get(f"/{name}.xml").text for name in r.ids(QUESTIONS))
    return any("Toelichting" in text for text in papers)


def _oral(r: Reader) -> bool:
    return all(not r.fact(name, "OVERHEIDop.aanhangsel") for name in r.ids(f'{QUESTIONS} and w.subrubriek=="Mondelinge vragen"'))


def _years(r: Reader) -> bool:
    pairs = [(r.fact(q, "OVERHEIDop.vergaderjaar"), r.fact(a, "OVERHEIDop.vergaderjaar")) for q in r.ids(QUESTIONS) for a in r.fact(q, "OVERHEIDop.aanhangsel")]
    return any(asked != answered for asked, answered in pairs)


def _long_numbers(r: Reader) -> bool:
    return r.fact("ah-tk-20112012-97527", "OVERHEIDop.aanhangselNummer") == ["97527"]


ROWS: list[tuple[int, str, Check]] = [
    (1, "ten thousand hits, then 504", _beyond),
    (2, "errors inside 200", _errors_inside_200),
    (3, "an estimate of the number", _estimate),
    (4, "sortKeys is ignored", _sorting),
    (5, "values must be quoted", _quoting),
    (6, "= contains, == is exact", _containment),
    (7, "dt.type differs from the metadata", _types),
    (8, "available stays, modified moves", _two_days),
    (9, "notices are papers of the same series", _notices),
    (10, "a question lists notice and answer", lambda r: r.fact("kv-tk-2021Z90402", "OVERHEIDop.aanhangsel") == ["ah-tk-20212022-9402", "ah-tk-20212022-9403"]),
    (11, "ah-<number> since 2025-2026: PDF alone", _loose_answer),
    (12, "old and mistyped ids", lambda r: all(r.get(f"/{name}.xml").status_code == 200 for name in OLD_FORMS)),
    (13, "a folder that belies the status", _folder_and_status),
    (14, "a creator that is none", lambda r: r.fact("kv-tk-20189Z96701", "DC.creator") == ["overige"]),
    (15, "names in two forms; none of the addressee", _people),
    (16, "first names apart", _first_names),
    (17, "three subjects of one case", _subjects),
    (18, "a title that is the whole title line", lambda r: r.fact("kv-ek-229003", "DC.title")[0].startswith("Vragen van ")),
    (19, "joint heads, ranges", _joint_heads),
    (20, "notes are numbered anew", _notes),
    (21, "three ways of not being there", _missing),
    (22, "403 at the website", _forbidden),
    (23, "slow", _slow),
    (24, "impossible and day-first dates", lambda r: r.fact("kv-2009Z93159", "OVERHEIDop.datumIndiening") == ["2009-02-31"] and r.fact("kv-2010z93160", "DCTERMS.issued") == ["31-12-2010"]),
    (25, "numbers that are not there", _gaps),
    (26, "publications that vanish", _vanishing),
    (27, "an explanation that links", _explained),
    (28, "oral questions without an answer", _oral),
    (29, "question and answer in two years", _years),
    (30, "numbers of five digits", _long_numbers),
]


@pytest.mark.parametrize(("number", "quirk", "check"), ROWS, ids=[f"{number}" for number, _, _ in ROWS])
def test_the_replica_has_the_quirk(reader: Reader, number: int, quirk: str, check: Check) -> None:
    """What the table says of the live service holds of the replica."""
    assert check(reader), f"row {number}: {quirk}"


def test_every_row_is_there() -> None:
    """Thirty rows, each once."""
    assert [number for number, _, _ in ROWS] == list(range(1, 31))


def test_the_samples_stand_alone() -> None:
    """The quirks are an addition; the samples have none of their cases."""
    assert not any(dossier.number.startswith("20798") for dossier in samples().dossiers)
