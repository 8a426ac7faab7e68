"""The fields of the query language: their names, long and short, and what they mean."""

from typing import Literal

FieldName = Literal[
    "van", "partij", "aan", "door", "onderwerp", "thema", "na", "voor", "beantwoord-na", "beantwoord-voor", "jaar", "in",
    "status", "is", "nr", "soort", "dagen", "bevat", "verwijst", "bron", "plaats",
]

# Every name under which a field may be typed; the first is the one that we write.
FIELDS: dict[FieldName, tuple[str, ...]] = {
    "van": ("van", "vrager", "lid", "kamerlid", "indiener", "gesteld-door", "v"),
    "partij": ("partij", "fractie", "p"),
    "aan": ("aan", "gericht-aan", "ministerie", "bewindspersoon", "a"),
    "door": ("door", "beantwoord-door", "antwoorder", "d"),
    "onderwerp": ("onderwerp", "titel", "o"),
    "thema": ("thema", "rubriek", "categorie", "t"),
    "na": ("na", "vanaf", "sinds", "gesteld-na"),
    "voor": ("voor", "tot", "gesteld-voor"),
    "beantwoord-na": ("beantwoord-na", "antwoord-na", "bna"),
    "beantwoord-voor": ("beantwoord-voor", "antwoord-voor", "bvoor"),
    "jaar": ("jaar", "j"),
    "in": ("in", "alleen-in"),
    "status": ("status", "stand", "s"),
    "is": ("is", "heeft"),
    "nr": ("nr", "nummer", "zaak", "kenmerk", "n"),
    "soort": ("soort", "antwoordsoort"),
    "dagen": ("dagen", "duur"),
    "bevat": ("bevat", "met"),
    "verwijst": ("verwijst", "verwijst-naar", "citeert", "haalt-aan"),
    "bron": ("bron", "medium", "media"),
    "plaats": ("plaats", "gemeente", "provincie"),
}
BY_ALIAS: dict[str, FieldName] = {alias: name for name, aliases in FIELDS.items() for alias in aliases}

# Where words may be looked for: the name in ``in:``, and the fields of the index (stems, words as written).
PLACES: dict[str, tuple[str, str]] = {
    "vraag": ("question_bag", "question"), "antwoord": ("answer_bag", "answer"), "onderwerp": ("subject_bag", "subject"),
    "noot": ("note_bag", "note"),
}
PLACE_NAMES: dict[str, str] = {
    "vraag": "vraag", "vragen": "vraag", "v": "vraag", "antwoord": "antwoord", "antwoorden": "antwoord", "a": "antwoord",
    "onderwerp": "onderwerp", "titel": "onderwerp", "o": "onderwerp", "noot": "noot", "noten": "noot", "voetnoot": "noot", "n": "noot",
}

# What may stand behind ``status:``, and the states that it means.
STATUSES: dict[str, tuple[str, ...]] = {
    "open": ("open", "open_noticed", "overdue_three", "overdue_six"),
    "te-laat": ("overdue_three", "overdue_six"),
    "beantwoord": ("answered_in_time", "answered_in_extended_term", "answered_late"),
    "op-tijd": ("answered_in_time", "answered_in_extended_term"),
    "te-laat-beantwoord": ("answered_late",),
    "ingetrokken": ("withdrawn",),
    "onbekend": ("unknown",),
    "geen-termijn": ("no_clock",),
    "open-in-termijn": ("open",), "open-uitgesteld": ("open_noticed",), "te-laat-drie-weken": ("overdue_three",), "te-laat-zes-weken": ("overdue_six",),
    "binnen-drie-weken": ("answered_in_time",), "binnen-zes-weken": ("answered_in_extended_term",),
}
STATUS_NAMES: dict[str, str] = {
    **{name: name for name in STATUSES}, "onbeantwoord": "open", "telaat": "te-laat", "laat": "te-laat", "antwoord": "beantwoord",
    "optijd": "op-tijd", "withdrawn": "ingetrokken", "late": "te-laat", "answered": "beantwoord",
}

# What may stand behind ``is:`` (a flag of the index), with other words for it.
FLAGS: dict[str, tuple[str, ...]] = {
    "uitgesteld": ("uitgesteld", "uitstel", "uitstelbericht"), "ingetrokken": ("ingetrokken",), "mondeling": ("mondeling",),
    "eerste-kamer": ("eerste-kamer", "ek"), "tekst": ("tekst", "met-tekst"), "antwoord": ("antwoord", "met-antwoord"),
    "gezamenlijk": ("gezamenlijk", "samen"), "verwijzing": ("verwijzing", "verwijst"), "vervolg": ("vervolg", "vervolgvraag", "vervolgvragen"),
    "nader": ("nader", "nader-antwoord"), "gecorrigeerd": ("gecorrigeerd", "correctie", "herzien"),
}
FLAG_NAMES: dict[str, str] = {alias: name for name, aliases in FLAGS.items() for alias in aliases}

KINDS: dict[str, str] = {"eerste": "first", "nader": "further", "correctie": "correction"}

# Words of a name that stand before its family name: "van:van der Staaij" is one name.
PARTICLES = frozenset("van de der den het 't ten ter te von le la el al ben op in 's bin dos d' vande vander".split())
