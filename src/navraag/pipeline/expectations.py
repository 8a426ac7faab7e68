"""What must hold after a sync: counts that agree, references that lead somewhere, a feed that moves."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from navraag.pipeline.sync_entities import NUMBER, WRITTEN
from navraag.sources import koop_publications
from navraag.sources.tk_syncfeed import moment
from navraag.store.sync import SyncStore
from navraag.store.totals import answered_questions, numbered_cases
from navraag.store.writer import Writer

SILENT_AFTER = timedelta(days=5)
"""The Kamer registers something every working day, recesses included: a feed without news for so long has stopped."""
CHECKED = "checked"
FEW = 20
"""Shares are judged only where there are more things than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One thing that does not hold: its name, and in one sentence what was expected and what was found."""

    name: str
    found: str


def expectations(store: SyncStore, writer: Writer, now: datetime) -> tuple[Expectation, ...]:
    """Everything that does not hold."""
    return (*_cases(store, writer), *_references(store), *_texts(store), *_pairs(writer), *_silence(store, writer, now))


def _cases(store: SyncStore, writer: Writer) -> Iterator[Expectation]:
    """Every set of questions that the Kamer registered is a case."""
    for year, registered in sorted(store.entities.numbers_by_year(NUMBER["Zaak"], WRITTEN).items()):
        held = numbered_cases(writer.connection, year)
        if held < registered:
            yield Expectation(
                name=f"cases of {year}", found=f"the Kamer registered {registered} sets of written questions, the registry has {held}",
            )


def _references(store: SyncStore) -> Iterator[Expectation]:
    """Actors that came since the last time hang on cases that are held; some point at what the feed gives later or never."""
    if store.progress("ZaakActor").floor or store.progress("Zaak").floor:
        return
    total, dangling = store.entities.dangling(NUMBER["ZaakActor"], NUMBER["Zaak"], int(store.progress(CHECKED).cursor or -1))
    if total > FEW and dangling > 3 + total * 0.02:
        yield Expectation(name="actors", found=f"{dangling} of {total} actors belong to no case that is held; expected at most 2 %")


def _texts(store: SyncStore) -> Iterator[Expectation]:
    """Publications that the sources name can be had."""
    told: Counter[str] = Counter()
    for (source, state, told_by), count in store.remotes.counts().items():
        if source == koop_publications.SOURCE and told_by != "computed":
            told[state] += count
    lacking, asked = told["missing"] + told["refused"], told.total() - told["wanted"]
    if asked > FEW and lacking > asked * 0.05:
        yield Expectation(
            name="texts", found=f"{lacking} of {asked} publications that the sources name could not be had "
            f"({told['missing']} were not there, {told['refused']} were refused); expected at most 5 %",
        )


def _pairs(writer: Writer) -> Iterator[Expectation]:
    """Questions of answered cases have their answers."""
    questions, answered = answered_questions(writer.connection)
    if questions > FEW and answered < questions * 0.9:
        yield Expectation(name="pairs", found=f"{answered} of {questions} questions in answered cases have an answer; expected at least 90 %")


def _silence(store: SyncStore, writer: Writer, now: datetime) -> Iterator[Expectation]:
    """The feed has news: a feed that stopped still answers politely."""
    newest = store.progress("Zaak").newest
    if newest and writer.kind == "real" and now.astimezone(UTC) - moment(newest) > SILENT_AFTER:
        yield Expectation(name="feed of cases", found=f"nothing new since {newest[:10]}: the feed may have stopped, or its clock is wrong")
