"""Who is meant, as of the day: members, ministers, offices; and where it stays open."""

from datetime import date

import pytest

from navraag.linking.directory import Directory, merged
from navraag.linking.judgements import Judgement
from navraag.linking.people import Resolver
from navraag.records.attribution import Attribution
from navraag.records.cases import Case, CaseAnswers
from navraag.records.people import KAMER, Identifier, Membership, Person, Roll

STAMP = date(2019, 12, 8)
DAY = date(2015, 3, 12)


def person(own: str, given: str, family: str, initials: str, prefix: str = "") -> Person:
    """An invented person."""
    return Person(id=own, name=f"{given} {prefix} {family}", given_name=given, prefix=prefix, family_name=family, initials=initials)


def seat(own: str, party: str | None, start: date, end: date | None = None) -> Membership:
    """A seat; without an end it is known up to the day of the source."""
    return Membership(
        id=f"{own}-kamer-{start}", person_id=own, organization_id=KAMER, role="Kamerlid", on_behalf_of_id=party, start_date=start,
        end_date=end, known_until=None if end else STAMP,
    )


def post(own: str, post_id: str, line: str, start: date, end: date | None = None) -> Membership:
    """A post."""
    return Membership(
        id=f"{own}-{post_id}-{start}", person_id=own, organization_id=line, role="MIN", post_id=post_id, start_date=start, end_date=end,
        known_until=None if end else STAMP,
    )


ROLL = Roll(
    persons=(
        person("agnes-molen", "Agnes", "Molen", "A.H."), person("anne-molen", "Anne", "Molen", "A."), person("jan-molen", "Jan", "Molen", "J."),
        person("ivo-proef", "Ivo", "Proef", "I.W."), person("stef-waar", "Stef", "Waar", "S.A."), person("twee-ambten", "Ernst", "Twee", "E.M."),
        person("pia-over", "Pia", "Over", "P."),
    ),
    memberships=(
        seat("agnes-molen", "cda", date(2010, 6, 17)), seat("anne-molen", "vvd", date(2010, 6, 17), date(2017, 3, 22)),
        seat("jan-molen", "sp", date(1950, 1, 1), date(1955, 1, 1)),
        post("ivo-proef", "minister-jenv", "jenv", date(2012, 11, 5), date(2015, 3, 9)),
        post("stef-waar", "minister-jenv", "jenv", date(2015, 3, 10), date(2015, 3, 19)),
        post("stef-waar", "minister-wonen-en-rijksdienst", "bzk", date(2012, 11, 5), date(2017, 10, 25)),
        post("twee-ambten", "minister-jenv", "jenv", date(2007, 2, 22), date(2010, 10, 13)),
        post("twee-ambten", "minister-bzk", "bzk", date(2010, 2, 23), date(2010, 10, 13)),
        post("pia-over", "staatssecretaris-jenv", "jenv", date(2019, 6, 11)),
    ),
)
RESOLVER = Resolver(Directory(ROLL))


def member(name: str, party: str | None = None, printed: str | None = None) -> Attribution:
    """An asker."""
    return Attribution(printed=printed or name, name=name, party=party)


@pytest.mark.parametrize(("who", "day", "expected", "candidates", "why"), [
    (member("Molen", "VVD"), DAY, "anne-molen", (), "of two by one name the party tells"),
    (member("Molen", "CDA"), DAY, "agnes-molen", (), "the other"),
    (member("Molen"), DAY, None, ("agnes-molen", "anne-molen"), "without a party both may be meant"),
    (member("Molen", "PVV"), DAY, None, (), "never against the party that is printed"),
    (member("Agnes Molen"), DAY, "agnes-molen", (), "a given name tells"),
    (member("Anne Molen", printed="Anne Molen (A.)"), date(2018, 1, 1), "anne-molen", (), "initials tell, also after the seat was left"),
    (member("Jan Molen", printed="Jan Molen (J.)"), DAY, None, ("jan-molen",), "a namesake of long ago stays a candidate"),
    (member("Onbekend", "SP"), DAY, None, (), "nobody"),
    (member("Molen", "CDA"), date(2020, 2, 10), "agnes-molen", (), "a seat goes on until elections"),
    (member("Molen", "CDA"), date(2023, 1, 1), None, (), "after them the name alone is not enough"),
])
def test_askers(who: Attribution, day: date, expected: str | None, candidates: tuple[str, ...], why: str) -> None:
    """A member by name, party and day; open where several may be meant."""
    found = RESOLVER.asker(who, day, "2015Z90001")
    assert (expected, candidates) == (found.person_id, found.candidates), why


def test_the_party_of_the_day_where_none_is_printed() -> None:
    """It is taken from a seat only where the sources tell surely."""
    sure = RESOLVER.asker(member("Agnes Molen"), DAY, "x")
    later = RESOLVER.asker(member("Agnes Molen"), date(2022, 5, 1), "x")
    assert (sure.party, sure.organization_id, sure.membership_id) == ("CDA", "cda", "agnes-molen-kamer-2010-06-17")
    assert (later.person_id, later.party, later.membership_id) == ("agnes-molen", None, None)


def office(role: str, portfolio: str, name: str | None = None) -> Attribution:
    """An office, or one who holds it."""
    return Attribution(printed=name or portfolio, role=role, portfolio=portfolio, name=name)  # type: ignore[arg-type]


