"""Word fields: which text is an instruction (never printed), which its result, and where a hyperlink goes."""

import re
from dataclasses import dataclass, field

HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\\S\s+)?"?([^"\s]+)"?', re.IGNORECASE)
MAX_NESTED = 200  # deeper only in files made to hurt


@dataclass(slots=True, kw_only=True)
class OpenField:
    """A field that has begun: its instruction so far, and where its result began."""

    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    since: tuple[int, int] = (0, 0)


class Fields:
    """The fields that are open at this point; they nest, and may run on over several paragraphs."""

    def __init__(self) -> None:
        """No field is open."""
        self._open: list[OpenField] = []

    @property
    def hidden(self) -> bool:
        """True inside an instruction, where text is not printed."""
        return any(not one.in_result for one in self._open)

    def begin(self) -> None:
        """A field begins with its instruction."""
        if len(self._open) < MAX_NESTED:
            self._open.append(OpenField())

    def instruct(self, text: str) -> None:
        """Words of the instruction of the innermost field."""
        if self._open:
            self._open[-1].instruction.append(text)

    def separate(self, place: tuple[int, int]) -> None:
        """The instruction ends, the result begins at ``place`` of the draft."""
        if self._open:
            self._open[-1].in_result = True
            self._open[-1].since = place

    def end(self) -> tuple[str, tuple[int, int]] | None:
        """The field ends: the address that its result links to and where that began; None for other fields."""
        if not self._open:
            return None
        closed = self._open.pop()
        url = hyperlink("".join(closed.instruction))
        return (url, closed.since) if url else None

    def next_paragraph(self) -> None:
        """Results that run on into the next paragraph link from its start."""
        for one in self._open:
            one.since = (0, 0)


def hyperlink(instruction: str) -> str | None:
    r"""The address in a HYPERLINK instruction, or None.

    >>> hyperlink(' HYPERLINK "https://example.org/a" ')
    'https://example.org/a'
    """
    match = HYPERLINK.match(instruction)
    return match[1] if match else None
