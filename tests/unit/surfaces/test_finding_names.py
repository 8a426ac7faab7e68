"""What is cited, as people write it, and where it officially stands."""

import pytest

from navraag.surfaces.finding_names import shown_key
from navraag.surfaces.links import cited_path, name_path, official_url, outlet_path

NAMES = [
    ("kst-28638-166", "Kamerstuk 28 638, nr. 166"), ("kst-35925-VI-56", "Kamerstuk 35 925 VI, nr. 56"), ("kst-21501-02-2870", "Kamerstuk 21 501 02, nr. 2870"),
    ("kst-36229", "Kamerstuk 36 229"), ("ah-tk-20242025-156", "Aanhangsel Handelingen 2024-2025, nr. 156"), ("stb-2024-213", "Staatsblad 2024, 213"),
    ("BWBR0001854", "Wetboek van Strafrecht"), ("ECLI:NL:RVS:2024:3946", "ECLI:NL:RVS:2024:3946"),
]


@pytest.mark.parametrize(("key", "shown"), NAMES)
def test_a_key_is_shown_as_it_is_cited(key: str, shown: str) -> None:
    """Dossier, number and year in their places; what has no other form as it is."""
    assert shown_key("reference", key) == shown
    assert shown_key("name", key) == key


ADDRESSES = [
    ("kst-28638-166", "https://zoek.officielebekendmakingen.nl/kst-28638-166.html"), ("BWBR0001854", "https://wetten.overheid.nl/BWBR0001854"),
    ("2024D28457", "https://www.tweedekamer.nl/downloads/document?id=2024D28457"), ("celex:32023R1115", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32023R1115"),
    ("https://veerblad.example/a", "https://veerblad.example/a"), ("javascript:alert(1)", None), ("<script>", None),
]


@pytest.mark.parametrize(("target", "address"), ADDRESSES)
def test_what_is_cited_has_an_official_address(target: str, address: str | None) -> None:
    """And nothing but plain addresses ever becomes a link."""
    assert official_url(target) == address


def test_our_own_pages() -> None:
    """A case has its own page; all else a page of who cites it; blanks and slashes are safe in addresses."""
    assert cited_path("2024Z12345") == "/kamervraag/2024Z12345/"
    assert cited_path("https://a.example/b?c") == "/aangehaald/https%3A%2F%2Fa.example%2Fb%3Fc"
    assert name_path("Raad voor de rechtspraak") == "/naam/Raad%20voor%20de%20rechtspraak"
    assert outlet_path("De Gooi- en Eemlander") == "/medium/De%20Gooi-%20en%20Eemlander"
