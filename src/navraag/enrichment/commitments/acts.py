"""Words of acting: which verbs deliver, which only describe, which sentences look ahead without promising."""

import re

I = re.IGNORECASE  # noqa: E741 - the name that re itself uses

# Participles of what a government does with a paper or a plan: an agentless passive with one of these is its own act.
_ACTS = (
    r"gedeeld|(?:toe|ver|op|na|door)?gezonden|(?:toe|door|op)?gestuurd|aangeboden|geïnformeerd|bericht|gemeld|gepubliceerd|bekend ?gemaakt|ingediend|voorgelegd|opgenomen|meegenomen|betrokken"
    r"|uitgewerkt|opgesteld|onderzocht|geanalyseerd|verkend|bezien|bekeken|besteed|geëvalueerd|aangepast|gewijzigd|herzien|ingevoerd|ingesteld|verwerkt|teruggekoppeld|gepresenteerd|uitgevoerd"
    r"|opgevolgd|ingericht|vrijgemaakt|beschikbaar gesteld|in kaart gebracht|inzichtelijk gemaakt|gestart|ontwikkeld|geactualiseerd|ingegaan|openbaar (?:worden )?gemaakt|ingelicht|voorbereid|verlengd|verruimd|vereenvoudigd|aangescherpt|herijkt|doorgevoerd|ter hand genomen|besproken met de Kamer|verduidelijkt|gemonitord|overgenomen"
)
ACT_PASSIVE = re.compile(rf"\b(?:{_ACTS})\b", I)
PASSIVE = re.compile(r"\bword(?:t|en)\b", I)
PARTICIPLE = re.compile(r"\b(?:\w{0,12}ge\w{2,20}(?:d|t|en)|be\w{2,16}(?:d|t|en)|ver\w{2,16}(?:d|t|en)|onder\w{3,12}(?:t|en)|her\w{2,12}(?:d|t|en)|ont\w{3,14}(?:d|t|en))\b", I)
BY_OTHERS = re.compile(r"\bdoor (?!middel van|deze|dit|ons\b|mij\b|het kabinet|mijn)(?:de|het|een|[A-Z])", 0)

# What others deliver: with one of these verbs (or a time) the act of a third party is an announced action.
_DELIVERY = (
    r"adviseren|indienen|vaststellen|opleveren|publiceren|uitbrengen|organiseren|presenteren|onderzoeken|uitvoeren|starten|beschikbaar (?:komen|zijn|worden|stellen)|ontwikkelen|opstellen|rapporteren"
    r"|uitwerken|besluiten|aanbieden|evalueren|overleggen|komen met|informeren|invoeren|van start gaan|uiteenzetten|bekendmaken|openen|aanleveren|herzien|aanpassen|wijzigen|verlengen|toelichten|ondertekenen|doorlichten|toetsen|uitzetten|opzetten|inrichten|uitreiken|instellen|afronden|oprichten|plaatsvinden|verschijnen|toesturen"
    r"|verstrekken|besproken|uitgebracht|opgeleverd|afgerond|gevoerd|georganiseerd|vastgesteld|gehouden|gestart|gepubliceerd|aangeboden|ontwikkeld|opgesteld|ingediend|geopend"
)
DELIVERY = re.compile(rf"(?:{_DELIVERY})\b", I)
# A present tense delivers when its verb is one of these.
PRESENT = re.compile(
    r"\b(?:volgt|volgen|verschijnt|verschijnen|presenteert|presenteren|organiseert|organiseren|starten|start|ga(?:at|an)? (?:\w{1,30} ){0,4}?(?:open|gelden|van start|in)\b|treedt|treden|komt|komen|kom"
    r"|levert|leveren|stuurt?|sturen|informeert?|informeren|publiceert|publiceren|rondt?|ronden|biedt?|bieden|ontvangt|ontvangen|maak|maakt|maken|zend|zendt|doe|neem|voert?|leg|stel|vindt|vinden"
    r"|werkt?|werken|besluit|deel|delen|hoort?|spreekt?|spreken|begint|beginnen|verstrijkt|eindigt|opent|adviseert|rapporteert|besteedt?|evalueert?|onderzoekt?|bespreekt?|breng|brengt|brengen|laat|laten|verhoogt|verlaagt|verlengt|herziet|stelt|kiest|dien(?:t|en)?(?=[^;]{0,120}\bin\b)|worden|wordt)\b", I,
)
SOON = re.compile(r"\b(?:volgt|volgen|verschijnt|verschijnen|komt|komen) (?:later|binnenkort|spoedig|snel|op korte termijn)\b", I)
COMPLETES = re.compile(r"\b(?:afronding|oplevering|publicatie|start|inwerkingtreding|resultaten|uitkomsten|rapport\w{0,15}|evaluatie|advies|onderzoek|besluitvorming|invoering)\b", I)
PUBLISHES = re.compile(r"\b(?:beschikbaar|bekend ?gemaakt|gedeeld|gepubliceerd)\b", I)
OUTCOME = re.compile(r"\b(?:resultaten|uitkomsten|rapport\w{0,15}|onderzoek|evaluatie|monitor)\b", I)

