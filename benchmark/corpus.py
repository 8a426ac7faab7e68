"""A whole history of written questions, generated: the forms, ids and counts of the real one, with prose of our own.

``python -m benchmark.corpus --cases 80000 --to FOLDER`` writes zip files that ``navraag import`` reads. About a quarter of the
answers is preceded by a delay notice; joint answers follow the patterns of 264,335 real answers (answer_patterns.tsv).
Numbers lie in a range that real ones never use; members, ministers and parties are invented.
"""

import argparse
import json
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from benchmark.dutch import Prose

HERE = Path(__file__).parent
# Questions asked in each year: ids at KOOP to 2008, Zaken from 2009 on; 2025 is an estimate from the months known.
PER_YEAR = {
    1995: 1500, 1996: 1600, 1997: 1600, 1998: 1724, 1999: 1456, 2000: 1428, 2001: 1438, 2002: 1601, 2003: 2003, 2004: 2012, 2005: 1788, 2006: 2401,
    2007: 2832, 2008: 3000, 2009: 3027, 2010: 2552, 2011: 3054, 2012: 2532, 2013: 2559, 2014: 2422, 2015: 2822, 2016: 2626, 2017: 2112, 2018: 2812,
    2019: 3076, 2020: 2955, 2021: 2921, 2022: 2728, 2023: 2079, 2024: 2000, 2025: 2300,
}
_MINISTRIES = (
    "Justitie en Veiligheid", "Volksgezondheid, Welzijn en Sport", "Financiën", "Infrastructuur en Waterstaat", "Buitenlandse Zaken", "Defensie",
    "Onderwijs, Cultuur en Wetenschap", "Sociale Zaken en Werkgelegenheid", "Binnenlandse Zaken en Koninkrijksrelaties", "Economische Zaken en Klimaat",
    "Landbouw, Natuur en Voedselkwaliteit", "Algemene Zaken",
)
_PARTIES = ("De Brug", "Groen Akkoord", "Nieuw Land", "Stad en Streek", "Vrije Handel", "De Dijk", "Arbeid Nu", "Ouderen Samen", "Recht en Orde", "Dierenrecht")
_FIRST = "Bos Berg Dijk Veen Zand Wolf Vos Haan Kraai Linde Eik Beuk Hazel Meer Brink Horst Kamp Rode Wit Goud Zilver Klaver Molen Steen Water Noord Zuid Ooster Wester Ker".split()
_LAST = "stra sma man huis kamp veld berg laan dijk stede weide horn mans inga ema hof burg hoek daal zicht".split()
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_FIRST_SERIAL = 20_000  # real serials of written questions of a year stay below it only by chance of the series; see is_generated


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One generated case: what its documents say, for tests that need the truth."""

    number: str
    subject: str
    tabled_on: date
    askers: tuple[tuple[str, str], ...]
    addressees: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    notice_on: date | None
    notice_appendix: int | None
    answered_on: date | None
    appendix: int | None
    answerer: tuple[str, str, str]
    groups: tuple[tuple[int, ...], ...]
    answers: tuple[tuple[str, ...], ...]

    @property
    def pairs(self) -> int:
        """How many questions the case has."""
        return len(self.questions)


def session_year(day: date) -> str:
    """The session year of a day, as eight digits; it begins on the third Tuesday of September."""
    first = date(day.year, 9, 1)
    opening = first + timedelta(days=(1 - first.weekday()) % 7 + 14)
    start = day.year if day >= opening else day.year - 1
    return f"{start}{start + 1}"


def _patterns() -> tuple[list[tuple[int, ...]], list[int]]:
    rows = [line.split("\t") for line in (HERE / "answer_patterns.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [tuple(int(n) for n in pattern.split()) for _, pattern in rows], [int(count) for count, _ in rows]


class Corpus:
    """The generator; the same seed gives the same history."""

    def __init__(self, cases: int, seed: int = 1) -> None:
        self.total = cases
        self._random = Random(seed)
        self._prose = Prose(seed)
        self._shapes, self._weights = _patterns()
        names = [a + b for a in _FIRST for b in _LAST]
        self._random.shuffle(names)
        self._members = [(name, self._random.choice(_PARTIES)) for name in names[:450]]
        self._ministers = names[450:]
        self._appendix: dict[str, int] = {}

    def _appendix_number(self, day: date) -> int:
        year = session_year(day)
        self._appendix[year] = self._appendix.get(year, 0) + 1
        return self._appendix[year]

    def _groups(self, questions: int) -> tuple[tuple[int, ...], ...]:
        """Which questions are answered together, as often as in reality and in the same patterns."""
        open_numbers = list(range(1, questions + 1))
        groups: list[tuple[int, ...]] = []
        while open_numbers:
            first = open_numbers[0]
            group: tuple[int, ...] = (first,)
            if self._random.random() < 0.105:
                shape = self._random.choices(self._shapes, self._weights)[0]
                group = tuple(first + offset for offset in shape if first + offset in open_numbers)
            groups.append(group)
            open_numbers = [number for number in open_numbers if number not in group]
        return tuple(groups)

    def _length(self) -> int:
        """How many questions a set has: the survival curve of real question numbers, with a mean near nine."""
        return max(1, min(60, round(1 + self._random.gammavariate(1.9, 4.25))))

    def _minister(self, ministry: str, year: int) -> str:
        return self._ministers[(_MINISTRIES.index(ministry) * 37 + (year - 1995) // 3) % len(self._ministers)]

    def _case(self, year: int, serial: int) -> Made:
        draw = self._random
        tabled = date(year, 1, 1) + timedelta(days=draw.randrange(365))
        tabled -= timedelta(days=max(0, tabled.weekday() - 4))
        if tabled.year != year:
            tabled = date(year, 1, 3)
        days = int(draw.gammavariate(2.6, 13.5)) + 2
        answered = tabled + timedelta(days=days)
        last = date(2025, 12, 31)
        notice = tabled + timedelta(days=draw.choice((18, 20, 21, 21, 21, 23))) if days > 21 and draw.random() < 0.62 else None
        ministry = draw.choice(_MINISTRIES)
        questions = tuple(self._prose.question(year) for _ in range(self._length()))
        groups = self._groups(len(questions))
        is_answered = answered <= last and draw.random() < 0.995
        notice = notice if notice and notice <= last and notice < answered else None
        return Made(
            number=f"{year}Z{serial:05d}", subject=self._prose.subject(), tabled_on=tabled, askers=tuple(draw.sample(self._members, 1 + int(draw.random() ** 6 * 4))),
            addressees=((draw.choice(("Minister", "Staatssecretaris")), ministry),), questions=questions, notice_on=notice,
            notice_appendix=self._appendix_number(notice) if notice else None, answered_on=answered if is_answered else None,
            appendix=self._appendix_number(answered) if is_answered else None, answerer=("Minister", self._minister(ministry, year), ministry), groups=groups,
            answers=tuple(tuple(self._prose.answer(year)) for _ in groups) if is_answered else (),
        )

    def cases(self) -> Iterator[Made]:
        """The cases in order of their years."""
        whole = sum(PER_YEAR.values())
        made = 0
        for year, count in PER_YEAR.items():
            upto = self.total if year == max(PER_YEAR) else made + round(self.total * count / whole)
            for serial in range(_FIRST_SERIAL + 1, _FIRST_SERIAL + 1 + upto - made):
                yield self._case(year, serial)
            made = max(made, upto)


def dutch_date(day: date) -> str:
    """A date in words."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _marked(day: date) -> str:
    return f'<datum isodatum="{day.isoformat()}">{dutch_date(day)}</datum>'


