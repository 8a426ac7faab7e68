"""Files of the Kamer: type and size, conditional requests, first bytes, none, malformed."""

import pytest

from navraag.sources.http import Client
from navraag.sources.tk_odata import OData
from navraag.sources.tk_resources import file_ending
from tests.live.conftest import Line

pytestmark = pytest.mark.live


@pytest.fixture(scope="module")
def address(line: Line) -> str:
    """The file of the first paper of the known case."""
    with Client() as client:
        document = OData(client, line.endpoints).documents_of(line.known.number)[0]
    return f"{line.endpoints.tk}/SyncFeed/2.0/Resources/{document.id}"


def test_what_is_told_of_a_file(line: Line, address: str) -> None:
    """A file is there, with its type."""
    answer = line.get(address)
    assert (answer.status_code, bool(answer.headers.get("content-type"))) == (200, True)


def test_conditional_requests(line: Line, address: str) -> None:
    """Where there is an ETag or a day of change, the second answer may be 304."""
    first = line.get(address).headers
    conditions = {"If-None-Match": first.get("etag", ""), "If-Modified-Since": first.get("last-modified", "")}
    assert line.get(address, headers={name: value for name, value in conditions.items() if value}).status_code in {200, 304}


def test_the_first_bytes(line: Line, address: str) -> None:
    """Word or PDF."""
    assert file_ending(line.get(address).content) in {"pdf", "docx", "doc"}


@pytest.mark.parametrize("name", ["00000000-0000-4000-8000-000000000000", "x"])
def test_how_none_looks(line: Line, name: str) -> None:
    """Never status 200 with a document."""
    answer = line.get(f"{line.endpoints.tk}/SyncFeed/2.0/Resources/{name}")
    assert file_ending(answer.content) is None
