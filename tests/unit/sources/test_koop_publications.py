"""Publications: the best form there is, under the name it has now; pages that say there is none; hosts that refuse."""

from collections.abc import Iterator

import pytest

from navraag.errors import SourceError
from navraag.settings import Endpoints
from navraag.sources.http import Client, Manners, RefusedError
from navraag.sources.koop_publications import Held, Publications, repository_folder
from tests.unit.sources.scripted import Reply, Script, serving

XML = Reply(body=b"<?xml version='1.0'?><officiele-publicatie><kamervragen/></officiele-publicatie>", headers={"ETag": '"1"'})
HTML = Reply(body=b"<html><head><meta name='OVERHEIDop.x'></head><body></body></html>")
PDF = Reply(body=b"%PDF-1.7 words %%EOF")
NONE = Reply(404, b"")
SORRY = Reply(body=b"<html><head><title>Pagina niet gevonden</title></head></html>")
QUICK = Manners(pace=0, wait_first=0.01, wait_most=0.02)
Serving = tuple[Script, Publications]


@pytest.fixture
def told() -> Iterator[Serving]:
    """A service that answers as a test says."""
    with serving(NONE) as script, Client(QUICK) as client:
        yield script, Publications(client, Endpoints.at(script.url))


FORMS = [
    ([XML], (), "xml", 1, "the XML"),
    ([NONE, HTML], (), "html", 2, "none: the HTML"),
    ([SORRY, SORRY, PDF], (), "pdf", 3, "pages that say so with status 200: the PDF"),
    ([PDF], ("pdf",), "pdf", 1, "only what the search named"),
    ([NONE], (), None, 3, "none at all"),
]


@pytest.mark.parametrize(("replies", "forms", "form", "asked", "why"), FORMS)
def test_the_best_form(told: Serving, replies: list[Reply], forms: tuple[str, ...], form: str | None, asked: int, why: str) -> None:
    """XML, else HTML, else PDF."""
    script, publications = told
    script.replies[:] = replies
    found = publications.fetch("ah-tk-20202021-9001", forms)

    assert (found.form if found else None, len(script.asked)) == (form, asked), why


def test_a_redirect_gives_the_present_name(told: Serving) -> None:
    """An unformatted paper is found under the name that it got later."""
    script, publications = told
    script.replies[:] = [Reply(302, headers={"Location": "/ah-tk-20202021-9001.xml"}), XML]
    found = publications.fetch("ah-1183851")

    assert found
    assert found.name == "ah-tk-20202021-9001"


def test_what_is_as_it_was(told: Serving) -> None:
    """What is held is told, for its own form only; 304 is an answer."""
    script, publications = told
    script.replies[:] = [Reply(304, b"")]
    found = publications.fetch("ah-tk-20202021-9001", held=Held(form="xml", etag='"1"'))

    assert found
    assert (found.answer.status, script.asked[0][1]["if-none-match"]) == (304, '"1"')
    script.replies[:] = [XML]
    publications.fetch("ah-tk-20202021-9001", held=Held(form="pdf", etag='"1"'))
    assert "if-none-match" not in script.asked[1][1]


def test_a_host_that_refuses(told: Serving) -> None:
    """The repository is asked instead; where that refuses too, it is said."""
    script, publications = told
    script.replies[:] = [Reply(403), XML]
    assert publications.fetch("ah-tk-20202021-9001")
    assert script.asked[1][0] == "/frbr/officielepublicaties/ah-tk/20202021/ah-tk-20202021-9001/1/xml/ah-tk-20202021-9001.xml"
    script.replies[:] = [Reply(403)]
    with pytest.raises(RefusedError):
        publications.fetch("ah-tk-20202021-9001")


def test_a_file_without_its_end(told: Serving) -> None:
    """Asked for again; taken as it is only where that is said."""
    script, publications = told
    script.replies[:] = [Reply(body=b"<?xml version='1.0'?><officiele-publicatie><kamer")]
    with pytest.raises(SourceError, match="end of the file is missing"):
        publications.fetch("ah-tk-20202021-9001")
    assert len(script.asked) == QUICK.attempts
    assert publications.fetch("ah-tk-20202021-9001", lenient=True)


def test_metadata(told: Serving) -> None:
    """Or a page that says there is none."""
    script, publications = told
    script.replies[:] = [Reply(body=b"<metadata_gegevens><metadata/></metadata_gegevens>"), SORRY]
    assert publications.metadata("ah-tk-20202021-9001")
    assert publications.metadata("ah-tk-20202021-9001") is None


FOLDERS = [
    ("ah-tk-20202021-3235", "ah-tk/20202021"), ("kv-tk-2022Z18908", "kv-tk/2022"), ("kv-ek-20152016-3", "kv-ek/20152016"),
    ("ah-1183851", "ah/onopgemaakt"), ("kv-9101520", "kv/onopgemaakt"), ("h-tk-20232024-57-8", None),
]


@pytest.mark.parametrize(("name", "folder"), FOLDERS)
def test_folders_of_the_repository(name: str, folder: str | None) -> None:
    """As far as a name tells."""
    assert folder == repository_folder(name)