def _title(made: Made) -> str:
    names = [f"<naam><achternaam>{name}</achternaam></naam> ({party})" for name, party in made.askers]
    who = f"het lid {names[0]}" if len(names) == 1 else f"de leden {', '.join(names[:-1])} en {names[-1]}"
    role, ministry = made.addressees[0]
    return (
        f"Vragen van {who} aan de {role} van {escape(ministry)} over <kamervraagonderwerp>{escape(made.subject)}</kamervraagonderwerp> "
        f"(ingezonden {_marked(made.tabled_on)})."
    )


def _paper(publication: str, number: str, head: str, body: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<officiele-publicatie><metadata><meta name="OVERHEIDop.externMetadataRecord" scheme="" '
        f'content="https://zoek.officielebekendmakingen.nl/{publication}/metadata.xml"/></metadata><kamervragen><kamervraagkop>'
        f'<tekstregel inhoud="documenttype">{"Aanhangsel van de Handelingen" if publication.startswith("ah") else "Vragen gesteld door de leden der Kamer"}</tekstregel>'
        f"</kamervraagkop><kamervraagnummer>{number}</kamervraagnummer>{head}{body}</kamervragen></officiele-publicatie>\n"
    ).encode()


def _description(kind: str, words: str) -> str:
    return f'<kamervraagomschrijving type="{kind}">{words}</kamervraagomschrijving>'


def _asked(number: int, text: str) -> str:
    return f'<vraag><nr status="officieel">Vraag {number}</nr><al>{escape(text)}</al></vraag>'


def _joined(numbers: tuple[int, ...]) -> str:
    return " en ".join([", ".join(map(str, numbers[:-1])), str(numbers[-1])]) if len(numbers) > 1 else str(numbers[0])


