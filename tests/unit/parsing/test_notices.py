"""What a notice says: late and why, or withdrawn."""

import pytest

from navraag.parsing.notices import is_withdrawal, reason_of

REASONS = [
    ("De vragen kunnen niet worden beantwoord, aangezien nog niet alle benodigde informatie is ontvangen.", "information_not_received"),
    ("Nog niet alle gegevens zijn verkregen die voor de beantwoording nodig zijn.", "information_not_received"),
    ("Vanwege de nodige afstemming lukt het niet binnen de termijn.", "coordination"),
    ("De interdepartementale afstemming vraagt meer tijd.", "coordination"),
    ("De vragen kunnen niet binnen de termijn worden beantwoord.", "other"),
]
WITHDRAWN = [
    ("Het lid Jansma heeft deze vragen ingetrokken.", None, True),
    ("De indiener trekt de vragen hierbij in.", None, True),
    ("De vragen over het intrekken van vergunningen kunnen niet binnen de termijn worden beantwoord.", "het intrekken van vergunningen", False),
    ("De vragen over «Vergunning ingetrokken» kunnen niet tijdig worden beantwoord. Ik streef naar spoed.", None, False),
    ("De vergunning is ingetrokken.", None, False),
]


@pytest.mark.parametrize(("text", "expected"), REASONS)
def test_reasons(text: str, expected: str) -> None:
    """A code for the reason that is given."""
    assert expected == reason_of(text)


@pytest.mark.parametrize(("text", "subject", "expected"), WITHDRAWN)
def test_withdrawals_are_told_by_their_sentence(text: str, subject: str | None, expected: bool) -> None:  # noqa: FBT001
    """Never by the subject, which may itself speak of withdrawing."""
    assert expected is is_withdrawal(text, subject=subject)
