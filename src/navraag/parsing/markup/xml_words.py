"""The vocabulary of KOOP's current XML: elements with the attributes that are used or ignored by name.

Seen in real files, in published style sheets for these files, or in their readers' test data.
"""

_NONE: frozenset[str] = frozenset()

EVERYWHERE = frozenset({
    "id", "status", "wid", "eid", "label-id", "lang", "{http://www.w3.org/XML/1998/namespace}lang", "class",
    "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation",
})

VOCABULARY: dict[str, frozenset[str]] = {
    "officiele-publicatie": _NONE, "kamervragen": _NONE, "metadata": _NONE,
    "meta": frozenset({"name", "scheme", "content"}),
    "kamervraagkop": _NONE, "tekstregel": frozenset({"inhoud"}),
    "kamervraagnummer": _NONE, "kamervraagomschrijving": frozenset({"type"}), "kamervraagonderwerp": _NONE,
    "kamervraagopmerking": frozenset({"type"}), "kamervraagbijlage": _NONE, "toelichting": _NONE,
    "naam": _NONE, "voornaam": _NONE, "achternaam": _NONE, "voorvoegsels": _NONE, "tussenvoegsel": _NONE, "initialen": _NONE,
    "organisatie": frozenset({"afkorting"}), "functie": _NONE, "datum": frozenset({"isodatum"}),
    "vraag": _NONE, "antwoord": _NONE, "nr": _NONE, "nummer": _NONE,
    "al": _NONE, "al-groep": _NONE, "vrije-tekst": _NONE, "tekst": _NONE, "algemeen": _NONE,
    "noot": frozenset({"type", "nr"}), "noot.nr": _NONE, "noot.al": _NONE, "noot.lijst": _NONE,
    "nootref": frozenset({"refid", "nr"}),
    "extref": frozenset({"doc", "soort", "compleet", "href"}), "intref": frozenset({"doc", "refid", "soort"}),
    "extref-groep": _NONE, "dossierref": frozenset({"dossier"}),
    "nadruk": frozenset({"type"}), "sup": _NONE, "inf": _NONE, "br": _NONE, "unl": _NONE, "ins": _NONE, "del": _NONE,
    "lijst": frozenset({"type", "start", "nr-sluiting", "level"}), "li": frozenset({"nr"}), "li.nr": _NONE,
    "table": frozenset({"frame", "tabstyle", "colsep", "rowsep", "orient", "pgwide", "tocentry", "shortentry"}),
    "title": _NONE,
    "tgroup": frozenset({"cols", "align", "char", "charoff", "colsep", "rowsep", "tgroupstyle"}),
    "colspec": frozenset({"colnum", "colname", "colwidth", "align", "char", "charoff", "colsep", "rowsep"}),
    "spanspec": frozenset({"spanname", "namest", "nameend", "align", "colsep", "rowsep"}),
    "thead": frozenset({"valign"}), "tbody": frozenset({"valign"}), "tfoot": frozenset({"valign"}),
    "row": frozenset({"rowsep", "valign"}),
    "entry": frozenset({
        "colname", "namest", "nameend", "morerows", "align", "char", "charoff", "valign", "rotate", "colsep", "rowsep", "spanname",
    }),
    "plaatje": frozenset({"uitlijning", "type", "naam"}),
    "illustratie": frozenset({"naam", "formaat", "type", "uitlijning", "alt", "breedte", "hoogte", "dpi", "kleur", "schaal"}),
    "tussenkop": frozenset({"kopopmaak"}), "titel": _NONE, "kop": _NONE, "label": _NONE, "subtitel": _NONE,
    "divisie": _NONE, "box": _NONE, "citaat": _NONE, "citaat-tekst": _NONE, "bijlage": _NONE,
    "definitielijst": _NONE, "definitie-item": _NONE, "term": _NONE, "definitie": _NONE,
    "ondertekening": _NONE, "formule": _NONE, "begrip": _NONE, "plaats": _NONE,
}
