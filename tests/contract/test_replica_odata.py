"""OData: pages, filters, relations, metadata, files, and refusals."""

import pytest

from navraag.replica.odata_filter import ODataError, read_filter
from navraag.replica.odata_schema import entity_sets
from tests.contract.replica_client import ODATA, Reader

NUMBER = "2021Z90402"


def test_paging_by_next_link(reader: Reader) -> None:
    """Pages of 250 by $skiptoken give every row once; the count is that of all."""
    answer = reader.odata("ZaakActor", count="true").json()
    seen, sizes = [row["Id"] for row in answer["value"]], [len(answer["value"])]
    while "@odata.nextLink" in answer:
        assert "skiptoken" in answer["@odata.nextLink"]
        answer = reader.get(answer["@odata.nextLink"]).json()
        sizes.append(len(answer["value"]))
        seen += [row["Id"] for row in answer["value"]]

    assert sizes[0] == 250
    assert len(seen) == len(set(seen)) == reader.odata("ZaakActor", top="0", count="true").json()["@odata.count"]


def test_skip_with_a_total_order(reader: Reader) -> None:
    """$skip and $top after $orderby cut the same list."""
    whole = [row["Id"] for row in reader.rows("Zaak", orderby="GestartOp desc,Id asc", select="Id")]
    parts = [row["Id"] for skip in ("0", "7") for row in reader.rows("Zaak", orderby="GestartOp desc,Id asc", top="7", skip=skip)]

    assert whole[:14] == parts


FILTERS = [
    ("Zaak", f"Nummer eq '{NUMBER}'", 1, "a number"),
    ("Zaak", f"Nummer in ('{NUMBER}','2021Z90401')", 2, "one of"),
    ("Zaak", f"nUMMER eq '{NUMBER}'", None, "names of properties have their case"),
    ("Zaak", "Onderwerp eq 'EEN ZORGPLICHT VOOR BIBLIOTHEKEN'", 1, "texts have none"),
    ("Zaak", "startswith(Nummer,'2021Z9040')", 2, "a beginning"),
    ("Zaak", "year(GestartOp) eq 2021 and month(GestartOp) eq 12 and day(GestartOp) eq 6 and endswith(Nummer,'402')", 1, "parts of a day, on the Dutch calendar"),
    ("Document", f"Zaak/any(z: z/Nummer eq '{NUMBER}')", 3, "any of a relation"),
    ("Document", f"Zaak/any(z: z/Nummer eq '{NUMBER}') and not contains(Soort,'Antwoord')", 1, "not; the notice is a 'Mededeling (uitstel) antwoord', and texts have no case"),
    ("ZaakActor", f"Zaak/Nummer eq '{NUMBER}' and Relatie eq 'Indiener'", 1, "a path"),
    ("Zaak", "Verwijderd eq true", 1, "a tombstone"),
    ("Zaak", "Nummer eq 'O''Brien'", 0, "a quote within quotes"),
    ("Zaak", "Termijn eq null and Verwijderd eq false and Nummer eq '2021Z90401'", 1, "null"),
    ("Zaak", "Nummer", None, "no condition"), ("Zaak", "Nummer eq", None, "no end"), ("Zaak", "Foo/any()", None, "no such relation"), ("Zaak", "GestartOp ge 2024-13-45", None, "no such day"),
]


@pytest.mark.parametrize(("name", "text", "count", "why"), FILTERS)
def test_filters(reader: Reader, name: str, text: str, count: int | None, why: str) -> None:
    """How many rows a filter leaves; None: it is refused with 400."""
    answer = reader.odata(name, filter=text)

    if count is None:
        assert answer.status_code == 400, why
        assert answer.json()["error"]["code"] == ""
    else:
        assert count == len(answer.json()["value"]), why


WEIGHTS = [
    ("Nummer eq 'x'", 4), ("Id eq 00000000-0000-4000-8000-000000000000", 5), ("GestartOp ge 2024-01-01", 5), ("Afgedaan eq true", 5), ("contains(Onderwerp,'x')", 4),
    ("Nummer eq 'x' and Nummer eq 'y'", 9), ("Document/any(d: d/Soort eq 'x')", 9), ("Document/any()", 5),
]


