"""``navraag findings FILE``: every sort of finding of one document, read without a registry."""

from datetime import date

from navraag.parsing import parse
from navraag.surfaces.cli.findings import findings_shape

LETTER = """2031Z90123
Vragen van het lid Hazelaar (De Brug) aan de Minister van Havens over ponten (ingezonden 3 maart 2031).
Antwoord van Minister Kraai (Havens) (ontvangen 24 maart 2031).

Vraag 1
Bent u bekend met het bericht «Pont ligt stil»?
Antwoord 1
Ja.

Vraag 2
Hoeveel ponten liggen stil? Bent u bereid de Kamer hierover te informeren?
Antwoord 2
Hierover zijn geen cijfers bekend. Ik zal uw Kamer voor de zomer informeren.

Vraag 3
Bent u bereid de schipper te bezoeken?
Antwoord 3
Ja.

Vraag 4
Wat vindt u van de motie Hazelaar/Veen (Kamerstuk 91 638, nr. 166) en van artikel 173a Sr?
Antwoord 4
Zie het antwoord op vraag 2.
"""


def test_every_sort_is_found_and_placed() -> None:
    """Undertakings with their day, a plain yes with what was asked, gaps, referrals, statuses, references."""
    shape = findings_shape(parse(LETTER.encode(), name="ponten.txt").content, date(2031, 4, 1))

    assert ["Ik zal uw Kamer voor de zomer informeren.", "Bent u bereid de schipper te bezoeken?"] == [c["quote"] for c in shape["commitments"]]
    assert [True, False] == [c["to_kamer"] for c in shape["commitments"]]
    assert "Ja." == shape["commitments"][1]["answer"]
    assert shape["commitments"][0]["latest"].startswith("2031-07-")
    assert ["no_figures"] == [g["reason"] for g in shape["data_gaps"]]
    assert [[2]] == [list(r["to"]) for r in shape["referrals"]]
    assert ["verdict", "data_gap", "verdict", "referral"] == [s["status"] for s in shape["statuses"] if s["label"] != "2" or s["type"] == "how_many"]
    assert {"kst-91638-166", "BWBR0001854"} <= {r["target"] for r in shape["references"]}
    assert all(item["where"]["labels"] for sort in ("commitments", "data_gaps", "referrals", "statuses") for item in shape[sort])
