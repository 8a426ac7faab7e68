"""Dutch prose of our own making: sentences from templates and a vocabulary that grows by compounding.

Right for size, word frequencies and speed; it means nothing.
"""

from random import Random

_THINGS = (
    "brug dijk haven school station bibliotheek ziekenhuis gemeente provincie woning huur zorg water energie vergunning subsidie belasting toeslag pensioen politie brandweer gevangenis rechter wet regeling "
    "verordening motie onderzoek rapport inspectie toezicht handhaving boete klacht bezwaar uitvoering dienst programma plan begroting bezuiniging tekort wachtlijst patiënt arts verpleegkundige medicijn apotheek "
    "leraar leerling student opleiding examen diploma kinderopvang jeugdzorg ouder gezin armoede schuld uitkering werk werkgever werknemer stage loon vakbond bedrijf boer stikstof natuur vogel vis bos mest gif "
    "bodem lucht geluid afval plastic trein bus fiets auto weg vliegtuig luchthaven schip spoor kabel internet telefoon privacy gegeven algoritme camera aanval grens asielzoeker opvang inburgering visum ambassade "
    "verdrag sanctie wapen leger missie veteraan olie gas kolen wind zon batterij warmte isolatie netwerk markt prijs bank verzekering hypotheek munt toerist hotel museum kunst sport club stadion omroep krant"
).split()
_PARTS = (
    "beleid kosten cijfers plicht norm kwaliteit veiligheid sector gebruik aanpak regels controle register loket fonds project commissie raad stelsel termijn besluit overleg akkoord advies strategie instelling "
    "vraagstuk capaciteit personeel bestuur systeem"
).split()
_QUALITIES = (
    "groot klein nieuw oud landelijk regionaal lokaal Europees openbaar particulier tijdelijk structureel financieel juridisch technisch maatschappelijk ernstig duidelijk kwetsbaar veilig digitaal "
    "onafhankelijk jaarlijks gemiddeld verplicht vrijwillig feitelijk recent gezamenlijk zorgvuldig"
).split()
_VERBS = (
    "onderzoeken verbeteren beperken uitbreiden invoeren afschaffen handhaven bespreken toelichten publiceren vergoeden registreren evalueren voorkomen versterken vertragen versnellen ondersteunen "
    "controleren herzien beoordelen vaststellen betalen sluiten openen bouwen beschermen"
).split()
PLACES = (
    "Groningen Leeuwarden Assen Zwolle Arnhem Utrecht Amsterdam Haarlem Rotterdam Middelburg Eindhoven Maastricht Almere Emmen Enschede Deventer Nijmegen Apeldoorn Amersfoort Hilversum Zaandam Alkmaar Hoorn "
    "Leiden Delft Gouda Dordrecht Breda Tilburg Helmond Venlo Roermond Heerlen Vlissingen Terneuzen Goes Lelystad Kampen Meppel Hoogeveen Delfzijl Veendam Drachten Sneek Harlingen Texel Vlieland"
).split()
_QUESTIONS = (
    "Bent u bekend met het bericht over {a} {n} in {p}?",
    "Deelt u de mening dat {a} {n} niet ten koste mag gaan van {m}? Zo nee, waarom niet?",
    "Kunt u aangeven hoeveel {m} er in {p} zijn en hoe dat aantal zich sinds {y} heeft ontwikkeld?",
    "Bent u bereid {n} te {v} en de Kamer daarover voor het einde van het jaar te informeren?",
    "Welke gevolgen heeft {a} {n} voor {m} in {p} en omgeving?",
    "Hoe beoordeelt u de stelling dat {n} en {m} al sinds {y} niet goed op elkaar aansluiten?",
    "Klopt het dat {a} {n} in {p} pas in {y} is opgemerkt? Hoe kan dat?",
    "Wat gaat u doen om {n} te {v}, en welke termijn hoort daarbij?",
    "Is het waar dat de inspectie {m} niet kan {v}, omdat {n} ontbreekt?",
    "Kunt u deze vragen afzonderlijk beantwoorden?",
)
_ANSWERS = (
    "Ja.", "Nee.", "Ja, ik ben daarmee bekend.",
    "Het is belangrijk dat {a} {n} goed is geregeld, ook in {p}.",
    "Ik deel de mening dat {n} aandacht verdient, maar {m} is in de eerste plaats een zaak van de gemeente.",
    "In {y} zijn in {p} {k} gevallen van {m} gemeld, tegen {l} een jaar eerder.",
    "Er zijn geen landelijke cijfers over {a} {n} bekend.",
    "De inspectie heeft {n} in {y} onderzocht en geen bijzonderheden gevonden.",
    "Samen met de gemeente {p} werk ik aan {a} {n}.",
    "Ik zal de Kamer voor de zomer van {z} over {n} informeren.",
    "Daarbij geldt dat {m} niet los kan worden gezien van {a} {n}, zoals ook in het rapport van {y} staat.",
    "Op grond van artikel {k} van de wet is {n} verplicht voor iedere {m}.",
    "Het kabinet wil {n} {v}, en heeft daarvoor {k} miljoen euro beschikbaar gesteld.",
    "Naar verwachting is {a} {n} eind {z} gereed.",
    "Voor {m} in {p} betekent dit dat er per jaar ongeveer {l} euro minder beschikbaar is.",
    "Uit navraag bij de betrokken dienst blijkt dat {n} in {k} van de {l} onderzochte gevallen op orde was.",
    "Of {a} {n} in de toekomst moet worden herzien, hangt af van de uitkomsten van de evaluatie.",
    "De provincie is verantwoordelijk voor {n}; ik ga daar niet over.",
)


def _by_rank(random: Random, words: list[str]) -> str:
    """A word, the first ones far more often: frequencies fall with the rank as in real prose."""
    return words[int(len(words) * random.random() ** 3)]


class Prose:
    """A writer with a fixed seed: the same seed gives the same prose."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        compounds = [thing + part for part in _PARTS for thing in _THINGS]
        self._random.shuffle(compounds)
        self._nouns = [*_THINGS, *compounds]

    def noun(self) -> str:
        """A noun, now and then a compound of three."""
        word = _by_rank(self._random, self._nouns)
        return word + _by_rank(self._random, list(_PARTS)) if self._random.random() < 0.04 else word

    def _fill(self, template: str, year: int) -> str:
        draw = self._random
        return template.format(
            a=f"de {draw.choice(_QUALITIES)}e", n=self.noun(), m=self.noun(), p=draw.choice(PLACES), v=draw.choice(_VERBS), y=year - draw.randrange(1, 6),
            z=year + draw.randrange(1, 3), k=draw.randrange(2, 90), l=draw.randrange(90, 9000),
        )

    def subject(self) -> str:
        """What a set of questions is about."""
        return f"{self.noun()} en {self.noun()} in {self._random.choice(PLACES)}"

    def question(self, year: int) -> str:
        """One question of one to three sentences."""
        return " ".join(self._fill(self._random.choice(_QUESTIONS), year) for _ in range(1 + int(2.6 * self._random.random() ** 2)))

    def answer(self, year: int) -> list[str]:
        """The paragraphs of one answer; half are short, some very long."""
        paragraphs = 1 + int(6 * self._random.random() ** 2.2)
        return [
            " ".join(self._fill(self._random.choice(_ANSWERS), year) for _ in range(1 + int(9 * self._random.random() ** 1.3))) for _ in range(paragraphs)
        ]
