"""The dated tables behind the clock."""

from datetime import date

from navraag.lexicon.clock import RecessEstimate, known_recesses, recess_days, recesses, term_rule_on, term_rules


def test_every_row_names_its_source_and_makes_sense() -> None:
    """Rows are complete, in order, and no recess overlaps another."""
    for recess in known_recesses():
        assert recess.source
        assert recess.first < recess.last
        assert (recess.last - recess.first).days < 70
    for earlier, later in zip(known_recesses(), known_recesses()[1:], strict=False):
        assert earlier.last < later.first
    assert all(rule.source and rule.article and 0 < rule.days < rule.days_after_notice for rule in term_rules())


def test_the_rule_in_force_is_found_by_day() -> None:
    """The day on which a rule begins is the first on which it counts; before the first rule there is none."""
    for day, article in [("2021-03-30", "134 (oud)"), ("2021-03-31", "12.2"), ("1994-01-01", "134 (oud)")]:
        rule = term_rule_on(date.fromisoformat(day))
        assert rule is not None
        assert rule.article == article
        assert (rule.days, rule.days_after_notice) == (21, 42)
    assert term_rule_on(date(1993, 12, 31)) is None


def test_estimates_fill_what_the_table_lacks() -> None:
    """Summer, Christmas and May follow a rule that fits the known years; the estimate says that it is one."""
    summer = next(recess for recess in recesses(2020) if recess.kind == "zomer")
    assert (summer.first, summer.last, summer.est) == (date(2020, 7, 3), date(2020, 8, 31), True)
    for known in known_recesses():
        assert known in recesses(known.first.year)
    assert [recess.kind for recess in recesses(2015)] == ["mei", "zomer", "kerst"]  # spring and autumn are never estimated


def test_the_estimate_of_the_summer_fits_all_known_summers() -> None:
    """The first Friday on or after 3 July, and 59 days: the days of the table for every year that it has."""
    rule = RecessEstimate(kind="zomer", month=7, day=3, before=False, days=59, source="")
    summers = [recess for recess in known_recesses() if recess.kind == "zomer"]
    assert len(summers) >= 7
    for known in summers:
        estimated = rule.in_year(known.first.year)
        assert (estimated.first, estimated.last) == (known.first, known.last)


def test_recess_days_are_counted_after_the_first_day() -> None:
    """After the day of tabling, up to and including the last day; a recess over New Year counts once."""
    table = [
        (date(2024, 7, 4), date(2024, 9, 3), 60),  # 5 July to 2 September, all of it
        (date(2024, 7, 5), date(2024, 7, 6), 1),  # the first day itself is not counted when it is the day of tabling
        (date(2024, 9, 2), date(2024, 9, 20), 0),
        (date(2023, 12, 21), date(2024, 1, 20), 25),  # 22 December to 15 January
        (date(2024, 5, 1), date(2024, 5, 1), 0),
    ]
    for after, until, expected in table:
        assert expected == recess_days(after, until)
    assert recess_days(date(2024, 1, 1), date(9999, 12, 31)) > 0
