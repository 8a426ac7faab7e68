"""The sources that a sync follows, by name."""

from dataclasses import dataclass

from navraag.errors import ConfigurationError

FEED, SEARCH, TEXTS, FILES = "feed", "search", "texts", "files"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceInfo:
    """One source: what it is, who runs it, and the page that says what is relied upon."""

    name: str
    what: str
    host: str
    page: str


SOURCES = {
    one.name: one
    for one in (
        SourceInfo(name=FEED, what="SyncFeed 2.0 of the Tweede Kamer: cases, actors, documents, people", host="gegevensmagazijn.tweedekamer.nl", page="tk-syncfeed"),
        SourceInfo(name=SEARCH, what="KOOP's search: publications with metadata, by day of change", host="repository.overheid.nl", page="koop-sru"),
        SourceInfo(name=TEXTS, what="KOOP's publications: XML, HTML, PDF", host="zoek.officielebekendmakingen.nl", page="koop-publications"),
        SourceInfo(name=FILES, what="Word and PDF files of the Tweede Kamer, where KOOP has none yet", host="gegevensmagazijn.tweedekamer.nl", page="tk-resources"),
    )
}


def chosen(names: str) -> tuple[str, ...]:
    """The sources of a list such as "feed,texts", in the order in which they are followed; "" means all."""
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    if unknown := [name for name in wanted if name not in SOURCES]:
        raise ConfigurationError(f"{unknown[0]!r} is no source; there are {', '.join(SOURCES)}")
    return tuple(name for name in SOURCES if not wanted or name in wanted)
