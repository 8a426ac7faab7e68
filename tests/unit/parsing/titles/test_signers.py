"""Who answers, and on whose behalf."""

import pytest

from navraag.parsing.titles.signers import read_signers

M, S, MP = "Minister", "Staatssecretaris", "Minister-President"
IENW = "Infrastructuur en Waterstaat"
SIGNED = [
    (f"Minister Kok ({IENW})", [(M, "Kok", IENW)], [], "one"),
    ("minister Vos - Van de Kreek (Defensie)", [(M, "Vos - Van de Kreek", "Defensie")], [], "a name with a dash"),
    (f"Staatssecretaris Bos ({IENW}), mede namens de Minister van Defensie", [(S, "Bos", IENW)], [(M, "Defensie")], "on behalf of another"),
    (f"Staatssecretaris Bos ({IENW}) mede namens Ministers van Defensie en voor Natuur en Stikstof", [(S, "Bos", IENW)], [(M, "Defensie"), (M, "Natuur en Stikstof")], "of two, without a comma"),
    (f"Minister Kok (Defensie) en van Staatssecretaris Bos ({IENW})", [(M, "Kok", "Defensie"), (S, "Bos", IENW)], [], "two signers"),
    ("Minister Kok (Defensie) en antwoord van Staatssecretaris Bos (Defensie)", [(M, "Kok", "Defensie"), (S, "Bos", "Defensie")], [], "two answers in one"),
    ("de ministers Kok (Defensie) en Bos (Financiën)", [(M, "Kok", "Defensie"), (M, "Bos", "Financiën")], [], "one rank for two"),
    ("Minister Kok en Staatssecretaris Bos (beiden Defensie)", [(M, "Kok", "Defensie"), (S, "Bos", "Defensie")], [], "one portfolio for two"),
    ("Minister Kok (Defensie), mede namens de Minister van Financiën, en van Staatssecretaris Bos (Justitie)", [(M, "Kok", "Defensie"), (S, "Bos", "Justitie")], [(M, "Financiën")], "a signer after 'mede namens'"),
    ("Minister Kok (Defensie), mede namens minister Bos (Financiën)", [(M, "Kok", "Defensie")], [(M, "Financiën")], "'mede namens' with a name"),
    ("de Minister van Justitie, mede namens zijn ambtgenoot van Defensie", [(M, None, "Justitie")], [(M, "Defensie")], "offices only"),
    ("Minister Kok, Minister van Defensie", [(M, "Kok", "Defensie")], [], "one signer named twice"),
    ("Minister van Defensie, K. Kok", [(M, "K. Kok", "Defensie")], [], "the name after the office"),
    ("minister Kok van Justitie", [(M, "Kok", "Justitie")], [], "no brackets"),
    ("Minister-President Kok (Algemene Zaken)", [(MP, "Kok", None)], [], "the prime minister has no portfolio"),
    ("minister-president Kok, minister van Algemene Zaken, mede namens de minister van Financiën", [(MP, "Kok", None)], [(M, "Financiën")], "both his offices printed"),
    ("Staatssecretaris Bos (Financiën – Toeslagen en Douane)", [(S, "Bos", "Financiën – Toeslagen en Douane")], [], "a named task"),
]


@pytest.mark.parametrize(("text", "signers", "behalf", "why"), SIGNED)
def test_signers_and_those_behind_them(text: str, signers: list[object], behalf: list[object], why: str) -> None:
    """Signers and "mede namens" are kept apart."""
    found = read_signers(text)

    assert signers == [(who.role, who.name, who.portfolio) for who in found.answerers], why
    assert behalf == [(who.role, who.portfolio) for who in found.on_behalf_of], why
    assert not found.open_bracket


def test_a_missing_bracket_is_repaired_and_noticed() -> None:
    """The list of ministries says where the portfolio ends."""
    found = read_signers("Minister Kok (Landbouw, Natuur en Voedselkwaliteit, mede namens de Minister van Defensie")

    assert found.answerers[0].portfolio == "Landbouw, Natuur en Voedselkwaliteit"
    assert found.on_behalf_of[0].portfolio == "Defensie"
    assert found.open_bracket
