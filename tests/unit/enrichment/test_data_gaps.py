"""What the government says it does not know: printed forms by reason, and sentences that look like them."""

import pytest

from navraag.enrichment.data_gaps import find_data_gaps

GAPS = [
    ("Hierover zijn mij geen cijfers bekend.", "no_figures"),
    ("Er zijn geen landelijke cijfers beschikbaar over het aantal molens met een vergunning.", "no_figures"),
    ("Deze gegevens zijn niet beschikbaar.", "no_figures"),
    ("Exacte aantallen zijn niet voorhanden.", "no_figures"),
    ("Ik beschik niet over de gevraagde gegevens.", "no_figures"),
    ("Het ministerie beschikt niet over actuele informatie over de staat van de bruggen.", "no_figures"),
    ("Een landelijk overzicht van zulke terreinen ontbreekt.", "no_figures"),
    ("Betrouwbare cijfers hierover ontbreken.", "no_figures"),
    ("Ik heb geen gegevens over het aantal leerlingen dat met de pont reist.", "no_figures"),
    ("Er bestaat geen overzicht van verlaten steigers.", "no_figures"),
    ("Een precies percentage is niet beschikbaar.", "no_figures"),
    ("Over eerdere jaren zijn geen vergelijkbare statistieken beschikbaar.", "no_figures"),
    ("Dit wordt niet centraal geregistreerd.", "not_registered"),
    ("Het aantal omgevallen masten wordt niet landelijk bijgehouden.", "not_registered"),
    ("De dienst houdt geen aparte registratie bij van zulke ritten.", "not_registered"),
    ("Mijn ministerie houdt niet bij hoeveel sluizen zijn gestremd.", "not_registered"),
    ("De politie registreert niet op welke grond een hengel in beslag is genomen.", "not_registered"),
    ("Hierover worden geen gegevens verzameld.", "not_registered"),
    ("Er vindt geen registratie plaats van de herkomst van het hout.", "not_registered"),
    ("Er wordt niet gemonitord hoe vaak dit gebeurt.", "not_registered"),
    ("Het is niet mogelijk om deze aantallen uit de systemen te halen.", "not_extractable"),
    ("De kosten zijn niet uit te splitsen naar provincie.", "not_extractable"),
    ("Uit de registratie is niet te herleiden welke boten het betreft.", "not_extractable"),
    ("Hoeveel aanvragen dit betrof, is niet meer te achterhalen.", "not_extractable"),
    ("Het is niet mogelijk om een uitsplitsing te maken naar leeftijd.", "not_extractable"),
    ("Het is mij niet bekend hoeveel gemeenten een stuwmeer beheren.", "not_known"),
    ("Dit is niet bekend.", "not_known"),
    ("Het aantal huishoudens zonder pont is onbekend.", "not_known"),
    ("De omvang van de schade is nog niet bekend.", "not_known"),
    ("Ik heb geen zicht op de afspraken tussen de molenaars.", "not_known"),
    ("Hier heb ik geen inzicht in.", "not_known"),
    ("Er is onvoldoende zicht op de omvang van het probleem.", "not_known"),
    ("Het is op dit moment niet te zeggen wat dit voor de visserij betekent.", "not_known"),
    ("De effecten zijn lastig in te schatten.", "not_known"),
    ("Het is moeilijk vast te stellen hoeveel vissen dit betreft.", "not_known"),
    ("Ik kan u daarom niet aangeven hoeveel bakens zijn vervangen.", "not_known"),
    ("De precieze gevolgen kunnen nog niet worden bepaald.", "not_known"),
    ("Ik weet niet hoeveel vuurtorens het betreft.", "not_known"),
    ("Omdat gemeenten deze gegevens ieder op hun eigen wijze vastleggen, kan ik geen landelijk beeld geven van het aantal ponten dat is stilgelegd.", "no_figures"),
    ("Het CBS publiceert wel over de binnenvaart als geheel, maar maakt daarbij geen onderscheid naar veerverbindingen, zodat ik uw vraag niet kan beantwoorden.", "not_extractable"),
    ("Voor zover mij bekend zijn er geen openbare bronnen waaruit het aantal passagiers per veer blijkt.", "no_figures"),
    ("De dienst beschikt, anders dan de vraag veronderstelt, niet over gegevens over de afkomst van schippers.", "no_figures"),
    ("Hoeveel van deze aanvragen zijn afgewezen omdat de molen niet meer draaide, is niet afzonderlijk geregistreerd.", "not_registered"),
    ("Over de jaren voor 2019 zijn geen betrouwbare cijfers beschikbaar, aangezien de wijze van registreren toen anders was.", "not_registered"),
    ("Exacte cijfers zijn daarover niet te geven.", "not_known"),
    ("Ik heb geen signalen ontvangen, maar beschik evenmin over een volledig overzicht van alle incidenten.", "no_figures"),
    ("Het is op voorhand moeilijk in te schatten hoeveel schippers van de regeling gebruik zullen maken.", "not_known"),
    ("In de systemen van de politie is niet te zien of het slachtoffer schipper was.", "not_extractable"),
    ("Ponten worden niet geweerd als zij oud zijn, omdat de overheid geen overzicht heeft van alle ponten.", "no_figures"),
    ("Over het aantal leegstaande molens zijn bij het ministerie geen gegevens voorhanden.", "no_figures"),
    ("Ik beschik niet over cijfers waaruit dit blijkt.", "no_figures"),
    ("Het is niet bekend hoeveel schippers dit betreft.", "not_known"),
    ("Er is geen landelijke registratie van zulke ongevallen.", "not_registered"),
    ("Dergelijke gegevens worden niet door het CBS verzameld.", "not_registered"),
    ("Een uitsplitsing per provincie is niet beschikbaar.", "no_figures"),
    ("Dit valt niet te achterhalen.", "not_extractable"),
    ("Ik heb daar geen volledig beeld van.", "no_figures"),
    ("Er bestaat geen centraal overzicht van deze subsidies.", "no_figures"),
    ("Gemeenten rapporteren hier niet over aan het Rijk, waardoor landelijke cijfers ontbreken.", "no_figures"),
    ("De exacte omvang is onbekend.", "not_known"),
    ("Of dit effect heeft gehad, kan niet worden vastgesteld.", "not_known"),
    ("Hoeveel kosten hiermee gemoeid zijn, is op dit moment nog niet te zeggen.", "not_known"),
    ("Over 2024 zijn nog geen cijfers beschikbaar.", "no_figures"),
    ("Hier wordt geen registratie van bijgehouden.", "not_registered"),
]
NONE = [
    ("Er zijn mij geen gevallen bekend van gezonken ponten.", "a known zero is an answer"),
    ("Er zijn bij de inspectie geen signalen bekend.", "a known zero"),
    ("Ik ben niet bekend met dit bericht.", "acquaintance, not knowledge"),
    ("Indien de omvang niet bekend is, kan de molenaar een schatting geven.", "a condition"),
    ("«Er zijn geen cijfers bekend», aldus de schipper.", "somebody else's words"),
    ("Zijn er geen cijfers bekend?", "a question"),
    ("Deze gegevens mogen niet worden geregistreerd.", "what is allowed"),
    ("De cijfers staan in de bijlage.", "figures are given"),
    ("Er is geen reden om aan de cijfers te twijfelen.", "no gap"),
    ("Hierover is nog geen besluit genomen.", "no data"),
    ("Het is niet aan mij om dat te beoordelen.", "a refusal"),
    ("Dit heeft geen grote gevolgen voor het aantal ponten.", "a statement about figures"),
    ("Er zijn geen gevallen bekend waarin dit is gebeurd.", "no gap"),
    ("Er is geen aanleiding om de cijfers te herzien.", "no gap"),
    ("Ik ben niet op de hoogte van dit bericht.", "no gap"),
    ("De gegevens worden in de basisregistratie bijgehouden.", "no gap"),
    ("Gemeenten hoeven dit niet te registreren.", "no gap"),
    ("Uit de cijfers blijkt dat het aantal daalt.", "no gap"),
    ("Er is geen wettelijke verplichting om gegevens te delen.", "no gap"),
    ("Ik heb geen informatie ontvangen die aanleiding geeft tot zorg.", "no gap"),
    ("Er zijn bij mijn ministerie geen klachten bekend over de dienstregeling.", "no gap"),
    ("Gemeenten zijn niet verplicht om deze gegevens te verstrekken.", "no gap"),
    ("Ik heb geen reden om aan de juistheid van deze cijfers te twijfelen.", "no gap"),
    ("De cijfers van het CBS laten geen stijging zien.", "no gap"),
    ("Dat het aantal ponten daalt, is al langer bekend.", "no gap"),
    ("Het kabinet is bekend met deze cijfers en neemt ze serieus.", "no gap"),
    ("Van een onbekend schip is in dit geval geen sprake.", "no gap"),
    ("De registratie van schepen is geregeld in de Binnenvaartwet, die niet op ponten ziet.", "no gap"),
    ("Ja.", "nothing"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("sentence", "reason"), GAPS)
def test_a_gap_is_found_with_its_reason(sentence: str, reason: str) -> None:
    """The quote is the sentence, at its place."""
    text = f"Ik hecht aan goede bruggen. {sentence}"
    gaps = list(find_data_gaps(text))
    assert [(sentence, reason)] == [(gap.quote, gap.reason) for gap in gaps]
    assert gaps[0].quote == text[gaps[0].start : gaps[0].end]


@pytest.mark.parametrize(("sentence", "why"), NONE)
def test_what_only_looks_like_a_gap_is_none(sentence: str, why: str) -> None:
    """Known zeros, conditions, quotations and permissions are no gaps."""
    assert [] == list(find_data_gaps(sentence)), why
