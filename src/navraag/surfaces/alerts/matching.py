"""Who wants to hear of an event: subscriptions to its case, its askers, their parties, its ministries, its topics, or a search that finds it."""

from collections.abc import Iterable, Iterator
from datetime import date

from navraag.errors import NotFoundError
from navraag.records.cases import Case
from navraag.store.happened import Event
from navraag.store.reader import Registry
from navraag.store.search.search import Search
from navraag.store.subscriptions import Subscription


def wanting(event: Event, subscriptions: Iterable[Subscription], registry: Registry, search: Search, day: date) -> Iterator[Subscription]:
    """The subscriptions that want the event. A case that is gone is told to those who follow it by number."""
    try:
        case: Case | None = registry.case(event.number)
    except NotFoundError:
        case = None
    names = _names(case) if case else {("case", event.number)}
    for one in subscriptions:
        if event.kind not in one.events:
            continue
        if (one.subject, one.value) in names or (one.subject == "query" and case and _finds(search, one.value, case, day)):
            yield one


def _names(case: Case) -> set[tuple[str, str]]:
    """By what a case can be followed."""
    people = (*case.askers, *case.addressees, *(who for paper in case.answers for who in paper.answerers))
    return {
        ("case", case.number), *(("case", former) for former in case.former_numbers),
        *(("member", one.person_id) for one in people if one.person_id),
        *(("party", one.organization_id) for one in case.askers if one.organization_id),
        *(("ministry", one.organization_id) for one in (*case.addressees, *(who for paper in case.answers for who in paper.answerers)) if one.organization_id),
        *(("topic", topic) for topic in case.topics),
    }


def _finds(search: Search, query: str, case: Case, day: date) -> bool:
    """Does the search find a pair of this case? StoreError where the index cannot be asked: the event waits."""
    return search(f"({query}) nr:{case.number}", today=day, limit=0, facets=False).total > 0
