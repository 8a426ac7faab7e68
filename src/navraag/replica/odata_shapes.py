"""Rows of OData as JSON: the selected properties, the expanded relations, and as much metadata as was asked for."""

from typing import Any

from navraag.replica.entities import DOWNLOADABLE
from navraag.replica.odata_filter import sort_value
from navraag.replica.odata_options import Options
from navraag.replica.odata_rows import Row
from navraag.replica.odata_schema import NAMESPACE

PAGE = 250
_ANNOTATED = {"Guid", "DateTimeOffset", "Date", "Int64"}


def arranged(rows: list[Row], options: Options) -> list[Row]:
    """The rows that meet the filter, in the order asked for; without one, in that of their ids."""
    found = [row for row in rows if options.test is None or options.test.meets(row)]
    found.sort(key=lambda row: row.guid)
    for path, descending in reversed(options.order):
        found.sort(key=lambda row: sort_value(row, path), reverse=descending)
    return found


def shape(row: Row, options: Options, base: str, metadata: str) -> dict[str, Any]:
    """One row."""
    shown: dict[str, Any] = _annotations(row, base) if metadata == "full" else {}
    for name, value in row.values.items():
        if not options.select or name in options.select:
            if metadata == "full" and row.set.properties[name] in _ANNOTATED and value is not None:
                shown[f"{name}@odata.type"] = f"#{row.set.properties[name]}"
            shown[name] = value
    for name, inner in options.expand:
        shown |= _expanded(row, name, inner, base, metadata)
    return shown


def _annotations(row: Row, base: str) -> dict[str, Any]:
    here = f"{base}/{row.set.name}({row.guid})"
    told: dict[str, Any] = {"@odata.type": f"#{NAMESPACE}.{row.set.name}", "@odata.id": here, "@odata.editLink": f"{row.set.name}({row.guid})"}
    for name in row.set.navigations:
        told |= {f"{name}@odata.associationLink": f"{here}/{name}/$ref", f"{name}@odata.navigationLink": f"{here}/{name}"}
    if row.set.name in DOWNLOADABLE:
        told[f"#{NAMESPACE}.Resource"] = {"title": f"{NAMESPACE}.Resource", "target": f"{here}/{NAMESPACE}.Resource()"}
    return told


def _expanded(row: Row, name: str, options: Options, base: str, metadata: str) -> dict[str, Any]:
    """A relation: one row or null, or a list of at most a page with a link to the rest."""
    rows = arranged(row.navigate(name), options)
    if not row.set.navigations[name][1]:
        return {name: shape(rows[0], options, base, metadata) if rows else None}
    end = options.skip + min(PAGE, PAGE if options.top is None else options.top)
    found: dict[str, Any] = {name: [shape(one, options, base, metadata) for one in rows[options.skip:end]]}
    if options.top is None and len(rows) > end:
        found[f"{name}@odata.nextLink"] = f"{base}/{row.set.name}({row.guid})/{name}?$skip={end}"
    return found
