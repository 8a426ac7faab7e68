"""Sentences of our own in the phrasings of ministries, by what they are: read on 19 November 2024.

Written from the rules (reference/domain.md, section 2), not from documents: they tell how well the rules carry over.
"""

COMMITMENTS = """
Ik zal uw Kamer hierover informeren.
Ik zal de Kamer voor de zomer informeren over de voortgang.
Hierover zal ik uw Kamer in het voorjaar nader informeren.
Zodra de uitkomsten bekend zijn, zal ik deze met uw Kamer delen.
Over de uitkomst zal ik u berichten.
Ik zal hierover in gesprek gaan met de waterschappen.
Ik zal dit onder de aandacht brengen van de provincies.
Ik zal bezien of de regeling kan worden verruimd.
Ik zal dit meenemen in de evaluatie van de Bruggenwet.
Wij zullen uw Kamer daarover per brief informeren.
Ik zal de vragen zo spoedig mogelijk beantwoorden.
Ik stuur de Kamer voor het einde van het jaar een brief over de sluizen.
De brief stuur ik uw Kamer in het eerste kwartaal van 2025 toe.
Ik informeer uw Kamer hierover in de volgende voortgangsrapportage.
Hierover informeer ik uw Kamer voor de kerst.
Uw Kamer ontvangt het rapport voor het zomerreces.
Uw Kamer ontvangt binnenkort een brief over de vaarroutes.
De Kamer ontvangt hierover in maart 2025 een brief.
Uw Kamer ontvangt dit voorjaar de uitkomsten van het onderzoek.
U ontvangt deze brief voor het kerstreces.
Uw Kamer wordt hierover voor de zomer geïnformeerd.
De Kamer wordt hierover geïnformeerd in het eerste kwartaal van 2025.
U wordt hierover in een aparte brief geïnformeerd.
Uw Kamer zal hierover worden geïnformeerd.
Uw Kamer zal het onderzoek in januari 2025 ontvangen.
Hierover wordt uw Kamer begin 2025 nader bericht.
Het onderzoek wordt in april 2025 aan uw Kamer aangeboden.
Het plan zal voor de zomer aan de Kamer worden gezonden.
De uitkomsten worden voor 1 maart 2025 met uw Kamer gedeeld.
Ik kom hier in het voorjaar op terug.
Ik kom hierop terug in de brief over de kustwacht.
Hier kom ik op terug in mijn brief over het havenbeleid.
Ik zal hierop terugkomen in de voortgangsbrief.
Het kabinet komt hier voor de zomer op terug.
Ik ga hierover in gesprek met de molenaars.
Ik ga dit nader onderzoeken.
Ik ga na of de vergunning kan worden aangepast.
Hierover ga ik met de sector in overleg.
Het kabinet gaat de subsidie verhogen.
Ik laat onderzoek doen naar de veiligheid van de ponten en deel de uitkomsten in het najaar van 2025 met uw Kamer.
Ik laat dit in 2025 onderzoeken.
Ik zeg u toe hierover met de gemeenten te spreken.
Ik zeg toe dat ik uw Kamer hierover zal informeren.
Dat zeg ik toe: ik informeer uw Kamer in maart 2025.
Daartoe ben ik bereid: ik zal het gesprek met de schippers aangaan.
Ik ben bereid om hierover met de havens in gesprek te gaan.
Ik ben graag bereid dit bij de provincie onder de aandacht te brengen.
Ik neem dit mee in de herziening van de regeling, die ik in 2025 aan uw Kamer aanbied.
Ik bied uw Kamer in het tweede kwartaal van 2025 een wetsvoorstel aan.
Het kabinet dient in 2025 een wetsvoorstel in.
Het kabinet zal de motie uitvoeren.
Het kabinet zal uw Kamer hierover in een aparte brief informeren.
Mijn ministerie zal de voorlichting aanpassen.
Mijn ministerie start in januari 2025 een campagne over veilig varen.
Het Ministerie van Havens zal de handreiking herzien.
De Minister van Havens zal uw Kamer hierover nader berichten.
De Staatssecretaris van Water informeert uw Kamer hierover in december.
Samen met de Minister van Havens zal ik uw Kamer voor de zomer informeren.
Dit najaar zal ik de evaluatie aan uw Kamer doen toekomen.
Ik zal uw Kamer het verslag doen toekomen.
Het verslag doe ik uw Kamer in februari 2025 toekomen.
In de eerstvolgende voortgangsrapportage zal ik hier nader op ingaan.
In de Kamerbrief over het kustbeleid ga ik hier nader op in.
Hierop zal in de voortgangsrapportage nader worden ingegaan.
In de evaluatie zal dit punt worden meegenomen.
Dit zal worden betrokken bij de herziening van het stelsel.
In de begroting voor 2026 zal hier aandacht aan worden besteed.
In 2025 wordt de regeling geëvalueerd.
De regeling wordt in 2025 herzien.
Voor het einde van 2025 wordt een handreiking opgesteld.
De uitkomsten van het onderzoek zullen begin 2025 openbaar worden gemaakt.
Het rapport zal in maart 2025 worden gepubliceerd.
De resultaten van de monitor komen in juni 2025 beschikbaar en worden dan met uw Kamer gedeeld.
Indien de uitkomsten daartoe aanleiding geven, zal ik aanvullende maatregelen nemen.
Als blijkt dat de bruggen onveilig zijn, zal ik uw Kamer informeren.
Zodra hierover meer duidelijkheid is, informeer ik uw Kamer.
Wanneer het advies er is, stuur ik dat met een reactie naar uw Kamer.
Na afronding van het onderzoek informeer ik de Kamer over de vervolgstappen.
Ik zal erop toezien dat de afspraken worden nagekomen.
Ik zal mij ervoor inzetten dat de pont blijft varen.
Ik zal de Kamer hier bij de voorjaarsnota over informeren.
Tijdens het commissiedebat van 12 december 2024 zal ik hier op ingaan.
Ik treed hierover in overleg met de koepels en zal u over de uitkomst informeren.
Ik breng dit op korte termijn onder de aandacht van de sector.
Ik zal een onafhankelijk onderzoek laten uitvoeren.
In mijn volgende brief over de havens, die ik voor de zomer verzend, neem ik dit punt mee.
Zodra het rapport gereed is, doe ik het de Kamer toekomen.
Ik heb de inspectie gevraagd dit te onderzoeken en zal u over de uitkomsten berichten.
Ik zal de Kamer uiterlijk in het tweede kwartaal van 2025 over de voortgang berichten.
Over de verdere uitwerking wordt uw Kamer in het voorjaar van 2025 geïnformeerd.
Uw Kamer zal daarover separaat worden geïnformeerd.
Hier zal ik uw Kamer te zijner tijd over informeren.
Ik zal de sector oproepen om de regels na te leven.
Het kabinet zal zich in Brussel inzetten voor strengere eisen aan schepen.
Ik zal in gesprek gaan met de betrokken gemeenten om te bezien wat er nodig is.
Daarom zal ik de subsidieregeling per 1 juli 2025 openstellen.
De Kamer wordt voor het einde van het jaar per brief op de hoogte gesteld.
Ik bezie momenteel de opties en informeer uw Kamer daarover in februari.
Wij zullen de aanbevelingen overnemen.
De aanbevelingen zullen worden opgevolgd.
Ik zal de resultaten van de evaluatie met de Kamer delen, inclusief een beleidsreactie.
In de beleidsreactie, die de Kamer in maart ontvangt, ga ik hier uitgebreid op in.
De kabinetsreactie op het advies volgt in het eerste kwartaal van 2025.
Dit neem ik mee in mijn gesprek met de sector in januari.
Samen met de Staatssecretaris van Water stuur ik u hierover begin 2025 een brief.
Ik ga na of het mogelijk is de termijn te verlengen.
Ik zal nagaan hoe vaak dit voorkomt.
Ik zal de Kamer hierover op de hoogte houden.
Ik houd uw Kamer op de hoogte van de ontwikkelingen.
Dit zal ik betrekken bij de verdere uitwerking van het wetsvoorstel.
Ik ben bereid dit te laten uitzoeken.
Dat ben ik bereid te doen.
Ik kom met een voorstel en stuur dat dit najaar naar uw Kamer.
Het ministerie laat een onafhankelijk onderzoek uitvoeren, waarvan de resultaten in mei 2025 naar uw Kamer worden gestuurd.
In de begroting van 2026 zal het kabinet hiervoor middelen reserveren.
"""
INTENTIONS = """
Ik streef ernaar uw Kamer voor de zomer te informeren.
Ik streef ernaar de vragen voor het kerstreces te beantwoorden.
Het streven is om het plan in 2025 gereed te hebben.
Mijn streven is de regeling per 1 juli 2025 te openen.
Gestreefd wordt naar inwerkingtreding op 1 januari 2026.
Er wordt naar gestreefd het wetsvoorstel voor de zomer in te dienen.
Ik ben voornemens uw Kamer in april 2025 te informeren.
Ik ben voornemens de regeling te verlengen.
Het kabinet is voornemens het wetsvoorstel begin 2025 in te dienen.
Het kabinet heeft het voornemen om de subsidie te verlengen.
Ik heb het voornemen om dit in 2025 wettelijk te regelen.
Ik ben van plan hierover met de provincies te spreken.
Het kabinet beoogt de wet per 1 januari 2026 in werking te laten treden.
De beoogde datum van inwerkingtreding is 1 juli 2025.
Beoogd is de wet op 1 januari 2026 in werking te laten treden.
De start van de campagne is voorzien in het voorjaar van 2025.
Publicatie van het rapport staat gepland voor maart 2025.
De evaluatie is gepland in 2026.
Het overleg met de waterschappen staat gepland voor januari 2025.
Ik wil de regeling in 2025 vereenvoudigen.
Het kabinet wil de kustwacht versterken.
Mijn inzet is om de brug in 2026 te openen.
De planning is erop gericht de sluis in 2026 op te leveren.
De inzet is om dit voor de zomer van 2025 af te ronden.
Ik heb de intentie om de regeling in 2025 te verruimen.
Ik hoop uw Kamer hierover voor de zomer te kunnen informeren.
Mijn voornemen is om het besluit in het voorjaar te nemen.
Het kabinet streeft ernaar de wet per 1 januari 2026 in te voeren.
Er wordt gestreefd naar een besluit voor de zomer.
Het is mijn voornemen om de regeling te verlengen tot 2027.
Het kabinet is van plan de accijns in 2025 te verlagen.
De evaluatie staat gepland in 2026.
Ik beoog het besluit voor het zomerreces te nemen.
Voorzien is dat het wetsvoorstel in 2025 in consultatie gaat.
De inwerkingtreding is voorzien per 1 januari 2026.
"""
ANNOUNCED = """
De Vereniging van Molenaars zal in het voorjaar een handreiking publiceren.
Het Planbureau voor het Water brengt in juni 2025 een rapport uit.
De inspectie zal in 2025 een themaonderzoek uitvoeren.
De provincie start in januari 2025 met de werkzaamheden.
De Europese Commissie komt in het tweede kwartaal van 2025 met een voorstel.
De Raad voor het Havenwezen adviseert hierover in het voorjaar van 2025.
De gemeente Lutterveen organiseert dit najaar een bijeenkomst voor bewoners.
De wet treedt op 1 januari 2026 in werking.
De nieuwe regeling gaat per 1 juli 2025 gelden.
Per 1 januari 2025 wordt de maximumsnelheid verlaagd.
De stichting gaat in 2025 een proef met elektrische ponten uitvoeren.
De proef gaat in maart 2025 van start.
De tweede fase begint in het najaar van 2025.
Het rapport van de commissie verschijnt in mei 2025.
De eerste resultaten volgen begin 2025.
Het debat over de havens vindt plaats op 12 december 2024.
De aanbesteding wordt in 2025 door de provincie gestart.
Komend voorjaar zullen de partijen opnieuw overleggen.
De Autoriteit Binnenvaart zal de richtlijn herzien.
De commissie zal haar eindrapport opleveren.
Het RIVM zal in 2025 een nieuwe meting uitvoeren.
De Algemene Rekenkamer publiceert in mei 2025 haar rapport.
De koepelorganisaties presenteren dit voorjaar een plan van aanpak.
In januari 2025 start de tweede tranche van de regeling.
De gesprekken hierover worden in januari voortgezet.
De uitspraak van de rechter volgt op 3 februari 2025.
Vanaf 2026 gaat een strengere norm gelden.
De provincies werken dit in 2025 verder uit.
De verordening wordt in 2025 van kracht.
Op 12 december 2024 spreekt de Europese Raad hierover.
"""
EXPECTATIONS = """
Naar verwachting wordt het rapport in het voorjaar van 2025 opgeleverd.
De verwachting is dat het onderzoek in maart 2025 wordt afgerond.
Ik verwacht uw Kamer voor de zomer te kunnen informeren.
Ik verwacht de resultaten in het eerste kwartaal van 2025 met uw Kamer te kunnen delen.
Het wetsvoorstel zal naar verwachting in 2025 aan de Kamer worden aangeboden.
Het kabinet verwacht het wetsvoorstel eind 2025 in te dienen.
De inspectie verwacht haar rapport in juni 2025 te publiceren.
Naar verwachting ontvangt uw Kamer het voorstel voor het zomerreces.
Verwacht wordt dat het onderzoek eind 2025 gereed is.
Het advies wordt naar verwachting in april 2025 vastgesteld.
De oplevering wordt in het tweede kwartaal van 2025 verwacht.
De verwachting is dat de Kamer het wetsvoorstel in het najaar van 2025 ontvangt.
Naar verwachting zal de Raad van State in maart 2025 advies uitbrengen.
Ik verwacht het rapport voor de zomer met de Kamer te delen.
De resultaten worden in het voorjaar van 2025 verwacht.
De afronding wordt naar verwachting eind 2025 bereikt.
"""
ONGOING = """
Het kabinet blijft zich inzetten voor veilige bruggen.
Ik blijf hierover in gesprek met de sector.
Mijn ministerie is momenteel in gesprek met de schippers.
Er wordt gewerkt aan een nieuwe handreiking.
"""
NOTHING = """
Ik heb uw Kamer hierover op 4 november 2024 geïnformeerd.
Uw Kamer is hierover eerder geïnformeerd.
De Kamer is in de brief van 3 juni 2024 geïnformeerd over de sluizen.
Voor de zomer heeft het kabinet een brief gestuurd.
In 2023 zijn de bruggen hersteld.
De wet schrijft voor dat gemeenten een plan zullen vaststellen.
Het is de vraag of de vissers zullen volgen.
De kosten zullen stijgen.
Dit zal leiden tot hogere prijzen.
Gemeenten zullen altijd een afweging moeten maken.
Zou de pont verdwijnen, dan zal het dorp onbereikbaar zijn.
Ik ga ervan uit dat de afspraken worden nagekomen.
Ik ga niet over de dienstregeling.
Het gaat om een beperkt aantal schepen.
Ik hoop dat de partijen er samen uit zullen komen.
Ik vertrouw erop dat de havenmeester dit zal oppakken.
Hieronder zal ik de vragen beantwoorden.
Ik zal geen nieuw onderzoek laten doen.
Ik ben niet voornemens de regeling te wijzigen.
Er zijn geen plannen om de brug in 2025 te sluiten.
«Wij zullen de pont in 2025 sluiten», aldus de reder.
Zult u de Kamer hierover informeren?
Zoals de schipper verwacht, is het druk op het water.
De vergunning geldt tot 2030.
De regeling bestaat sinds 2015.
Ik vind het belangrijk dat bewoners goed worden geïnformeerd.
Gemeenten kunnen bewoners hierover informeren.
De gemeente moet bewoners tijdig informeren.
Het beleid gaat uit van veilige bruggen.
Dit thema komt terug in de opleiding van schippers.
Ik bericht u dat de vragen niet binnen de termijn kunnen worden beantwoord.
Ik hecht eraan dat de Kamer goed wordt geïnformeerd.
Het gaat in 2025 om 300 woningen.
Uit onderzoek blijkt dat de vraag tot 2030 toeneemt.
Het kabinet wil dat mensen zich veilig voelen.
De motie verzoekt de regering de Kamer voor de zomer te informeren.
Ik deel de zorgen van uw Kamer over de ponten.
De Kamer ontvangt jaarlijks een voortgangsrapportage.
U ontvangt hierbij de antwoorden op de vragen.
Met deze brief bied ik u de antwoorden aan.
Volgens de planning van de aannemer is de brug in 2026 klaar.
In het coalitieakkoord is afgesproken dat er in 2025 extra geld komt.
U vraagt of ik de Kamer voor de zomer kan informeren.
De EU-richtlijn moet uiterlijk in oktober 2025 zijn omgezet.
Dat zal per situatie verschillen.
Hierbij zal een belangenafweging plaatsvinden.
Ik acht het van belang dat gemeenten hun inwoners goed informeren.
De Kamer heeft hierover in het voorjaar een motie aangenomen.
In de brief van 12 maart 2024 heb ik toegezegd de Kamer te informeren.
Gemeenten ontvangen hiervoor jaarlijks middelen via het gemeentefonds.
In 2025 is hiervoor 5 miljoen euro beschikbaar.
Voor 2025 geldt een tarief van 9 procent.
Het is belangrijk dat partijen met elkaar in gesprek gaan.
Werkgevers zullen zelf moeten bepalen hoe zij dit invullen.
Hierdoor zullen minder schepen kunnen varen.
De minister kan een boete opleggen.
Dit besluit is genomen in de zomer van 2024.
Het contract loopt tot en met 2028.
Wie een vergunning heeft, zal zich aan de voorschriften moeten houden.
Het gaat hier niet om nieuwe regels.
Als de norm wordt overschreden, zal de inspectie handhaven.
De Kamer is daarover op 3 juni geïnformeerd.
Ik vind het te vroeg om daarop vooruit te lopen.
De provincie zal dit naar eigen inzicht doen.
Deze cijfers laten zien dat het aantal ponten tot 2030 zal dalen.
Ik deel de zorg dat jongeren te weinig zullen bewegen.
Ja.
"""
# kind, last day, sentence: as long as those of letters, with asides; what is done jointly is announced, not undertaken alone
LONG = """
commitment|2025-06-30|Conform de motie van het lid Hazelaar, die de regering verzoekt de veiligheid van ponten te onderzoeken, zal ik in het tweede kwartaal van 2025 een onderzoek laten uitvoeren naar de staat van onderhoud van alle veerverbindingen.
commitment|2024-12-31|Over de precieze vormgeving van deze maatregel, en de wijze waarop de schippers daarbij worden betrokken, wordt uw Kamer nog dit jaar bij separate brief geïnformeerd.
commitment|2025-07-03|De Staatssecretaris van Water en ik zullen uw Kamer, zoals toegezegd in het commissiedebat van 3 oktober jl., voor de zomer van 2025 informeren over de voortgang van het programma Veilige Veren.
expectation|2025-03-31|De eerste resultaten van deze pilot, waaraan twaalf gemeenten deelnemen, worden naar verwachting in het eerste kwartaal van 2025 opgeleverd, waarna ik zal bezien of landelijke uitrol wenselijk is.
commitment|None|Mede naar aanleiding van de signalen die ik hierover heb ontvangen, ga ik met de Vereniging van Molenaars in gesprek over de vraag hoe de regels eenvoudiger kunnen.
commitment|2025-05-31|In de voortgangsrapportage over het havenbeleid, die uw Kamer in het voorjaar van 2025 ontvangt, zal ik nader ingaan op de aanbevelingen uit dit rapport.
intention|2026-01-01|Het voornemen is om deze wijziging, na advisering door de Afdeling advisering van de Raad van State, met ingang van 1 januari 2026 in werking te laten treden.
announced_action|2025-12-31|De Inspectie Havens zal in 2025 bij dertig bedrijven controleren of de nieuwe voorschriften, die sinds vorig jaar gelden, worden nageleefd.
commitment|None|Ik heb de directie van de rederij verzocht om mij hierover te informeren, en zal uw Kamer berichten zodra ik haar reactie heb ontvangen.
intention|2024-12-31|Gelet op het grote aantal reacties dat tijdens de internetconsultatie is ontvangen, streef ik ernaar de verwerking daarvan voor het einde van het jaar af te ronden.
announced_action|None|Het kabinet onderschrijft de conclusie dat de financiering van kleine veren kwetsbaar is en zal daarom samen met de provincies verkennen welke oplossingen mogelijk zijn.
commitment|2025-01-31|Aan de hand van deze gegevens, die in januari 2025 beschikbaar komen, zal ik bezien of aanvullende maatregelen nodig zijn.
announced_action|2025-02-28|De gemeenteraad van Lutterveen besluit in februari 2025 over de toekomst van de veerverbinding.
commitment|2025-09-16|Besluitvorming over aanvullende middelen vindt plaats bij de voorjaarsnota, waarna ik uw Kamer uiterlijk op Prinsjesdag 2025 over de uitkomst informeer.
none|None|Ik begrijp dat bewoners zich zorgen maken over de veiligheid en vind het daarom goed dat de gemeente hierover met hen in gesprek is gegaan.
none|None|De norm voor zwemwater, zoals vastgelegd in de Regeling zwemwater, geldt voor alle exploitanten die hun bad openstellen voor publiek.
none|None|Dat neemt niet weg dat rederijen zelf verantwoordelijk zijn voor de veiligheid van hun passagiers en daarop kunnen worden aangesproken.
none|None|In de periode 2019 tot en met 2023 is het aantal ongevallen met ponten met 12 procent gedaald.
none|None|Zoals ik in de brief van 14 oktober 2024 heb geschreven, zijn de middelen voor 2025 en 2026 reeds aan gemeenten toegekend.
none|None|Het is denkbaar dat schippers hierdoor zullen besluiten hun dienstregeling aan te passen.
"""
DATED = [
    ("Ik zal uw Kamer voor de zomer van 2025 informeren.", "2025-07-03", True),
    ("Ik stuur uw Kamer uiterlijk 1 maart 2025 een brief.", "2025-03-01", True),
    ("Uw Kamer ontvangt het rapport in het eerste kwartaal van 2025.", "2025-03-31", True),
    ("In april 2025 zal ik met de sector spreken.", "2025-04-30", False),
    ("Voor het einde van het jaar zal ik de regeling openstellen.", "2024-12-31", False),
    ("Ik ben voornemens u begin 2025 te informeren.", "2025-03-31", True),
    ("De inspectie zal in 2025 een rapport publiceren.", "2025-12-31", False),
    ("Naar aanleiding van het rapport van 4 november 2024 zal ik de Kamer in het voorjaar van 2025 informeren.", "2025-05-31", True),
    ("Binnen zes weken stuur ik uw Kamer een reactie.", "2024-12-31", True),
    ("Ik zal medio 2025 een besluit nemen.", "2025-08-31", False),
    ("Ik zal de regels in april 2025aanpassen.", "2025-04-30", False),  # a PDF lost its blanks
    ("Ik zal de gronden dit voorjaarinzichtelijk maken.", "2025-05-31", False),
]
CONDITIONS = [
    ("Indien de uitkomsten daartoe aanleiding geven, zal ik uw Kamer informeren.", "Indien de uitkomsten daartoe aanleiding geven"),
    ("Ik zal de regeling verlengen, mits daarvoor middelen beschikbaar zijn.", "mits daarvoor middelen beschikbaar zijn"),
    ("Als blijkt dat de pont lek is, zal ik de Kamer informeren.", "Als blijkt dat de pont lek is"),
    ("Ik zal dit als onderdeel van de monitor met uw Kamer delen.", None),
    ("Ik zal hierover in gesprek gaan.", None),
]


def lines(table: str) -> list[str]:
    """The sentences of a table."""
    return [line for line in table.strip().splitlines() if line]
