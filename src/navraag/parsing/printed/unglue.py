"""Blanks that a PDF extractor swallowed at the end of a printed line: "hettweeminutendebat", "zomervan", "inde".

Without a dictionary a compound cannot be told from two glued words, so one of the two must be a word that hardly ever
begins (or ends) a longer one, and the other must be known: from the rest of the document, or from a short list.
"""

import re
from collections.abc import Iterator, Mapping

_TOKEN = re.compile(r"(?<![A-Za-zà-ÿ'’.@/_-])[A-Za-zà-ÿ]{4,40}(?![A-Za-zà-ÿ'’@/_]|-[a-z])")
# Words after which a line may end; the prepositions that are verb prefixes too (in, op, aan, voor …) are not among them.
_BEFORE = frozenset(
    "het de een van en dat die is zijn ik wordt worden heeft hebben niet uw met dit deze ook zal kan maar naar zoals of als dan nog zou geen "
    "hun wij we ben was waren werd werden kunnen moeten zullen hoe wat welke wanneer omdat waarin waarbij alle andere".split()
)
# Words that a line may begin with; endings of Dutch words (de, te, en, er, s) are not among them.
_AFTER = frozenset(
    "het van dat niet wordt worden zijn voor met ook door naar over een is op aan uit bij tot als dan nog of die dit ik uw maar om in deze geen heeft hebben "
    "zal kan moeten kunnen werd werden waarin waarbij waar zoals binnen tussen tegen tijdens zonder onder".split()
)
_PREPOSITIONS = frozenset("in op aan uit voor bij door om over van met tot na tegen onder dat als en of is dan".split())
_SMALL = frozenset("aan achter bij binnen boven door er in mee met na naar onder op over tegen tot tussen uit van voor zonder".split())
_ARTICLES = frozenset("de het een dit deze die dat uw ik er".split())
_REAL = frozenset(
    "ende inde mede hetzelfde dezelfde hetgeen degene degenen datgene diegene diegenen vanaf vandaar vandaag vanuit vanwege vanzelf eenieder eenmaal eenheid eenheden eenzijdig "
    "eenvoudig eenvoudige ikzelf ofwel nietig indien daarmee omdat opdat zodat voordat nadat totdat doordat dienst dezen dienen enkele enkel isolatie metropool totaal zijnde "
    "alsof alsnog alsook ookal omtrent omhoog omlaag metaal metalen ofschoon diens dieren wijzen wezen weten werken erkent erken erkennen hoewel watten bijna bijdrage zowel zolang "
    "overal overdaad voordeel ervan erover eraan erin erop eruit erbij ertoe daarop hieraan waarvan waardoor waaruit waaronder hiervoor daarvan daarvoor daarin daaruit hoeveel welzijn overeen uiteen kortom iedereen alleen ineen opeen bijeen meteen vaneen hoezeer zozeer evenzeer weliswaar hoedanig zodanig eenander alsdan opdracht vanaf "
    "eindelijk dankzij daarbinnen waarbinnen tenminste desondanks ondanks afgezien behoudens".split()
)
_COMMON = frozenset(
    "aantal aandacht antwoord antwoorden bekend beeld beleid bericht bestaande betreffende betrokken bevoegd bijvoorbeeld brief bedrijven bevindingen burgers cijfers daarbij daarom "
    "doel dossier echter eerder eerste einde eigen enkele europese financiële gebied gebruik geen gemeente gemeenten gesprek gegevens geval gevallen geweest gemaakt gegeven goed "
    "gezegd gedaan gesteld genoemd gevraagd grote groot hand hierover hoog informatie instellingen inwoners inzet jaar jaren januari februari maart april juni juli augustus september "
    "oktober november december kabinet kamer kader kinderen komen kosten kwartaal laatste land landen mag mate meer mensen middelen minister ministerie mogelijk mogelijkheden moment "
    "momenteel motie nederland nederlandse nieuwe nodig november onderzoek onderzoeken onderwijs ook openbaar opnieuw organisaties overheid overleg partijen periode personen plaats plan "
    "plannen politie probleem proces programma punt raad rapport recht rechten regels regering resultaat resultaten risico rol samen sector signalen situatie slachtoffers staat stap stappen "
    "steun studenten systeem termijn tijd toegang toekomst toezicht tweede uitvoering verantwoordelijkheid verband vergelijking verschillende verzoek verwachting voldoende volgens voorstel "
    "vraag vragen waarom wet wetgeving wetsvoorstel wijze willen woningen zaak zaken zien zorg zorgen doen gaan geven houden laten maken nemen staan stellen treffen voeren werken worden zetten "
    "geregistreerd geïnformeerd aangegeven opgenomen beschikbaar beschikbare bekendgemaakt beoordelen informeren aanpak begin eind zomer najaar voorjaar nader verder hier huidige belang grond "
    "kunt bent deelt klopt bereid mening verwacht onder andere beide alle deze daar waar wel nog nu al zelf juist vooral steeds altijd vaak reeds inmiddels daarnaast".split()
)
# "hierbij", "waarvoor", "ermee": one word, however well its halves are known.
_PRONOMINAL = re.compile(
    r"(?:hier|daar|waar|er)(?:aan|achter|af|bij|binnen|boven|door|heen|in|langs|mee|met|na|naar|naast|om|onder|op|over|tegen|toe|tussen|uit|van|vandaan|voor|zonder)"
)
_LEAST = 3


def _known(word: str, known: Mapping[str, int]) -> bool:
    return word in _COMMON or word in _BEFORE or word in _AFTER or known.get(word, 0) > 0


def _splits(word: str, known: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Where the word may be two, each with how sure it is: longer small words, and words seen more often, first."""
    for at in range(2, len(word) - 1):
        left, right = word[:at], word[at:]
        if left in _SMALL and right in _SMALL:  # "vooruit", "bijzonder": prepositions join
            continue
        if left in _PREPOSITIONS and right in _ARTICLES:
            yield 100, at
        elif left in _BEFORE and len(right) >= _LEAST + (len(left) < _LEAST) and _known(right, known):
            yield len(left) * 10 + min(known.get(right, 0), 9), at
        elif right in _AFTER and len(left) >= _LEAST + (len(right) < _LEAST) and _known(left, known):
            yield len(right) * 10 + min(known.get(left, 0), 9), at


def lost_blanks(text: str, known: Mapping[str, int]) -> Iterator[int]:
    """Places in ``text`` where a blank is missing; ``known`` counts the words of the whole document.

    >>> list(lost_blanks("voor heteinde van", {"einde": 1}))
    [8]
    """
    for match in _TOKEN.finditer(text):
        word = match[0].lower()
        if word in _REAL or word in _COMMON or known.get(word, 0) > 1 or _PRONOMINAL.fullmatch(word):
            continue
        if best := max(_splits(word, known), default=None):
            yield match.start() + best[1]
