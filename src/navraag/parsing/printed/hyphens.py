"""Hyphens that belong to a word, so that they stay where a line happens to end with them: "ex-minister", "mbo-school".

Abbreviations in capitals, names and figures keep theirs by rule; these are the words in small letters that do. Many of
the first parts also begin words of their own ("ex-tra", "oud-ers"), so for those the second part decides.
"""

PEOPLE = (
    "minister", "premier", "president", "staatssecretaris", "kamerlid", "voorzitter", "directeur", "wethouder", "burgemeester",
    "bestuurder", "politic", "ambtenaar", "militair", "soldaat", "strijder", "medewerker", "werknemer", "collega", "leerling",
    "student", "patiënt", "bewoner", "gedetineerd", "verslaafd", "partner", "vrouw", "man", "echtgeno", "vriend", "rechter",
    "agent", "hoogleraar", "lid", "leden", "commandant", "generaal", "speler", "topman", "topvrouw", "baas", "eigenaar",
)  # fmt: skip
ADJECTIVE_ENDS = ("isch", "ische", "elijk", "elijke", "eel", "ele", "ief", "ieve")

ALWAYS = frozenset(
    {
        "niet", "non", "mbo", "hbo", "havo", "vwo", "vmbo", "mkb", "ggz", "ggd", "btw", "bbp", "bni", "ict", "aow",
        "wia", "wmo", "woz", "zzp", "hiv", "soa", "wob", "cao", "dna", "rna", "pdf", "sms", "tv", "pc", "aio", "oio",
        "id", "bv", "nv", "kpi",
    }
)  # fmt: skip
"""First parts that always keep their hyphen."""

BEFORE: dict[str, tuple[str, ...]] = {
    "ex": PEOPLE,
    "oud": PEOPLE,
    "vice": PEOPLE,
    "adjunct": PEOPLE,
    "kandidaat": PEOPLE,
    "minister": ("president",),
    "staten": ("generaal",),
    "secretaris": ("generaal",),
    "directeur": ("generaal",),
    "inspecteur": ("generaal",),
    "procureur": ("generaal",),
    "advocaat": ("generaal",),
    "gouverneur": ("generaal",),
    "consul": ("generaal",),
    "noord": ("zuid",),
    "oost": ("west",),
    "kosten": ("baten",),
    "woon": ("werk",),
    "werk": ("privé",),
    "vraag": ("antwoord",),
    "ouder": ("kind",),
    "man": ("vrouw",),
}
"""First parts that keep it before certain words."""

ADJECTIVES = frozenset(
    {
        "sociaal", "politiek", "bestuurlijk", "financieel", "economisch", "juridisch", "technisch", "fysiek",
        "psychisch", "medisch", "cultureel", "wetenschappelijk", "maatschappelijk", "christelijk", "joods",
        "militair", "organisatorisch", "strategisch", "administratief",
    }
)  # fmt: skip
"""Adjectives that are joined by a hyphen to another one: "sociaal-economisch"."""


def keeps_hyphen(first: str, second: str) -> bool:
    """Whether the word of these two parts, in small letters, is spelled with a hyphen.

    >>> keeps_hyphen("ex", "minister"), keeps_hyphen("ex", "tra"), keeps_hyphen("sociaal", "economische")
    (True, False, True)
    """
    if first in ALWAYS or len(first) == 1:
        return True
    if first in ADJECTIVES and second.endswith(ADJECTIVE_ENDS):
        return True
    return second.startswith(BEFORE.get(first, ("\0",)))
