"""Words of acting: which verbs deliver, which only describe, which sentences look ahead without promising."""

from navraag.enrichment.screening import in_low

# Participles of what a government does with a paper or a plan: an agentless passive with one of these is its own act.
_ACTS = (
    r"gedeeld|(?:toe|ver|op|na|door)?gezonden|(?:toe|door|op)?gestuurd|aangeboden|geïnformeerd|bericht|gemeld|gepubliceerd|bekend ?gemaakt|ingediend|voorgelegd|opgenomen|meegenomen|betrokken"
    r"|uitgewerkt|opgesteld|onderzocht|geanalyseerd|verkend|bezien|bekeken|besteed|geëvalueerd|aangepast|gewijzigd|herzien|ingevoerd|ingesteld|verwerkt|teruggekoppeld|gepresenteerd|uitgevoerd"
    r"|opgevolgd|ingericht|vrijgemaakt|beschikbaar gesteld|in kaart gebracht|inzichtelijk gemaakt|gestart|ontwikkeld|geactualiseerd|ingegaan|openbaar (?:worden )?gemaakt|ingelicht|voorbereid|verlengd|verruimd|vereenvoudigd|aangescherpt|herijkt|doorgevoerd|ter hand genomen|besproken met de Kamer|verduidelijkt|gemonitord|overgenomen"
)
ACT_PASSIVE = in_low(rf"\b(?:{_ACTS})\b")
PASSIVE = in_low(r"\bword(?:t|en)\b")
PARTICIPLE = in_low(r"\b(?:\w{0,12}ge\w{2,20}(?:d|t|en)|be\w{2,16}(?:d|t|en)|ver\w{2,16}(?:d|t|en)|onder\w{3,12}(?:t|en)|her\w{2,12}(?:d|t|en)|ont\w{3,14}(?:d|t|en))\b")
BY_OTHERS = in_low(
    r"\bdoor (?!middel van|deze|dit|ons\b|mij\b|het kabinet|mijn)(?:de|het|een|rivm|wodc|vng|duo|dnb|afm|cbs|scp|cpb|pbl|tno|uwv|svb|ind|coa|nza|igj|acm|om|politie|gemeenten|provincies|waterschappen|instellingen|scholen"
    r"|werkgevers|partijen|organisaties|bedrijven|derden)"
)

# What others deliver: with one of these verbs (or a time) the act of a third party is an announced action.
_DELIVERY = (
    r"adviseren|indienen|vaststellen|opleveren|publiceren|uitbrengen|organiseren|presenteren|onderzoeken|uitvoeren|starten|beschikbaar (?:komen|zijn|worden|stellen)|ontwikkelen|opstellen|rapporteren"
    r"|uitwerken|besluiten|aanbieden|evalueren|overleggen|komen met|informeren|invoeren|van start gaan|uiteenzetten|bekendmaken|openen|aanleveren|herzien|aanpassen|wijzigen|verlengen|toelichten|ondertekenen|doorlichten|toetsen|uitzetten|opzetten|inrichten|uitreiken|instellen|afronden|oprichten|plaatsvinden|verschijnen|toesturen"
    r"|verstrekken|besproken|uitgebracht|opgeleverd|afgerond|gevoerd|georganiseerd|vastgesteld|gehouden|gestart|gepubliceerd|aangeboden|ontwikkeld|opgesteld|ingediend|geopend"
)
DELIVERY = in_low(rf"(?:{_DELIVERY})\b")
# A present tense delivers when its verb is one of these.
PRESENT = in_low(
    r"\b(?:volgt|volgen|verschijnt|verschijnen|presenteert|presenteren|organiseert|organiseren|starten|start|ga(?:at|an)? (?:\w{1,30} ){0,4}?(?:open|gelden|van start|in)\b|treedt|treden|komt|komen|kom"
    r"|levert|leveren|stuurt?|sturen|informeert?|informeren|publiceert|publiceren|rondt?|ronden|biedt?|bieden|ontvangt|ontvangen|maak|maakt|maken|zend|zendt|doe|neem|voert?|leg|stel|vindt|vinden"
    r"|werkt?|werken|besluit|deel|delen|hoort?|spreekt?|spreken|begint|beginnen|verstrijkt|eindigt|opent|adviseert|rapporteert|besteedt?|evalueert?|onderzoekt?|bespreekt?|breng|brengt|brengen|(?:laat|laten)(?! \w{0,20} ?zien)|verhoogt|verlaagt|verlengt|herziet|stelt|kiest|dien(?:t|en)?(?=[^;]{0,120}\bin\b)|worden|wordt)\b",
)
SOON = in_low(r"\b(?:volgt|volgen|verschijnt|verschijnen|komt|komen) (?:later|binnenkort|spoedig|snel|op korte termijn)\b")
COMPLETES = in_low(r"\b(?:afronding|oplevering|publicatie|start|inwerkingtreding|resultaten|uitkomsten|rapport\w{0,15}|evaluatie|advies|onderzoek|besluitvorming|invoering)\b")
PUBLISHES = in_low(r"\b(?:beschikbaar|bekend ?gemaakt|gedeeld|gepubliceerd)\b")
OUTCOME = in_low(r"\b(?:resultaten|uitkomsten|rapport\w{0,15}|onderzoek|evaluatie|monitor)\b")

