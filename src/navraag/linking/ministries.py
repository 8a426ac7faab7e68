"""An office in a title line, or a minister by name, as a post of the day: with its ministry, and who held it."""

from datetime import date, timedelta

from navraag.lexicon.offices import label_on, lines, office, post_of
from navraag.linking.directory import Directory
from navraag.records.attribution import Attribution
from navraag.records.people import Membership

JUST_LEFT = timedelta(days=14)
"""Registrations name a minister for some days after he left: so long the post that he left last is the one meant."""


def printed_post(who: Attribution, day: date | None) -> str | None:
    """The post that an attribution prints, as of a day; None where it prints none, or one that the tables do not know."""
    found = office(who.role, who.portfolio, day)
    return found.post if found else None


def ministry_of(who: Attribution, day: date | None) -> str | None:
    """The line of the ministry that an attribution prints, as of a day; None where it prints none."""
    found = office(who.role, who.portfolio, day)
    return found.line if found else None


def posts_of(directory: Directory, person: str, day: date) -> tuple[Membership, ...]:
    """The posts of a person on a day; where there is none, the one that was left just before."""
    held = directory.posts(person, day)
    if held:
        return held
    last = directory.last_post(person, day)
    return (last,) if last and last.end_date and day - last.end_date <= JUST_LEFT else ()


def sole_holder(directory: Directory, post: str, day: date) -> tuple[Membership | None, tuple[str, ...]]:
    """Who held a post on a day, where the sources tell surely that it was one; else nobody, and all who may have."""
    held = directory.holders(post, day)
    persons = tuple(sorted({one.person_id for one in held}))
    sure = len(persons) == 1 and all(one.certain(day) for one in held)
    return (held[-1], ()) if sure else (None, persons)


def portfolio_of(post_id: str, day: date) -> str | None:
    """The portfolio of a post as it was called on a day: "Veiligheid en Justitie"; None for the minister-president."""
    post = post_of(post_id)
    if post is None or post.role == "Minister-President":
        return None
    if line := lines().get(post_id.partition("-")[2]):
        return line.name_on(day)
    return label_on(post_id, day).partition(" voor ")[2] or None
