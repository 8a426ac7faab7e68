"""The foot of a letter: who signs, in which order name and office stand."""

import pytest

from navraag.parsing.letters.signers import is_name, is_signature, read_signature

FEET = [
    (("De Minister van Financiën,", "A.B. van Dam"), [("A.B. van Dam", "Minister", "Financiën")], [], "office above name"),
    (("Anna van Dam", "Minister van Financiën"), [("Anna van Dam", "Minister", "Financiën")], [], "name above office"),
    (("de Minister van Financiën, A.B. van Dam",), [("A.B. van Dam", "Minister", "Financiën")], [], "name behind office"),
    (("DE MINISTER VAN FINANCIËN,", "Mr. drs. A.B. van Dam"), [("Mr. drs. A.B. van Dam", "Minister", "Financiën")], [], "capitals"),
    (
        ("Mede namens de Staatssecretaris van Defensie,", "de Minister van Financiën", "A.B. van Dam"),
        [("A.B. van Dam", "Minister", "Financiën")],
        ["Defensie"],
        "on behalf of",
    ),
    (
        ("De Minister van Financiën,", "A.B. van Dam", "De Staatssecretaris van Defensie,", "C. de Groot"),
        [("A.B. van Dam", "Minister", "Financiën"), ("C. de Groot", "Staatssecretaris", "Defensie")],
        [],
        "two signers",
    ),
    (("Hoogachtend,",), [], [], "nobody"),
]


@pytest.mark.parametrize(("lines", "signers", "behalf", "why"), FEET)
def test_signatures(lines: tuple[str, ...], signers: list[tuple[str, str, str]], behalf: list[str], why: str) -> None:
    """Names as printed, with initials; offices as the lists know them."""
    found = read_signature(lines)

    assert [(one.name, one.role, one.portfolio) for one in found.answerers] == signers, why
    assert [one.portfolio for one in found.on_behalf_of] == behalf


@pytest.mark.parametrize("line", ["A.B. van Dam", "D. Yeşilova-Zegers", "Anna van der Berg", "drs. C. de Groot", "E.F. (Eva) Smit"])
def test_names(line: str) -> None:
    """Initials, titles, given names."""
    assert is_name(line)


@pytest.mark.parametrize("line", ["Ja.", "De prijs van zout is gestegen.", "Bijlage 1", "Antwoord op vraag 1", "2099Z90001"])
def test_other_lines(line: str) -> None:
    """Lines of text are no signature."""
    assert not is_signature(line)
