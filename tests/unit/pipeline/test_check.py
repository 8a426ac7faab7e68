"""check: problems, loose ends, coverage, quarantine, raw documents read back."""

import gzip
from pathlib import Path

from navraag.pipeline.check import BlobCheck, Quarantine, check
from navraag.pipeline.run import import_paths
from navraag.store.coverage import YearCoverage
from navraag.store.reader import open_registry
from tests.unit.pipeline.make import answer_paper, around, collection, number, question_paper, settings, zaak


def test_a_sound_registry(tmp_path: Path) -> None:
    """Coverage by year out of the list of ids; nothing loose."""
    import_paths([collection(tmp_path / "in")], settings(tmp_path / "home"), around())
    with open_registry(tmp_path / "home") as registry:
        report = check(registry, verify=True)

    assert report.problems == ()
    assert [(one.kind, one.count) for one in report.loose_ends] == [
        ("orphan_answers", 0), ("unpaired_questions", 0), ("unlinked_answers", 0), ("answers_without_day", 0), ("ministry_unknown", 0),
    ]
    assert report.years == (
        YearCoverage(year=2030, known_answers=1, missing_answers=0),
        YearCoverage(year=2031, cases=6, with_questions=6, with_answers=3, known_questions=8, missing_questions=2),
    )
    assert report.quarantined == (Quarantine(id="kv-tk-2031Z1", rule="question-number-misshapen", likely=None),)
    assert report.read_by_older_parser == 0
    assert report.blobs == BlobCheck(read=11, damaged=(), missing=(), unused=())


def test_a_mistyped_id_leads_to_the_case_without_a_paper(tmp_path: Path) -> None:
    """Only a registered case that no paper and no other id belongs to can have been meant."""
    (tmp_path / "zaken.jsonl.gz").write_bytes(gzip.compress(zaak(11) + zaak(12) + zaak(13)))
    (tmp_path / "ids.txt").write_bytes(b"kv-tk-2031Z00012\nkv-tk-2031Z0013\nkv-tk-2031Z0011\nkv-2007-01-11\nah-tk-20302031-1\n")
    (tmp_path / "kv-tk-2031Z00011.txt").write_bytes(question_paper(11))
    import_paths([tmp_path], settings(tmp_path / "home"), around())
    with open_registry(tmp_path / "home") as registry:
        found = check(registry).quarantined

    assert found == (
        Quarantine(id="kv-2007-01-11", rule="a-date-as-number", likely=None),
        Quarantine(id="kv-tk-2031Z0011", rule="question-number-misshapen", likely=None),
        Quarantine(id="kv-tk-2031Z0013", rule="question-number-misshapen", likely="2031Z00013"),
    )


def test_loose_ends_and_damage_are_named(tmp_path: Path) -> None:
    """With the cases in which they are."""
    text = answer_paper(5).replace(b"Antwoord 2\n", b"Antwoord 7\n")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "antwoord.txt").write_bytes(text)
    (tmp_path / "in" / "vragen.txt").write_bytes(question_paper(5))
    import_paths([tmp_path / "in"], settings(tmp_path / "home"), around())
    with open_registry(tmp_path / "home") as registry:
        names = sorted(registry.blobs.names())
        registry.blobs.path(names[0]).write_bytes(b"x")
        registry.blobs.path(names[1]).unlink()
        unused = registry.blobs.put(b"in geen register")
        report = check(registry, verify=True)

    assert {one.kind: one.examples for one in report.loose_ends if one.count} == {
        "orphan_answers": (number(5),), "unpaired_questions": (number(5),),
    }
    assert "pairing.answer-without-question" in {one.code for one in report.problems}
    assert all(one.explanation.endswith(".") for one in report.problems)
    assert report.blobs == BlobCheck(read=2, damaged=(names[0],), missing=(names[1],), unused=(unused,))
