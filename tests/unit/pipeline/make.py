"""An invented collection: registrations, question papers, answers and notices of the year 2031, in texts and lists."""

import gzip
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from navraag.pipeline.run import Surroundings
from navraag.settings import Settings

NOON = datetime(2032, 1, 2, 12, tzinfo=UTC)
TABLED = date(2031, 3, 3)
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
SUBJECTS = ("de veerpont van Oudewater", "de prijs van kunstmest", "het bericht «Geen trein meer na elf uur»", "het loodsgebouw")


def around(processes: int = 1) -> Surroundings:
    """A clock that stands still, nobody to tell, one process."""
    return Surroundings(now=lambda: NOON, processes=processes)


def settings(home: Path) -> Settings:
    """A registry in that folder."""
    return Settings(home=home)


def dutch(day: date) -> str:
    """A date as printed."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number(at: int) -> str:
    """The number of the nth case."""
    return f"2031Z{at:05}"


def tabled(at: int) -> date:
    """The day of the nth case."""
    return TABLED + timedelta(days=at)


def zaak(at: int, **more: object) -> bytes:
    """One row of the list of registrations."""
    row = {
        "Id": f"00000000-0000-4000-8000-{at:012}", "Nummer": number(at), "Soort": "Schriftelijke vragen", "Titel": None,
        "Citeertitel": None, "Alias": None, "Status": "Vrijgegeven", "Onderwerp": SUBJECTS[at % 4].capitalize(),
        "GestartOp": f"{tabled(at)}T00:00:00+01:00", "Organisatie": "Tweede Kamer", "Grondslagvoorhang": None, "Termijn": None,
        "Vergaderjaar": "2030-2031", "Volgnummer": -1, "HuidigeBehandelstatus": None, "Afgedaan": False, "GrootProject": False,
        "GewijzigdOp": "2031-12-31T10:00:00+01:00", "ApiGewijzigdOp": "2031-12-31T09:00:00Z", "Verwijderd": False,
        "Kabinetsappreciatie": None, "_actors": {"Indiener": "Sanne de Wilde (S.)", "Gericht aan": "T. Kuipersma"},
    }
    return json.dumps(row | more, ensure_ascii=False).encode() + b"\n"


def question_paper(at: int) -> bytes:
    """The nth question paper as text."""
    return f"""{number(at)}
Vragen van het lid De Wilde (NPV) aan de Minister van Financiën over {SUBJECTS[at % 4]} (ingezonden {dutch(tabled(at))}).

Vraag 1
Kent u het bericht nummer {at} over {SUBJECTS[at % 4]}?

Vraag 2
Wat gaat u daaraan doen?
""".encode()


def answer_paper(at: int, *, days: int = 20) -> bytes:
    """The nth answer as text."""
    return f"""AH {at}
{number(at)}
Antwoord van minister Kuipersma (Financiën) (ontvangen {dutch(tabled(at) + timedelta(days=days))})

Vraag 1
Kent u het bericht nummer {at} over {SUBJECTS[at % 4]}?
Antwoord 1
Ja.
Vraag 2
Wat gaat u daaraan doen?
Antwoord 2
Ik wacht het onderzoek van bureau {at} af.
""".encode()


def collection(folder: Path, *, cases: int = 6) -> Path:
    """Registrations of all cases, questions of each, answers of the first half; a list of ids; things that are no documents."""
    files = {
        "zaken.jsonl.gz": gzip.compress(b"".join(map(zaak, range(1, cases + 1))), mtime=0),
        "ids.txt": b"".join(f"kv-tk-{number(at)}\n".encode() for at in range(1, cases + 3)) + b"kv-tk-2031Z1\nah-tk-20302031-1\n",
        "gold/1.json": b'{"kind": "answer", "questions": []}',
        "tabel.tsv": b"a\tb\n1\t2\n3\t4\n",
        "foto.png": b"\x89PNG\r\n\x1a\n" + bytes(40),
    }
    for at in range(1, cases + 1):
        files[f"vragen/kv-tk-{number(at)}.txt"] = question_paper(at)
        if at <= cases // 2:
            files[f"antwoorden/ah-tk-20302031-{at}.txt"] = answer_paper(at)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
