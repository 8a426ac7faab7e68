"""The numbers of all cases, without reading any."""

from navraag.store.session import ReadOnly


def case_numbers(registry: ReadOnly) -> tuple[str, ...]:
    """Every number, sorted."""
    return registry.remember(("numbers",), lambda: tuple(number for (number,) in registry.rows("SELECT number FROM case_row ORDER BY number")))