@pytest.mark.parametrize(("text", "weight"), WEIGHTS)
def test_nodes_are_counted_as_measured(text: str, weight: int) -> None:
    """What each construct costs of the hundred."""
    assert weight == read_filter(text, entity_sets()["Zaak"]).weight


def test_endless_nesting_is_refused() -> None:
    """Brackets without end."""
    with pytest.raises(ODataError):
        read_filter("(" * 100_000, entity_sets()["Zaak"])


def test_expansion_in_depth(reader: Reader) -> None:
    """Relations within relations, with options of their own."""
    [row] = reader.rows(
        "Zaak", filter=f"Nummer eq '{NUMBER}'", select="Nummer",
        expand="zaakactor($select=ActorNaam;$filter=Relatie eq 'Indiener'),Document($orderby=Datum desc;$top=2;$expand=DocumentVersie($filter=Verwijderd eq false;$select=ExterneIdentifier))",
    )

    assert list(row) == ["Nummer", "ZaakActor", "Document"]
    assert [list(actor) for actor in row["ZaakActor"]] == [["ActorNaam"]]
    assert [document["DocumentVersie"] for document in row["Document"]] == [[{"ExterneIdentifier": f"ah-tk-20212022-{n}"}] for n in (9403, 9402)]
    assert "BijlageDocument" in reader.rows("Document", top="1", expand="*")[0]


def test_keys_relations_and_files(reader: Reader) -> None:
    """Both ways of writing a key; a relation to none is 204; a file has its bytes."""
    zaak = reader.rows("Zaak", filter=f"Nummer eq '{NUMBER}'")[0]["Id"]
    document = reader.rows(f"Zaak({zaak})/Document")[0]["Id"]
    minister = reader.rows("ZaakActor", filter="Relatie eq 'Gericht aan'", top="1")[0]["Id"]
    statuses = [reader.odata(path).status_code for path in (
        f"Zaak/{zaak}", f"zaak({zaak})", f"ZaakActor({minister})/Persoon", "Zaak(00000000-0000-4000-8000-ffffffffffff)", "Zaak(x)", "Motie", f"Zaak({zaak})/Nothing",
    )]

    assert statuses == [200, 200, 204, 404, 400, 404, 404]
    assert {reader.odata(f"Document({document})/{name}").status_code for name in ("Resource", "resource", "TK.DA.GGM.OData.Resource()")} == {200}
    assert reader.odata("Zaak/$count").text.isdigit()


def test_three_formats(reader: Reader) -> None:
    """Full metadata name types, links and the file's address; none has not even the context."""
    full = reader.odata("Document", top="1", format="application/json;odata.metadata=full").json()["value"][0]
    bare = reader.odata("Document", top="1", format="application/json;odata.metadata=none").json()

    assert full["@odata.type"] == "#TK.DA.GGM.OData.Document"
    assert reader.get(full["Zaak@odata.navigationLink"]).status_code == 200
    assert full["#TK.DA.GGM.OData.Resource"]["target"].endswith("/TK.DA.GGM.OData.Resource()")
    assert list(bare) == ["value"]
    assert b'<EntityType Name="Zaak">' in reader.get(f"{ODATA}/$metadata").content


def test_stamps_of_rows(reader: Reader) -> None:
    """Days at local midnight with the offset of that day; changes on the Dutch clock; the service's own in UTC."""
    winter, summer = (reader.rows("Zaak", filter=f"Nummer eq '{number}'")[0] for number in ("2021Z90402", "2022Z90405"))

    assert (winter["GestartOp"], summer["GestartOp"]) == ("2021-12-06T00:00:00+01:00", "2022-05-02T00:00:00+02:00")
    assert winter["ApiGewijzigdOp"].endswith("Z")
    assert winter["GewijzigdOp"].endswith("+01:00")
