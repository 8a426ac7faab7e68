"""The worst that a text can hold for a pattern: its own words over and over, with and without blanks; and all patterns there are."""

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator

import navraag.enrichment

# Patterns that are only ever laid over a whole expression of time, of at most 300 characters (moments/read.py).
WHOLE = ("navraag.enrichment.moments.read", "navraag.enrichment.moments.windows", "navraag.enrichment.moments.recess")
# Patterns that are only ever laid over the beginning of a clause: what stands further on is never looked at.
BEGINNING = ("navraag.enrichment.commitments.actors:_CLASSES:", "navraag.enrichment.agreed:_PLAINLY:")
_WORD = re.compile(r"(?<![\\{?<\w])[A-Za-zà-ÿ]{2,}(?: [a-zà-ÿ]{2,})?")
_COMMON = ("a", " ", "1", "1.", "Aa ", "9 999, ", "(", "«", "zal ", "niet ", "en ", "het ", "ge", ", ")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of the room, with its name: those of modules, and those in their tuples and lists."""
    seen: set[int] = set()
    for info in pkgutil.walk_packages(navraag.enrichment.__path__, "navraag.enrichment."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for number, pattern in enumerate(_inside(value)):
                if id(pattern) not in seen:
                    seen.add(id(pattern))
                    yield f"{info.name}:{name}:{number}", pattern


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _inside(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _inside(item)


def words(pattern: re.Pattern[str]) -> list[str]:
    """The words that stand in a pattern, and such as break patterns."""
    return list(dict.fromkeys([*_COMMON, *_WORD.findall(pattern.pattern)]))


def texts(word: str, size: int) -> Iterator[str]:
    """The word repeated to a size: with blanks, without, and with a capital at each."""
    for one in (word + " ", word, word.capitalize() + ", "):
        yield (one * (size // len(one) + 1))[:size]


def taken(run: Callable[[str], object], text: str) -> float:
    """Seconds of the processor in one run: other work on the machine does not count."""
    start = time.process_time()
    run(text)
    return time.process_time() - start
