"""``navraag parse FILE --account``: what became of each character of a document."""

import json

import click

from navraag.parsing.account.account import Account, Range, account

_SHOWN = 160


def print_account(data: bytes, name: str, *, as_json: bool) -> None:
    """The account on standard output: totals and what is unplaced, or everything as JSON."""
    made = account(data, name=name)
    click.echo(json.dumps(account_shape(made), ensure_ascii=False, indent=1) if as_json else account_text(made))


def account_shape(made: Account) -> dict[str, object]:
    """The account as JSON: totals by field, then every range with its words."""
    return {
        "name": made.name,
        "layout": made.layout,
        "characters": made.characters,
        "placed": made.characters - made.furniture - made.unplaced - made.lost,
        "furniture": made.furniture,
        "unplaced": made.unplaced,
        "lost": made.lost,
        "invented": [{"where": where, "text": text} for where, text in made.invented],
        "totals": dict(made.totals),
        "ranges": [_range_shape(made, piece) for piece in made.ranges],
    }


def _range_shape(made: Account, piece: Range) -> dict[str, object]:
    return {"start": piece.start, "end": piece.end, "label": piece.label, "text": made.source[piece.start : piece.end]}


def account_text(made: Account) -> str:
    """The account for people: shares, totals by field, and the words that are in none."""
    placed = made.characters - made.furniture - made.unplaced - made.lost
    lines = [
        f"{made.name} ({made.layout}): {made.characters:,} characters other than white space",
        f"  {_share(placed, made)} in fields of the record",
        f"  {_share(made.furniture, made)} furniture",
        f"  {_share(made.unplaced, made)} unplaced",
        f"  {_share(made.lost, made)} lost",
        "",
        *(f"{count:>9,}  {label}" for label, count in made.totals),
    ]
    if made.unplaced:
        lines += ["", "unplaced:", *(f"  {_short(words)!r}" for words in made.words("unplaced"))]
    if made.invented:
        lines += ["", "in the record but not in the document:", *(f"  {where}: {_short(text)!r}" for where, text in made.invented)]
    return "\n".join(lines)


def _share(count: int, made: Account) -> str:
    return f"{count:>9,}  {100 * count / max(1, made.characters):6.2f} %"


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"
