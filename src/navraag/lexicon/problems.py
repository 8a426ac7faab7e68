"""What each problem code means, in words that a reader of the registry understands."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One problem code in English and in Dutch."""

    en: str
    nl: str


@cache
def explanations() -> dict[str, Explanation]:
    """Every code of ``problems.toml``."""
    table = tomllib.loads(files("navraag.lexicon").joinpath("problems.toml").read_text(encoding="utf-8"))
    return {code: Explanation(**words) for code, words in table.items()}


def explanation(code: str) -> Explanation:
    """The words for a code; the code itself where it has none yet."""
    return explanations().get(code) or Explanation(en=code, nl=code)
