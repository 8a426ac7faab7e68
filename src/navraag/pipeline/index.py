"""The search index, kept up with the registry: called at the end of whatever writes there."""

from collections.abc import Callable
from pathlib import Path

from navraag.settings import Settings
from navraag.store.database import registry_file, sole_writer
from navraag.store.search.writer import IndexReport, build, keep_up
from navraag.store.session import ReadOnly

Progress = Callable[[str, int, int], None]


def index_registry(home: Path, progress: Progress) -> IndexReport:
    """The index brought up to the last change of the registry; made where there is none. The caller holds the write lock."""
    with ReadOnly(registry_file(home)) as registry:
        return keep_up(registry, home, progress)


def rebuild_index(settings: Settings, progress: Progress) -> IndexReport:
    """The index made anew from the registry, beside the one in use, and then put in its place."""
    with sole_writer(settings.home, purpose="rebuild of the search index"), ReadOnly(settings.registry_path) as registry:
        return build(registry, settings.home, progress)
