"""Sentences that decline, by ground, and sentences that look like them."""

import pytest

from navraag.enrichment.refusals import find_refusals

REFUSALS = [
    ("Over individuele gevallen doe ik geen uitspraken.", "individual_case"),
    ("Ik kan niet ingaan op individuele dossiers.", "individual_case"),
    ("Op deze specifieke casus kan ik niet ingaan.", "individual_case"),
    ("Ik treed niet in individuele zaken.", "individual_case"),
    ("Over concrete bedrijven kan ik geen mededelingen doen.", "individual_case"),
    ("De zaak is onder de rechter.", "sub_judice"),
    ("Vanwege het lopende onderzoek kan ik hierover geen uitspraken doen.", "sub_judice"),
    ("Ik kan niet vooruitlopen op het oordeel van de rechter.", "sub_judice"),
    ("Deze informatie is bedrijfsvertrouwelijk en kan ik niet delen.", "confidential"),
    ("Uit privacyoverwegingen kan ik hier geen mededelingen over doen.", "confidential"),
    ("Over de werkwijze van de diensten kan ik in het openbaar geen mededelingen doen.", "state_interest"),
    ("Het is niet aan mij om hierover te oordelen.", "other_competence"),
    ("Het is aan gemeenten om te bepalen waar steigers komen.", "other_competence"),
    ("Het is aan het Openbaar Ministerie om te besluiten over vervolging.", "other_competence"),
    ("De afweging hierover is aan de waterschappen.", "other_competence"),
    ("De beslissing ligt bij de provincie.", "other_competence"),
    ("Daar ga ik niet over.", "other_competence"),
    ("Ik heb hierin geen rol.", "other_competence"),
    ("Dit valt onder de verantwoordelijkheid van de havenmeester.", "other_competence"),
    ("Het past mij niet om in dat oordeel te treden.", "other_competence"),
    ("Dat behoort niet tot mijn bevoegdheid.", "other_competence"),
    ("Dit zou een onevenredig beslag leggen op de capaciteit van de dienst.", "disproportionate"),
    ("Ik zie geen noodzaak om hiernaar onderzoek te doen.", "disproportionate"),
    ("Ik zie geen aanleiding om de regeling te herzien.", "other"),
    ("Dat kan ik niet toezeggen.", "other"),
    ("Omdat het onderzoek van het Openbaar Ministerie nog loopt, kan ik daar op dit moment niet verder op ingaan.", "sub_judice"),
    ("De beoordeling of sprake is van een strafbaar feit is voorbehouden aan de rechter.", "other_competence"),
    ("Het kabinet doet geen uitspraken over de inhoud van vertrouwelijke gesprekken met andere landen.", "confidential"),
    ("Het is, gelet op de scheiding der machten, niet aan mij om een oordeel te geven over deze uitspraak.", "other_competence"),
    ("Gemeenten gaan zelf over de inrichting van hun openbare ruimte.", "other_competence"),
    ("Hoe een rederij haar personeel inzet, is een verantwoordelijkheid van de rederij zelf.", "other_competence"),
    ("Vanuit het oogpunt van de nationale veiligheid kan ik in het openbaar niet ingaan op de beveiliging van sluizen.", "state_interest"),
    ("De Kamer gaat over haar eigen werkwijze.", "other_competence"),
    ("Ik acht het niet opportuun om hierover nu uitspraken te doen.", "other"),
    ("Ik laat de beoordeling hiervan aan de toezichthouder.", "other"),
    ("Als minister van Havens ga ik hier niet over.", "other_competence"),
    ("Daarom is het aan de waterpolitie om onderzoeken te prioriteren.", "other_competence"),
    ("Als daarover discussie is, is het aan schippers zelf te bepalen hoe zij varen.", "other_competence"),
    ("Ik ga hierover niet speculeren.", "other"),
    ("Op de uitkomst wil ik niet vooruitlopen.", "other"),
    ("Ik kan niet treden in de afweging van de rechter.", "sub_judice"),
    ("Over lopende strafrechtelijke onderzoeken doe ik geen mededelingen.", "sub_judice"),
    ("De keuze is aan de gemeenteraad.", "other_competence"),
    ("Het is aan het parlement om daarover te oordelen.", "other_competence"),
    ("Dat is een zaak van de sociale partners.", "other_competence"),
    ("Hierover kan ik vanwege de vertrouwelijkheid geen uitspraken doen.", "confidential"),
    ("Ik ga niet in op individuele situaties.", "individual_case"),
    ("Ik heb geen bevoegdheid om in te grijpen.", "other_competence"),
    ("De verantwoordelijkheid hiervoor ligt bij het schoolbestuur.", "other_competence"),
    ("Ik zie geen reden om hier nader onderzoek naar te doen.", "other"),
    ("Het is niet aan het kabinet om een oordeel te geven over uitspraken van Kamerleden.", "other_competence"),
    ("Op de inhoud van deze casus kan ik niet ingaan.", "individual_case"),
    ("Het opvragen van deze gegevens zou een onevenredige belasting vormen.", "disproportionate"),
    ("Ik wil niet vooruitlopen op de uitkomsten van dit onderzoek.", "other"),
]
NONE = [
    ("Ik ben gehouden aan de regels.", "bound, not declining"),
    ("Het kabinet is aan de slag met de uitvoering.", "at work"),
    ("Dit is aan de orde in het overleg.", "on the agenda"),
    ("Is het aan gemeenten om dit te bepalen?", "a question"),
    ("«Daar ga ik niet over», zei de wethouder.", "somebody else's words"),
    ("De pont is niet over de rivier gevaren.", "over a river"),
    ("Ik ben het eens met deze constatering.", "no refusal"),
    ("De pont is in handen van een bedrijf.", "no refusal"),
    ("Dit besluit is in lijn met het beleid.", "no refusal"),
    ("De brug is aan vervanging toe.", "no refusal"),
    ("Het kabinet hecht aan goed overleg.", "no refusal"),
    ("De subsidie is bedoeld voor schippers.", "no refusal"),
    ("Een verbod is vooralsnog niet aan de orde.", "not on the agenda"),
    ("De schipper is verantwoordelijk voor de veiligheid aan boord.", "no refusal"),
    ("Ik ga hierover met de rederijen in gesprek.", "no refusal"),
    ("De subsidie is aan de rederij verstrekt.", "no refusal"),
    ("Het Openbaar Ministerie heeft aangifte ontvangen en onderzoekt de zaak.", "no refusal"),
    ("De brug is aan het einde van haar levensduur.", "no refusal"),
    ("Dit raakt aan de kern van het beleid.", "no refusal"),
    ("De ligging aan de rivier maakt het dorp kwetsbaar.", "no refusal"),
    ("Ik deel uw mening.", "nothing"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("sentence", "ground"), REFUSALS)
def test_a_refusal_is_found_with_its_ground(sentence: str, ground: str) -> None:
    """The quote is the sentence."""
    assert [(sentence, ground)] == [(r.quote, r.ground) for r in find_refusals(f"Ja. {sentence}")]


@pytest.mark.parametrize(("sentence", "why"), NONE)
def test_what_only_looks_like_a_refusal_is_none(sentence: str, why: str) -> None:
    """Questions, quotations and other uses of the words."""
    assert [] == list(find_refusals(sentence)), why
