"""The SyncFeed: page shape, end of the feed, tokens, prefixes, one entity."""

import pytest

from tests.live.conftest import Line, names

pytestmark = pytest.mark.live


def _entries(line: Line, **arguments: str) -> tuple[list[object], set[str]]:
    root = line.xml(f"{line.endpoints.tk}/SyncFeed/2.0/Feed", params=arguments)
    rels = {link.get("rel") or "" for link in root if link.tag.endswith("}link")}
    return names(root, "entry"), rels


def test_a_page(line: Line) -> None:
    """250 entries and a next link, or fewer and resume."""
    entries, rels = _entries(line, category="ZaakActor")
    assert (len(entries), "next" in rels) == (250, True)
    assert "resume" not in rels


def test_the_end(line: Line) -> None:
    """A token beyond the end: no entries, and a link to resume at."""
    entries, rels = _entries(line, category="Zaak", skiptoken="99000000")
    assert entries == []
    assert "resume" in rels


def test_what_a_token_means(line: Line) -> None:
    """An entry's own next link leads to the entry behind it, not to itself."""
    root = line.xml(f"{line.endpoints.tk}/SyncFeed/2.0/Feed", params={"category": "Zaak"})
    first, second = names(root, "entry")[:2]
    following = next(link.get("href") for link in names(first, "link") if link.get("rel") == "next")
    behind = names(line.xml(str(following)), "entry")[0]
    assert [names(behind, "id")[0].text] == [names(second, "id")[0].text]


def test_prefixes(line: Line) -> None:
    """Toezegging is in the namespace of the schema, whatever its prefix."""
    root = line.xml(f"{line.endpoints.tk}/SyncFeed/2.0/Feed", params={"category": "Toezegging"})
    assert names(root, "toezegging")


def test_one_entity(line: Line) -> None:
    """The same entity by its identifier."""
    entry = names(line.xml(f"{line.endpoints.tk}/SyncFeed/2.0/Feed", params={"category": "Zaak"}), "zaak")[0]
    alone = line.xml(f"{line.endpoints.tk}/SyncFeed/2.0/Entiteiten/{entry.get('id')}")
    assert next(element.get("id") for element in [alone, *names(alone, "zaak")] if element.get("id")) == entry.get("id")