# Verbs of being and of course of events: a forecast about the world, no act.
STATE = re.compile(
    r"^(?:(?!\b(?:en|maar)\b).){0,160}?\b(?:moeten|moet|kunnen|blijken|toenemen|afnemen|stijgen|dalen|leiden|betekenen|hebben|verschillen|gelden|vallen|bestaan|ontstaan|vergen|kosten|duren|bijdragen|verbeteren"
    r"|verslechteren|plaats hebben|nodig zijn|sprake zijn|zijn dat|ondervinden|profiteren|werken als|uitmaken|afhangen|winnen)\b", I,
)
CONTINUES = re.compile(
    r"\b(?:blijven|blijft|blijf)\b|\bword(?:t|en) (?:\w{1,30} ){0,8}(?:gewerkt|ingezet|verkend) |\b(?:momenteel|op dit moment)\b|\bin gesprek\b(?! (?:gaan|treden))", I,
)
ONGOING = re.compile(
    r"\b(?:ik|wij|we|kabinet|ministerie|departement|nederland) (?:ben|is|zijn) (?:\w{1,30} ){0,3}(?:in gesprek|bezig)\b|\bword(?:t|en) (?:\w{1,30} ){0,6}(?:gewerkt aan|verkend hoe|onderzocht hoe)\b"
    r"|\b(?:ik|wij|we|kabinet|ministerie|nederland) (?:\w{1,30} ){0,2}(?:blijf|blijft|blijven)\b|\b(?:blijf|blijft|blijven) (?:ik|wij|we|het kabinet|nederland)\b|\b(?:zal|zullen) (?:\w{1,30} ){0,12}blijven\b", I,
)
# How the answer is laid out, not what will be done.
PROCEDURE = re.compile(
    r"\b(?:hieronder|onderstaand|gezamenlijk|in samenhang|achtereenvolgens|tezamen|tegelijk(?:ertijd)?|ineens)\b.{0,80}\b(?:beantwoord\w{0,15}|ingaan|ingegaan|toelichten|behandel\w{0,15}|antwoord\w{0,15}|uiteenzetten|reageren)\b"
    r"|\b(?:beantwoord\w{0,15}|ingaan|toelichten)\b.{0,60}\bhieronder\b|\bin (?:het|de|mijn) (?:antwoord|beantwoording|onderstaand\w{0,15})\b.{0,60}\b(?:zal|ga) ik\b", I,
)
# The words report, suppose, hope, or fear; nothing is undertaken in what they govern.
REPORTS = re.compile(
    r"\b(?:heb|hebben|heeft) (?:ik|wij|het kabinet|mijn \w{1,30}|uw kamer|u)\b.{0,120}\b(?:geïnformeerd|gemeld|bericht|aangegeven|laten weten|toegezegd|aangekondigd|toegelicht|gezegd)\b,? (?:dat|hoe|over)\b"
    r"|\b(?:reken|rekenen|vertrouw|vertrouwen|hoop|hopen|vrees|risico|kans|mogelijkheid|indruk|ga er|gaat er|gaan er|ging er)\b.{0,40}\b(?:op|erop|erin|in|vanuit)?,? ?dat\b"
    r"|\bgeen (?:signalen|aanwijzingen|reden|aanleiding)\b.{0,40}\bdat\b|\b(?:dit|dat|wat) (?:betekent|houdt in|impliceert)\b.{0,20}\bdat\b|\bhet is (?:niet )?(?:te verwachten|denkbaar|mogelijk|onzeker|de vraag)\b.{0,20}\b(?:dat|of)\b"
    r"|\b(?:staat|is vastgelegd|bepaalt|schrijft voor|schrijven voor|vereist|regelt|stelt|stellen)\b.{0,30}\bdat\b|\bbetekent dat\b", I,
)
LAW = re.compile(r"\b(?:schrijft voor|schrijven voor|verplicht(?:en)?|bepaalt dat|vereist dat|op grond van artikel)\b", I)
UNREAL = re.compile(r"\b(?:zou|zouden|mocht(?:en)?)\b|\b(?:zal|zullen) (?:altijd|nooit|vaak|doorgaans|meestal|telkens|steeds|naar alle waarschijnlijkheid)\b", I)
ENFORCES = re.compile(r"\b(?:toegezien|gehandhaafd|getoetst|beoordeeld|gecontroleerd|toezien|handhaven|toetsen)\b", I)
CONDITION = re.compile(r"\b(?:indien|als|mits|tenzij|voor zover|mocht(?:en)?)\s[^,;.]{3,200}", I)
DENIES = re.compile(r"\b(?:zal|zullen|ga|gaat)\b[^,;]{0,60}\b(?:geen|niet)\b(?! alleen| eerder)", I)
NEEDS = re.compile(r"\b(?:moeten|hoeven|kunnen) (?:\w{1,30} )?worden\b|\bworden (?:\w{1,30} )?(?:moeten|kunnen)\b", I)
ENTERS = re.compile(r"\b(?:van kracht|in werking|inwerkingtreding|ingaan|in consultatie|gelden|van toepassing|van start)\b", I)
