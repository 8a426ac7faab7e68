"""The words of the site: one table of messages per language, and how each language writes days and numbers."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")

_MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """All messages of one language; call it with a key and the values for the holes in the sentence."""

    language: Language
    table: dict[str, str]

    @property
    def prefix(self) -> str:
        """What stands before our own addresses in this language: nothing in Dutch."""
        return "" if self.language == "nl" else f"/{self.language}"

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence of that key, with its holes filled."""
        sentence = self.table[key]
        return sentence.format_map(values) if values else sentence

    def get(self, key: str, otherwise: str) -> str:
        """The sentence of that key where there is one."""
        return self.table.get(key, otherwise)

    def count(self, key: str, number: int, /, **values: object) -> str:
        """The sentence for one or for many: ``key.one`` or ``key.many``, with ``{n}`` as this language writes it.

        >>> messages("nl").count("count.question", 1)
        '1 vraag'
        """
        form = "one" if number == 1 else "many"
        return self(f"{key}.{form}", n=self.number(number), **values)

    def number(self, number: int) -> str:
        """A number with its thousands apart: 43.000 in Dutch, 43,000 in English."""
        written = f"{number:,}"
        return written.replace(",", ".") if self.language == "nl" else written

    def decimal(self, number: float) -> str:
        """A number with one decimal: 99,3 in Dutch, 99.3 in English."""
        written = f"{number:,.1f}"
        return written.translate(str.maketrans(",.", ".,")) if self.language == "nl" else written

    def day(self, day: date) -> str:
        """A day in full: 10 februari 2020."""
        return f"{day.day} {_MONTHS[self.language][day.month - 1]} {day.year}"

    def listing(self, words: list[str] | tuple[str, ...]) -> str:
        """Words as a list in a sentence: "3, 4 en 7"."""
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {self('word.and')} {words[-1]}"


@cache
def messages(language: Language) -> Messages:
    """The messages of a language, read once."""
    text = (files(__package__) / f"{language}.toml").read_text(encoding="utf-8")
    return Messages(language=language, table=dict(_flat(tomllib.loads(text), prefix="")))


def _flat(table: dict[str, object], *, prefix: str) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            rows.extend(_flat(value, prefix=f"{prefix}{key}."))
        else:
            rows.append((f"{prefix}{key}", str(value)))
    return rows
