"""Session years as people print them."""

import re

YEAR = r"(?:19|20)\d{2}\s*[-–—/]{1,2}\s*(?:(?:19|20)\d{2}|\d{2})"
"""The pattern of a printed session year: "2019–2020", "2021/22", and the slip "2022/-23"."""


def session_year(printed: str) -> str | None:
    """A printed session year as the eight digits of official ids; None where its halves do not follow each other.

    >>> session_year("2021/22"), session_year("2024–2025"), session_year("2019-2031")
    ('20212022', '20242025', None)
    """
    first, second = re.findall(r"\d+", printed)
    start = int(first)
    follows = (start + 1) % 10 ** len(second)
    return f"{start}{start + 1}" if int(second) == follows else None
