"""The API over HTTP: every endpoint answers as its description says, pages to the end, and refuses in one sentence."""

import contextlib
import importlib
import json
from typing import Any
from urllib.parse import quote

import httpx
import hypothesis
import hypothesis.errors
import pytest

from navraag.store.reader import open_registry
from navraag.surfaces.api.app import ENDPOINTS, PREFIX
from navraag.surfaces.api.endpoints import Endpoint
from navraag.surfaces.api.schemas import SCHEMAS
from navraag.surfaces.shapes import case_shape


def get(country: httpx.Client, path: str, **query: Any) -> httpx.Response:
    """An answer of the API."""
    return country.get(f"{PREFIX}{path}", params=query)


def example_of(endpoint: Endpoint, country: httpx.Client) -> str:
    """An address of the endpoint that holds something in the invented registry."""
    first = get(country, "/cases", limit=1).json()["items"][0]["number"]
    member = get(country, "/members").json()["items"][0]["id"]
    held = {
        "number": first, "label": get(country, f"/cases/{first}").json()["pairs"][0]["label"], "list": "late", "what": "ministry",
        "id": {"getPerson": member, "getParty": "cda", "getMinistry": "jenv"}.get(endpoint.name, ""),
    }
    path = endpoint.path
    for name, value in held.items():
        path = path.replace("{" + name + "}", quote(value))
    return path


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda one: one.name)
def test_every_endpoint_answers_with_its_fields(endpoint: Endpoint, country: httpx.Client) -> None:
    """Every field of the schema is there."""
    required = {one.name: one.example for one in endpoint.parameters if one.required and one.place == "query"}
    answer = country.get(f"{PREFIX}{example_of(endpoint, country)}", params=required)

    assert answer.status_code == 200, answer.text
    shape = answer.json()
    lines = shape["items"] if endpoint.listed else [shape]
    assert all(set(SCHEMAS[endpoint.shape].get("required", [])) <= set(line) for line in lines)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert country.get(answer.url, headers={"if-none-match": answer.headers["etag"]}).status_code == 304


def test_pages_lead_to_the_end(country: httpx.Client) -> None:
    """By cursor and by Link header, each line once."""
    first = get(country, "/cases", limit=100).json()
    seen, address = [], f"{PREFIX}/cases?limit=3"
    while address:
        answer = country.get(address)
        seen += [one["number"] for one in answer.json()["items"]]
        address = answer.links["next"]["url"] if "next" in answer.links else ""
        assert bool(address) == (answer.json()["next"] is not None)

    assert seen[:100] == [one["number"] for one in first["items"]]
    assert len(set(seen)) == len(seen) == first["total"] > 100


def test_a_case_is_what_show_prints(country: httpx.Client, country_home) -> None:  # type: ignore[no-untyped-def]
    """The same shape, with findings and addresses."""
    number = get(country, "/cases", limit=1).json()["items"][0]["number"]
    with open_registry(country_home) as registry:
        expected = json.loads(json.dumps(case_shape(registry.case(number))))

    answer = get(country, f"/cases/{number}").json()
    assert {key: answer[key] for key in expected} == expected
    assert answer["timeline"]["state"]


def test_only_the_fields_asked_for(country: httpx.Client) -> None:
    """Sparse lines; an unknown field is named."""
    assert set(get(country, "/cases", fields="number,subject", limit=1).json()["items"][0]) == {"number", "subject"}
    assert "no field here" in get(country, "/cases", fields="number,nothing").json()["detail"]


@pytest.mark.parametrize(
    ("path", "query", "status", "words"),
    [
        ("/cases", {"yaer": "2020"}, 400, "yaer: is not known here"),
        ("/cases", {"year": "twenty"}, 400, "year: must be a whole number"),
        ("/cases", {"year": "99999999999999999999"}, 400, "year"),
        ("/cases", {"limit": "0"}, 400, "must lie between 1 and 100"),
        ("/cases", {"day": "2020-02-30"}, 400, "day of the calendar"),
        ("/cases", {"state": "sleeping"}, 400, "must be one of"),
        ("/cases", {"cursor": "made-up"}, 400, "is none that was given here"),
        ("/cases", {"cursor": "WyJ4IiwgMTBd"}, 400, "another question"),
        ("/cases", {"text": "x" * 10_001}, 400, "too long"),
        ("/cases/2020Z99999", {}, 404, "no case"),
        ("/pairs/2020Z99999/1", {}, 404, "no case"),
        ("/persons/nobody", {}, 404, "nobody"),
        ("/ministries/nowhere", {}, 404, "nowhere"),
        ("/references", {}, 400, "target: must be given"),
        ("/search", {}, 400, "q: must be given"),
        ("/changes", {"since": "made-up"}, 400, "since"),
        ("/changes", {"since": "0" * 32 + "-5"}, 400, "made anew"),
        ("/statistics/ministry", {"from": "2021-01-01", "until": "2020-01-01"}, 400, "lies before"),
        ("/nothing", {}, 404, "no such address"),
    ],
)
def test_what_cannot_be_is_explained(path: str, query: dict[str, str], status: int, words: str, country: httpx.Client) -> None:
    """A problem with one sentence, never a page of HTML."""
    answer = get(country, path, **query)

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert words in answer.json()["detail"]


def test_nothing_can_be_written(country: httpx.Client) -> None:
    """Other methods are refused as problems; a browser of another site may ask first."""
    assert country.post(f"{PREFIX}/cases").status_code == 405
    assert country.post(f"{PREFIX}/cases").headers["content-type"] == "application/problem+json"
    assert country.options(f"{PREFIX}/cases").headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"


def test_changes_go_on_from_their_cursor(country: httpx.Client) -> None:
    """Every case once; then nothing more."""
    first = get(country, "/changes", limit=2).json()
    rest = get(country, "/changes", since=first["since"], limit=1000).json()

    total = get(country, "/cases").json()["total"]
    assert len({one["number"] for one in first["items"] + rest["items"]}) >= total
    assert not rest["more"]
    assert get(country, "/changes", since=rest["since"]).json()["items"] == []


def test_the_page_names_every_address(country: httpx.Client) -> None:
    """In both languages."""
    for address in ("/api", "/en/api"):
        page = country.get(address).text
        assert all(endpoint.path in page for endpoint in ENDPOINTS)


@pytest.mark.slow
@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda one: one.name)
def test_every_answer_conforms_to_the_description(endpoint: Endpoint, country: httpx.Client) -> None:
    """Schemathesis asks with values of its own making: no 500, no answer off the schema."""
    schemathesis = pytest.importorskip("schemathesis", reason="only ./dev test --all installs it")
    # A cursor, or a field that an answer has, is text to a schema, yet not every text is one.
    apart = [importlib.import_module("schemathesis.specs.openapi.checks").positive_data_acceptance]
    schema = schemathesis.openapi.from_url(str(country.base_url).rstrip("/") + f"{PREFIX}/openapi.json")
    modes = schemathesis.GenerationMode
    asked: list[str] = []
    for mode in (modes.POSITIVE, modes.NEGATIVE):

        @hypothesis.given(case=schema[endpoint.path]["GET"].as_strategy(generation_mode=mode))
        @hypothesis.settings(max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(hypothesis.HealthCheck))
        def ask(case: Any) -> None:
            asked.append(case.path)
            case.call_and_validate(excluded_checks=apart)

        with contextlib.suppress(hypothesis.errors.Unsatisfiable):  # an address without parameters has no wrong ones
            ask()
    assert len(asked) > (20 if endpoint.all_parameters else 0)
