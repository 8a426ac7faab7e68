"""The small markup of the stories."""

import pytest

from navraag.replica.flow import addresses, blocks
from navraag.replica.markup import Run, read_body, read_runs


@pytest.mark.parametrize(("words", "runs", "why"), [
    ("Ja.", [Run(text="Ja.")], "plain words"),
    ("91[^3] stuks", [Run(text="91"), Run(mark="3"), Run(text=" stuks")], "a mark glued to a number"),
    ("dit?[^1] [^2]", [Run(text="dit?"), Run(mark="1"), Run(mark="2", spaced=True)], "two marks on one spot"),
    ("dat?[^9?]", [Run(text="dat?"), Run(mark="9")], "a mark whose note is missing"),
    ("**Vet** woord", [Run(text="Vet", bold=True), Run(text=" woord")], "bold first words"),
    ("_Zeven_, zei hij", [Run(text="Zeven", italic=True), Run(text=", zei hij")], "italics"),
    ("zie [hier](https://a.example)", [Run(text="zie "), Run(text="hier", url="https://a.example")], "a link"),
    ("kosten-baten en snake_case", [Run(text="kosten-baten en snake_case")], "an underscore inside a word is no italics"),
])
def test_runs(words: str, runs: list[Run], why: str) -> None:
    """Each piece of inline markup becomes one run."""
    assert list(read_runs(words)) == runs, why


def test_body() -> None:
    """Parts with their numbers, lists, tables and notes."""
    body = read_body("# 2 t/m 4 = 2 3 4\nEerste.[^1]\n- punt\n| a | b |\n\n# closing\nSlot.\n[^1]: Noot.\n")

    assert [(part.printed, part.numbers) for part in body.parts] == [("2 t/m 4", (2, 3, 4)), ("closing", ())]
    assert [line.kind for line in body.parts[0].lines] == ["paragraph", "item", "row"]
    assert body.parts[0].words == "Eerste.\npunt\na b"
    assert (body.parts[0].marks, body.notes) == (("1",), {"1": "Noot."})


def test_blocks_gather_items_and_rows() -> None:
    """List items stand together, paragraphs apart."""
    lines = read_body("# 1\nEen.\nTwee.\n- a\n- b\n| c | d |\n").parts[0].lines

    assert [(kind, len(group)) for kind, group in blocks(lines)] == [("paragraph", 1), ("paragraph", 1), ("item", 2), ("row", 1)]


def test_addresses_in_notes() -> None:
    """An address ends before the comma that follows it."""
    assert [run.url for run in addresses("Blad, https://a.example/x, blz. 2") if run.url] == ["https://a.example/x"]
