"""How what a parser gave is compared with what the story says."""

import re
from typing import Any

BROKEN_LINES = frozenset({"pdf", "plain_text_pdf", "word", "plain_text_word"})
"""Forms whose lines are broken by hand or by a setter: blanks and hyphens are not compared."""
_BLANKS = re.compile(r"[\s\-‐‑–]+")


def same_keys(want: Any, got: Any) -> Any:
    """What was given, cut down to the keys that are wanted: parsers may give more."""
    if isinstance(want, dict) and isinstance(got, dict):
        return {key: same_keys(value, got.get(key)) for key, value in want.items()}
    if isinstance(want, list) and isinstance(got, list) and want and isinstance(want[0], dict):
        return [same_keys(want[0], one) for one in got]
    return got


def squeezed(value: Any, form: str) -> Any:
    """A value as it is compared in this form."""
    if isinstance(value, str):
        return _BLANKS.sub("", value) if form in BROKEN_LINES else " ".join(value.split())
    if isinstance(value, list):
        return [squeezed(one, form) for one in value]
    if isinstance(value, dict):
        return {key: squeezed(one, form) for key, one in value.items()}
    return value


def differences(want: dict[str, Any], got: dict[str, Any], form: str) -> dict[str, tuple[Any, Any]]:
    """Key → (wanted, given), for every key in which they differ."""
    pairs = {key: (squeezed(value, form), squeezed(same_keys(value, got.get(key)), form)) for key, value in want.items()}
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}
