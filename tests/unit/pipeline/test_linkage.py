"""Papers into cases: names of files that tell a publication, and what cases are made by."""

import pytest

from navraag.pipeline.link_papers import publication_of
from navraag.pipeline.linkage import LINK_VERSION, link_version

NAMES = [
    ("ah-tk-20302031-7.metadata.xml", "ah-tk-20302031-7"),
    ("kv-tk-2031Z00001.txt", "kv-tk-2031Z00001"),
    ("kv-tk-2031Z1.xml", None),
    ("brief.docx", None),
    ("", None),
]


@pytest.mark.parametrize(("name", "publication"), NAMES)
def test_publications_in_file_names(name: str, publication: str | None) -> None:
    """Up to the first dot, where that is a sound name."""
    assert publication == publication_of(name)


def test_what_cases_are_made_by_is_stable() -> None:
    """Else every import would make them anew."""
    assert link_version() == link_version()
    assert link_version().startswith(f"{LINK_VERSION}.")