@pytest.mark.parametrize(("who", "day", "expected", "posted", "why"), [
    (office("Minister", "Veiligheid en Justitie"), date(2015, 3, 9), "ivo-proef", "minister-jenv", "until his last day"),
    (office("Minister", "Veiligheid en Justitie"), DAY, "stef-waar", "minister-jenv", "an acting minister"),
    (office("Minister", "Veiligheid en Justitie"), date(2015, 3, 20), None, "minister-jenv", "nobody is known"),
    (office("Minister", "Veiligheid en Justitie", "Waar"), DAY, "stef-waar", "minister-jenv", "by family name and post"),
    (office("Minister", "Bestaat Niet"), DAY, None, None, "an unknown portfolio stays as printed"),
    (member("S.A. Waar"), date(2016, 1, 1), "stef-waar", "minister-wonen-en-rijksdienst", "a name alone gets the post of the day"),
    (member("S.A. Waar"), DAY, "stef-waar", None, "with two posts it stays open which"),
    (member("I.W. Proef"), date(2015, 3, 16), "ivo-proef", "minister-jenv", "just left"),
    (member("I.W. Proef"), date(2016, 1, 20), "ivo-proef", None, "long left"),
    (office("Staatssecretaris", "Justitie en Veiligheid"), date(2020, 2, 10), None, "staatssecretaris-jenv", "no source tells of that day"),
])
def test_offices(who: Attribution, day: date, expected: str | None, posted: str | None, why: str) -> None:
    """Who was asked, as of the day."""
    found = RESOLVER.offices((who,), day, "2015Z90001")[0]
    assert (expected, posted) == (found.person_id, found.post_id), why


def test_a_name_twice_is_two_offices() -> None:
    """Both posts that the person held."""
    twice = (member("E.M. Twee"), member("E.M. Twee"))
    found = RESOLVER.offices(twice, date(2010, 5, 1), "x")
    assert {who.post_id for who in found} == {"minister-jenv", "minister-bzk"}
    assert {who.organization_id for who in found} == {"jenv", "bzk"}


def test_an_answer_confirms_who_was_asked() -> None:
    """The sources do not tell of that day; the signature does."""
    case = Case(
        number="2020Z90001", tabled_on=date(2020, 2, 10), addressees=(office("Staatssecretaris", "Justitie en Veiligheid"),),
        answers=(CaseAnswers(
            id="a", kind="first", title="", publication=None, appendix_number=None, session_year=None, received_on=date(2020, 5, 25),
            answerers=(office("Staatssecretaris", "Justitie en Veiligheid", "Over"),),
        ),),
    )
    open_case = RESOLVER.resolved(case)
    named = (office("Staatssecretaris", "Justitie en Veiligheid", "Pia Over"),)
    answers = (CaseAnswers(
        id="a", kind="first", title="", publication=None, appendix_number=None, session_year=None, received_on=date(2020, 5, 25), answerers=named,
    ),)
    signed = RESOLVER.resolved(Case(number=case.number, tabled_on=case.tabled_on, addressees=case.addressees, answers=answers))
    assert open_case.addressees[0].post_id == "staatssecretaris-jenv"
    assert (signed.addressees[0].person_id, signed.addressees[0].confidence) == ("pia-over", 0.8)


def test_a_human_decision_beats_the_rules() -> None:
    """In one case, or in all."""
    decision = Judgement(on=DAY, because="x", decision="person", case="*", value="agnes-molen", name="Molen")
    assert Resolver(Directory(ROLL), (decision,)).asker(member("Molen"), DAY, "x").person_id == "agnes-molen"


def test_without_a_day_only_initials_tell() -> None:
    """A case whose day is missing or impossible."""
    assert RESOLVER.asker(member("Agnes Molen", printed="Agnes Molen (A.H.)"), None, "x").person_id == "agnes-molen"
    assert RESOLVER.asker(member("Molen", "CDA"), None, "x").person_id is None


def test_senators_keep_their_party_alone() -> None:
    """The sources know no seats of the Eerste Kamer."""
    found = RESOLVER.resolved(Case(number="kv-ek-1", chamber="ek", tabled_on=DAY, askers=(member("Molen", "CDA"),))).askers[0]
    assert (found.person_id, found.organization_id) == (None, "cda")


def test_nobody_known_changes_no_name() -> None:
    """Samples: all stays as printed."""
    found = Resolver(Directory(Roll())).asker(member("Molen", "VPX"), DAY, "x")
    assert found == member("Molen", "VPX")


def test_rolls_are_merged_by_identifier() -> None:
    """The Kamer's own seats then count; the id of the first source stays."""
    one = Identifier(scheme="tweedekamer", identifier="g-1")
    first = Roll(persons=(Person(id="a-b", name="A B", family_name="B", identifiers=(one,)),), memberships=(seat("a-b", "sp", DAY),))
    second = Roll(persons=(Person(id="ab-b", name="Ab B", family_name="B", identifiers=(one,)),), memberships=(seat("ab-b", "vvd", DAY),))
    both = merged(first, second)
    assert [one.id for one in both.persons] == ["a-b"]
    assert [(one.person_id, one.on_behalf_of_id) for one in both.memberships] == [("a-b", "vvd")]