def _answered_body(made: Made) -> str:
    parts = []
    printed: set[int] = set()
    for group, paragraphs in zip(made.groups, made.answers, strict=True):
        parts += [_asked(n, made.questions[n - 1]) for n in range(1, group[-1] + 1) if n not in printed]
        printed |= set(range(1, group[-1] + 1))
        words = "".join(f"<al>{escape(p)}</al>" for p in paragraphs)
        parts.append(f'<antwoord><nr status="officieel">Antwoord {_joined(group)}</nr>{words}</antwoord>')
    return "".join(parts)


def documents(made: Made) -> Iterator[tuple[str, bytes]]:
    """The publications of a case, as (file name, XML)."""
    title = _description("vraag", _title(made))
    asked = "".join(_asked(n, text) for n, text in enumerate(made.questions, 1))
    name = f"kv-tk-{made.number}"
    yield f"{name}.xml", _paper(name, made.number, title, asked)
    role, surname, ministry = made.answerer
    person = f'{role} <naam><achternaam>{surname}</achternaam></naam> (<organisatie afkorting="X">{escape(ministry)}</organisatie>)'
    if made.notice_on:
        name = f"ah-tk-{session_year(made.notice_on)}-{made.notice_appendix}"
        head = title + _description("antwoord", f"Mededeling van {person} (ontvangen {_marked(made.notice_on)}).")
        who = ", ".join(f"{surname} ({party})" for surname, party in made.askers)
        words = (
            f"Hierbij deel ik u mede dat de schriftelijke vragen van {'het lid' if len(made.askers) == 1 else 'de leden'} {who} over {made.subject} (ingezonden {dutch_date(made.tabled_on)}) niet binnen de gebruikelijke termijn "
            "kunnen worden beantwoord, aangezien nog niet alle benodigde informatie is ontvangen."
        )
        yield f"{name}.xml", _paper(name, str(made.notice_appendix), head, f"<kamervraagopmerking><al>{escape(words)}</al></kamervraagopmerking>")
    if made.answered_on:
        name = f"ah-tk-{session_year(made.answered_on)}-{made.appendix}"
        head = title + _description("antwoord", f"Antwoord van {person} (ontvangen {_marked(made.answered_on)}).")
        yield f"{name}.xml", _paper(name, str(made.appendix), head, _answered_body(made))


def registration(made: Made) -> dict[str, object]:
    """The Zaak of a case as a row of the OData service."""
    return {
        "Id": f"00000000-0000-4000-8000-{made.number[:4]}{made.number[5:]:0>8}", "Nummer": made.number, "Soort": "Schriftelijke vragen", "Titel": None, "Citeertitel": None, "Alias": None,
        "Status": "Vrijgegeven", "Onderwerp": made.subject, "GestartOp": f"{made.tabled_on.isoformat()}T00:00:00+01:00", "Organisatie": "Tweede Kamer",
        "Grondslagvoorhang": None, "Termijn": None, "Vergaderjaar": f"{session_year(made.tabled_on)[:4]}-{session_year(made.tabled_on)[4:]}", "Volgnummer": -1,
        "HuidigeBehandelstatus": None, "Afgedaan": made.answered_on is not None, "GrootProject": False, "GewijzigdOp": f"{made.tabled_on.isoformat()}T12:00:00+01:00",
        "ApiGewijzigdOp": f"{made.tabled_on.isoformat()}T11:00:00.1234567Z", "Verwijderd": False, "Kabinetsappreciatie": None,
        "_actors": {"Indiener": made.askers[0][0], **({"Medeindiener": ", ".join(n for n, _ in made.askers[1:])} if len(made.askers) > 1 else {}), "Voortouwcommissie": "TK"},
    }


def write(cases: int, to: Path, *, seed: int = 1, per_zip: int = 5000) -> tuple[int, int]:
    """Write the history as zips of XML and one list of Zaken; returns how many cases and pairs there are."""
    to.mkdir(parents=True, exist_ok=True)
    count = pairs = 0
    archive: zipfile.ZipFile | None = None
    with (to / "zaken.jsonl").open("w", encoding="utf-8") as rows:
        for made in Corpus(cases, seed).cases():
            if count % per_zip == 0:
                if archive:
                    archive.close()
                archive = zipfile.ZipFile(to / f"cases-{count // per_zip:03d}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1)
            assert archive is not None
            for name, data in documents(made):
                archive.writestr(name, data)
            rows.write(json.dumps(registration(made), ensure_ascii=False) + "\n")
            count += 1
            pairs += made.pairs
    if archive:
        archive.close()
    return count, pairs


def main() -> None:
    """Write a history to a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=80_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path, required=True)
    arguments = parser.parse_args()
    count, pairs = write(arguments.cases, arguments.to, seed=arguments.seed)
    sys.stdout.write(f"{count} cases, {pairs} pairs in {arguments.to}\n")


if __name__ == "__main__":
    main()
