"""Chains in briefs from the wires, courts, sport and science: names of many countries, firms that nothing calls one."""

from __future__ import annotations

from datetime import date

import pytest

from newsdesk.sources.engine import read

PERSON, BODY, OUTLET, PAPER, UNNAMED, GROUP = "person", "organisation", "outlet", "document", "anonymous", "group"

BRIEFS: dict[str, list[list[tuple[str, str]]]] = {
    'Radio Okapi quoted Colonel Justin Mbala: "We hold the bridge." The colonel said six rebels had died.': [
        [("Justin Mbala", PERSON), ("Radio Okapi", OUTLET)],
        [("Justin Mbala", PERSON)],
    ],
    "Interfax quoted the governor: “The dam is safe.”": [[("governor", UNNAMED), ("Interfax", OUTLET)]],
    "Al Jazeera quoted Health Minister Samir Haddou as saying the wards were full.": [
        [("Samir Haddou", PERSON), ("Al Jazeera", OUTLET)]
    ],
    "Court papers filed in Osaka say the brewer hid its debts. The plaintiffs allege that bribes were paid.": [
        [("Court papers", PAPER)],
        [("plaintiffs", GROUP)],
    ],
    "Deputies found the gun, according to an affidavit. The affidavit says Marquez Tolliver admitted firing it.": [
        [("affidavit", PAPER)],
        [("Marquez Tolliver", PERSON), ("affidavit", PAPER)],
    ],
    "Prices rose, and Dagny Moe blamed the drought, saying it had ruined the crop.": [
        [("Dagny Moe", PERSON)],
        [("Dagny Moe", PERSON)],
    ],
    "The vaccine halved infections, Brevanta Biologics said. The regulator said it would review the data.": [
        [("Brevanta Biologics", BODY)],
        [("regulator", BODY)],
    ],
    'Hanna Lindqvist won the 10km in Falun. "My legs were gone," the Swede said. Her coach, Mats Odén, agreed.': [
        [("Hanna Lindqvist", PERSON)]
    ],
    "Pensioner Dov Rae said it rained. Ann Bell said it snowed. The pensioner said it hailed.": [
        [("Dov Rae", PERSON)],
        [("Ann Bell", PERSON)],
        [("Dov Rae", PERSON)],
    ],
    "The Bishop of Carrow, the Right Reverend Alwyn Stace, said it was over. The bishop said the roof leaked.": [
        [("Alwyn Stace", PERSON)],
        [("Alwyn Stace", PERSON)],
    ],
    "Two aides to the premier told Le Soir that he would go. One of the aides said the letter was written.": [
        [("Two aides to the premier", UNNAMED), ("Le Soir", OUTLET)],
        [("One of the aides", UNNAMED)],
    ],
    "A blaze tore through the Delmar Arms. The landlord, Gateway Property Partners, said it would rehouse tenants.": [
        [("Gateway Property Partners", BODY)]
    ],
    "Vantablue shares fell. Rival Pellucid said it was gaining customers. Obinna Okeke, an analyst, said so too.": [
        [("Pellucid", BODY)]
    ],
    'The kiln is out. "No one was hurt," Ostrava Glass said. Jobs will go at Crestline. Crestline said costs rose.': [
        [("Ostrava Glass", BODY)],
        [("Crestline", BODY)],
    ],
    "Kanat Bekov told Kursiv that gold would rise. Brokerage Steppe Capital said the stock was cheap.": [
        [("Kanat Bekov", PERSON), ("Kursiv", OUTLET)],
        [("Steppe Capital", BODY)],
    ],
    "Defence secretary Imogen Tarr told MPs the risk was low. City Hall said the plan was a draft.": [
        [("Imogen Tarr", PERSON)],
        [("City Hall", BODY)],
    ],
    "The Hawaii Tribune-Herald reported that lava had crossed the road.": [[("Hawaii Tribune-Herald", OUTLET)]],
    "Tamika Broadnax told KSDK that two cats died. She told the station she smelled gas.": [
        [("Tamika Broadnax", PERSON), ("KSDK", OUTLET)],
        [("Tamika Broadnax", PERSON), ("KSDK", OUTLET)],
    ],
    "Rosalba Incandela will close Osteria Gelso. The restaurant said on Instagram that it would honour bookings.": [
        [("restaurant", BODY)]
    ],
    "The finding, published on Monday, suggests the star's crust cracked, the BBC reported.": [
        [("finding", PAPER), ("BBC", OUTLET)]
    ],
    "Copper output at Tanaguri Mining fell. The company said in a filing that it expected a weak quarter.": [
        [("Tanaguri Mining", BODY)]
    ],
    "St Jude's Hospital has closed a ward. The hospital said it was cleaning.": [[("St Jude's Hospital", BODY)]],
    "It was dark. The imam said the bridge was unsafe. Hospital bosses said it was not. STV reported that it fell.": [
        [("imam", UNNAMED)],
        [("Hospital bosses", GROUP)],
        [("STV", OUTLET)],
    ],
}


@pytest.mark.parametrize(("brief", "chains"), BRIEFS.items())
def test_a_brief_has_the_chains_a_reader_sees(brief: str, chains: list[list[tuple[str, str]]]) -> None:
    found = read(brief, date(2026, 3, 17)).statements
    assert [[(link.name, link.kind) for link in statement.chain] for statement in found] == chains