# Verbs of being and of course of events: a forecast about the world, no act.
STATE = in_low(
    r"^(?:(?!\b(?:en|maar)\b).){0,160}?\b(?:moeten|moet|kunnen|blijken|toenemen|afnemen|stijgen|dalen|leiden|betekenen|hebben|verschillen|gelden|vallen|bestaan|ontstaan|vergen|kosten|duren|bijdragen|verbeteren"
    r"|verslechteren|plaats hebben|nodig zijn|sprake zijn|zijn dat|ondervinden|profiteren|werken als|uitmaken|afhangen|winnen)\b",
)
ONGOING = in_low(
    r"\b(?:ik|wij|we|kabinet|ministerie|departement|nederland) (?:ben|is|zijn) (?:\w{1,30} ){0,3}(?:in gesprek|bezig)\b|\bword(?:t|en) (?:\w{1,30} ){0,6}(?:gewerkt aan|verkend hoe|onderzocht hoe)\b"
    r"|\b(?:ik|wij|we|kabinet|ministerie|nederland) (?:\w{1,30} ){0,2}(?:blijf|blijft|blijven)\b|\b(?:blijf|blijft|blijven) (?:ik|wij|we|het kabinet|nederland)\b|\b(?:zal|zullen) (?:\w{1,30} ){0,12}blijven\b",
)
# How the answer is laid out, not what will be done.
PROCEDURE = in_low(
    r"\b(?:hieronder|onderstaand|gezamenlijk|in samenhang|achtereenvolgens|tezamen|tegelijk(?:ertijd)?|ineens)\b.{0,80}\b(?:beantwoord\w{0,15}|ingaan|ingegaan|toelichten|behandel\w{0,15}|antwoord\w{0,15}|uiteenzetten|reageren)\b"
    r"|\b(?:beantwoord\w{0,15}|ingaan|toelichten)\b.{0,60}\bhieronder\b|\bin (?:het|de|mijn) (?:antwoord|beantwoording|onderstaand\w{0,15})\b.{0,60}\b(?:zal|ga) ik\b",
)
# The words report, suppose, hope, or fear; nothing is undertaken in what they govern.
REPORTS = in_low(
    r"\b(?:heb|hebben|heeft) (?:ik|wij|het kabinet|mijn \w{1,30}|uw kamer|u)\b.{0,120}\b(?:geïnformeerd|gemeld|bericht|aangegeven|laten weten|toegezegd|aangekondigd|toegelicht|gezegd)\b,? (?:dat|hoe|over)\b"
    r"|\b(?:reken|rekenen|vertrouw|vertrouwen|hoop|hopen|vrees|risico|kans|mogelijkheid|indruk|ga er|gaat er|gaan er|ging er)\b.{0,40}\b(?:op|erop|erin|in|vanuit)?,? ?dat\b"
    r"|\bgeen (?:signalen|aanwijzingen|reden|aanleiding)\b.{0,40}\bdat\b|\b(?:dit|dat|wat) (?:betekent|houdt in|impliceert)\b.{0,20}\bdat\b|\bhet is (?:niet )?(?:te verwachten|denkbaar|mogelijk|onzeker|de vraag)\b.{0,20}\b(?:dat|of)\b"
    r"|\b(?:staat|is vastgelegd|bepaalt|schrijft voor|schrijven voor|vereist|regelt|stelt|stellen)\b.{0,30}\bdat\b|\bbetekent dat\b",
)
LAW = in_low(r"\b(?:schrijft voor|schrijven voor|verplicht(?:en)?|bepaalt dat|vereist dat|op grond van artikel)\b")
UNREAL = in_low(r"\b(?:zou|zouden|mocht(?:en)?)\b|\b(?:zal|zullen) (?:altijd|nooit|vaak|doorgaans|meestal|telkens|steeds|naar alle waarschijnlijkheid)\b")
ENFORCES = in_low(r"\b(?:toegezien|gehandhaafd|getoetst|beoordeeld|gecontroleerd|toezien|handhaven|toetsen)\b")
CONDITION = in_low(
    r"\b(?:indien|mits|tenzij|voor zover|mocht(?:en)?)\s[^,;.]{3,200}"
    r"|(?:^|, |\b(?:en|maar|alleen|pas|ook) )als (?!onderdeel|gevolg|bedoeld|gezegd|genoemd|minister|staatssecretaris|kabinet|ministerie|overheid|rijk|eerste|laatste|lid\b|bijlage|vervolg|zodanig|basis|uitgangspunt|het gaat om|werkgever|leidraad|voorbeeld|aanvulling)[^,;.]{3,200}"
)
DENIES = in_low(r"\b(?:zal|zullen|ga|gaat)\b[^,;]{0,60}\b(?:geen|niet)\b(?! alleen| eerder)")
NEEDS = in_low(r"\b(?:moeten|hoeven|kunnen) (?:\w{1,30} )?worden\b|\bworden (?:\w{1,30} )?(?:moeten|kunnen)\b")
ENTERS = in_low(r"\b(?:van kracht|in werking|inwerkingtreding|ingaan|in consultatie|gelden|van toepassing|van start)\b")
