"""Data gaps: what the government says it does not know (reference/domain.md, section 3.1)."""

from functools import lru_cache

from navraag.enrichment.ruled import Rule, ruled
from navraag.enrichment.screening import READ_LATELY, in_low
from navraag.records.findings import DataGap, GapReason

VERSION = "2"
_DATA = (
    r"(?:\w{0,20}cijfers?|cijfermatige? \w{1,30}|\w{0,20}gegevens|aantal(?:len)?|data|getal(?:len)?|percentages?|statistieken|bronnen|(?:totaal|\w{0,10})?overzicht(?:en)?|informatie|registraties?|monitor|uitsplitsing(?:en)?"
    r"|totaalbeeld|(?:landelijk|compleet|volledig) beeld|kwantitatieve \w{1,30}|precieze? \w{1,30}|exacte \w{1,30})"
)
_NO = r"(?:niet|geen|nog niet|nog geen|noch|onvoldoende)"
_SYSTEMS = r"(?:uit (?:de|het|hun|onze|deze|dit|haar|zijn) (?:\w{1,40} )?(?:systemen|systeem|registraties?|administraties?|cijfers|gegevens|data)|\w{0,12}registratiesystem\w{1,3})"
_EXTRACT = r"te herleiden|herleidbaar|uit te splitsen|uitgesplitst|te extraheren|te achterhalen|achterhaald|te onderscheiden|te destilleren|te filteren|af te leiden|op te leveren|op te maken|te genereren|te reproduceren"
_SAY = (
    r"te zeggen|in te schatten|te bepalen|vast te stellen|aan te geven|te kwantificeren|te geven|te noemen|te beoordelen|te voorspellen|te ramen|te becijferen|te verifiëren|verifiëren|te meten|na te gaan|te overzien"
    r"|inschatten|kwantificeren|worden (?:vastgesteld|bepaald|ingeschat|gekwantificeerd|gezegd)|gekwantificeerd worden|vastgesteld worden"
)
# reason, words of which a sentence needs one, pattern
_PRINTED: tuple[tuple[GapReason, tuple[str, ...], str], ...] = (
    ("not_extractable", ("mogelijk",), rf"\b(?:niet|on) ?mogelijk\b.{{0,160}}\b(?:uit de systemen|(?:gegevens|cijfers|informatie|aantallen|uitsplitsing\w{{0,2}}|overzicht) te (?:leveren|geven|verstrekken|maken)|{_EXTRACT})"),
    ("not_extractable", ("systeem", "systemen", "registrat", "administrat", "cijfers", "gegevens", "data", "herleid", "splits", "extra", "achterha", "te onderscheiden", "destill", "filter", "af te leiden", "op te leveren", "op te maken", "genere", "reprodu"), rf"\b{_NO}\b.{{0,60}}\b(?:{_SYSTEMS}|{_EXTRACT})(?!\w)|\b{_DATA}\b.{{0,80}}\bniet (?:nader |verder )?(?:uitgesplitst|uit te splitsen|te herleiden)|\b(?:systeem|systemen|registraties?|cijfers|gegevens|administraties?|statistieken)\b.{{0,60}}\bniet (?:apart |afzonderlijk )?(?:te zien|zichtbaar)\b"),
    ("not_registered", ("regist", "bijgehouden", "bijhoud", "bij.", "bij ", "bij,", "verzameld", "gemonitord", "vastgelegd", "geteld"), (
        r"\b(?:niet|geen|nergens|nooit)\b.{0,80}\b(?:geregistreerd|registreert|registreren|bijgehouden|bijhoudt|bijhouden|centrale registratie|verzameld|gemonitord|vastgelegd|geteld)\b"
        r"|\b(?:geen|niet)\b.{0,40}\b(?:landelijke |centrale |afzonderlijke |aparte )?registratie\b|\bniet (?:werkt|werken) met een registratie\b"
        r"|\bregistre(?:ert|ren)\b(?:(?! en )[^,;]){0,80}\b(?:niet|geen)\b|\bhoud(?:t|en)?\b.{0,60}\b(?:niet|geen)\b.{0,80}\bbij\b"
    )),
    ("no_figures", ("cijfer", "gegevens", "aantal", "data", "getal", "statistiek", "overzicht", "informatie", "percentage", "monitor", "uitsplitsing", "exact", "precie", "kwantitatie", "beeld", "bronnen"), (
        rf"\b(?:geen|noch)(?: [\w-]{{1,30}}){{0,4}} {_DATA}\b(?=.{{0,80}}\b(?:bekend|beschikbaar|voorhanden|te noemen|te geven|te maken|bij\b|over\b|van\b|waaruit))|\b{_DATA}\b.{{0,80}}\bniet\b.{{0,50}}\b(?:beschikbaar|voorhanden|aanwezig)\b"
        rf"|\b{_DATA}\b.{{0,60}}\b(?:ontbreekt|ontbreken)\b|\b(?:ontbreekt|ontbreken)\b.{{0,40}}\b{_DATA}\b"
        rf"|\bbeschik(?:t|ken)?\b.{{0,60}}\b(?:niet|geen|evenmin)\b.{{0,60}}\b{_DATA}\b|\bheb(?:ben)? (?:ik |wij |we )?(?:hier |hierover |daarover |daar )?(?:nog |momenteel |op dit moment )?geen\b.{{0,30}}\b{_DATA}\b|\bbestaat (?:er )?geen (?:\w{{1,30}} )?overzicht\b"
    )),
    ("not_known", ("bekend",), rf"\b{_NO}\b.{{0,30}}\bbekend\b(?! met\b| ?gemaakt| staa)|\bonbekend\b(?! met\b| maakt)|\bis mij niet bekend\b"),
    ("not_known", ("zicht", "beeld"), r"\b(?:geen|beperkt|onvoldoende|niet)\b.{0,40}\b(?:inzicht|inzichtelijk|zicht (?:op|hebben)|zicht\b(?= ?[.,]|$)|beeld van|beeld (?:hebben|heeft))(?!\w)"),
    ("not_known", ("te zeggen", "schat", "bepa", "vast te stellen", "vastgesteld", "aan te geven", "kwantific", "te geven", "te noemen", "te beoordelen", "te voorspellen", "te ramen", "cijferen", "verifi", "te meten", "na te gaan", "te overzien", "gezegd"), rf"\b(?:niet|nog niet|lastig|moeilijk|onmogelijk)\b.{{0,30}}\b(?:{_SAY})\b(?! aan\b)"),
    ("not_known", ("kan ik", "kunnen wij", "kan het kabinet", "ik kan"), r"\bkan ik (?:u )?(?:\w{1,20} )?niet (?:\w{1,20} )?(?:geven|zeggen|aangeven|bevestigen of|inschatten|beoordelen)\b|\bik kan (?:u )?(?:\w{1,20} ){0,4}(?:niet|geen) (?:\w{1,20} ){0,4}(?:geven|zeggen|aangeven|inschatten)\b"),
    ("not_known", ("informatie", "weet", "weten"), r"\b(?:geen|noch)\b.{0,60}\binformatie over\b|\bniet op basis van eigenstandige informatie\b|\b(?:weet|weten) (?:ik|wij|we) (?:\w{1,20} ){0,3}niet\b|\b(?:ik|wij) (?:weet|weten) (?:\w{1,20} ){0,2}niet (?:of|hoe\w{0,6}|wat|welke)\b"),
    ("not_extractable", ("onderscheid",), (
        r"\b(?:cijfers|gegevens|registratie|statistieken|systemen|cbs|publiceert|publiceren|registreert|beantwoorden)\b.{0,120}\bgeen onderscheid\b|\bgeen onderscheid\b.{0,120}\b(?:cijfers|gegevens|registratie|statistieken|systemen|niet (?:kan|kunnen) (?:worden )?beantwoord\w{0,2}|vraag niet)\b"
    )),
)
_RULES: tuple[Rule[GapReason], ...] = tuple((sort, needs, in_low(pattern), f"gap-{number}") for number, (sort, needs, pattern) in enumerate(_PRINTED, 1))
_NEEDS = (
    "niet", "geen", "evenmin", "onbekend", "onvoldoende", "noch", "lastig", "moeilijk", "beperkt", "onmogelijk", "ontbre", "nergens", "nooit",
)
# A known zero is an answer: "er zijn mij geen gevallen bekend".
_ZERO = in_low(
    r"\bgeen\b.{0,40}\b(?:gevallen|signalen|klachten|meldingen|incidenten|voorbeelden|aanwijzingen|knelpunten|situaties|zaken|verzoeken|aanvragen|plannen|problemen|andere (?:landen|gemeenten)|bewijzen|berichten)\b",
)
_TURNS = in_low(r", (?:maar|doch)\b")
_CONDITION = in_low(r"\b(?:indien|als(?! gevolg)|wanneer|zolang|mits|tenzij|ook al|zonder dat)\b[^,;]{0,120}\b(?:niet|geen|onbekend)\b")
_PERMITTED = in_low(
    r"\b(?:mag|mogen|moet|moeten|dient|dienen|hoeft|hoeven)\b.{0,40}\b(?:geregistreerd|registreren|gegevens|vastgelegd|vastgesteld|gemonitord|bepaald)\b|\bniet (?:alleen|langer|alle|iedereen)\b.{0,60}\b(?:geregistreerd|bekend)\b",
)
# "geen beeld van wat wenselijk is", "niet te zeggen dat": an opinion or a reading, no gap.
_OPINION = in_low(r"\b(?:geen|niet)\b.{0,20}\b(?:reden|aanleiding|noodzaak|sprake|probleem|vooruitlopen|de bedoeling)\b|\bniet aan (?:mij|de|het)\b|\bgeen (?:\w{1,20} )?informatie (?:ontvangen|gekregen)\b")


def _excluded(words: str, end: int) -> bool:
    """Is it a known zero (unless a "maar" turns to something else), a condition, a rule, an opinion?"""
    zero = _ZERO.search(words)
    if zero and not _TURNS.search(words, zero.end(), max(zero.end(), end)):
        return True
    return any(pattern.search(words) for pattern in (_CONDITION, _PERMITTED, _OPINION))


@lru_cache(maxsize=READ_LATELY)
def find_data_gaps(text: str) -> tuple[DataGap, ...]:
    """The sentences of an answer that admit a gap; known zeros, conditions and quotations are none."""
    return tuple(
        DataGap(quote=sentence.words, start=sentence.start, end=sentence.end, reason=reason, rule=rule)
        for sentence, reason, rule in ruled(text, _RULES, _NEEDS, _excluded)
    )
