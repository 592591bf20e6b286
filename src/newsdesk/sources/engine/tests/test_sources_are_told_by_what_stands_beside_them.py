"""Who is meant, where only the words around a name, a pronoun or "the company" tell it."""

from __future__ import annotations

from datetime import date

import pytest

from newsdesk.sources.engine import read

PERSON, BODY, OUTLET, PAPER, UNNAMED = "person", "organisation", "outlet", "document", "anonymous"

BRIEFS: dict[str, list[list[tuple[str, str]]]] = {
    # A word that is a firm's and a person's, beside a name that is no person's
    "The ferry will sail again, its operator, Baltic Lantern, announced. The company blamed the ice.": [
        [("Baltic Lantern", BODY)],
        [("Baltic Lantern", BODY)],
    ],
    "Its developer, Tovik Brun, was angry. Brun said the clay had moved.": [[("Tovik Brun", PERSON)]],
    # A body named between commas behind what it is
    "Anna Vik lost the stage. Her team, Rouge Vélo, said it would appeal.": [[("Rouge Vélo", BODY)]],
    "Vik's party, Fresh Start, wants a vote. It argues that the town must choose.": [[("Fresh Start", BODY)]],
    # Names with small words inside
    "The Dockers' and Boatmen's League said no ship had sailed. The DBL says it will talk.": [
        [("Dockers' and Boatmen's League", BODY)],
        [("Dockers' and Boatmen's League", BODY)],
    ],
    "The charity, Boats for Life, said he was safe. Boats for Life denied it had paid.": [
        [("Boats for Life", BODY)],
        [("Boats for Life", BODY)],
    ],
    '"It rained," she told the television channel Vista 2.': [[("she", PERSON), ("Vista 2", OUTLET)]],
    # Somebody introduced without a name and named in the same breath
    "One, a retired cooper named Viggo Lund, said he had slept.": [[("Viggo Lund", PERSON)]],
    # "The broadcaster" may be a person or an outlet
    "It rained, the BBC reported, and an official told the broadcaster that it would go on.": [
        [("BBC", OUTLET)],
        [("official", UNNAMED), ("BBC", OUTLET)],
    ],
    # Where a phrase ends
    '"Nobody pays," said a customs broker in Port Said who had tried.': [[("customs broker in Port Said", UNNAMED)]],
    "Two former engineers at Transrell told the Post that it had failed.": [
        [("Two former engineers at Transrell", UNNAMED), ("Post", OUTLET)]
    ],
    # A firm in which there are shares is no place
    "Veltron will build in Saxmere. Shares in Veltron fell. The company said it was sure.": [[("Veltron", BODY)]],
    # What the sentence before is about
    "The pension fund of Norrby's teachers lost money, Reuters reported. The fund sold a house. It said it was safe.": [
        [("Reuters", OUTLET)],
        [("pension fund of Norrby's teachers", BODY)],
    ],
    '"I am sad," Ana Roe said. A senior officer in the Vellish army stepped in. "Pack," he said.': [
        [("Ana Roe", PERSON)],
        [("senior officer in the Vellish army", UNNAMED)],
    ],
    # A speaker in a clause about somebody else carries nothing
    "Henrik Duval said that he had a witness who would say that Renata had stolen it.": [[("Henrik Duval", PERSON)]],
    # What somebody without a name fears is what whoever tells of it stated
    "One investor fears that the firm will fail, according to a banker in Rell.": [[("banker in Rell", UNNAMED)]],
    # Whoever tells of somebody else is the one whom "he" means
    'Viggo Lund said a clerk had told him that it was free. "I paid," he said.': [
        [("clerk", UNNAMED), ("Viggo Lund", PERSON)],
        [("Viggo Lund", PERSON)],
    ],
    # A participle says more of the people before it
    "The brewery will be sold, two people briefed on the talks told Bloomberg.": [
        [("two people briefed on the talks", UNNAMED), ("Bloomberg", OUTLET)]
    ],
    "A mother of three, who gave no name, said she minded.": [[("mother of three", UNNAMED)]],
    "A group calling itself Paper Moth claimed that it had done it.": [[("Paper Moth", BODY)]],
    # Papers state whatever they show
    "Satellite images show a new bridge, the BBC reported.": [[("Satellite images", PAPER), ("BBC", OUTLET)]],
    "Halverson Bank reported net income of $2 billion.": [],
    # A given name behind a title tells a man from a woman, and a surname that is a given name as well does not
    'Minister Ana Vik left. Minister Fabian Roos stayed. "I wept," she said.': [[("Ana Vik", PERSON)]],
    '"No," a nurse said. Minister Fabian Roos said it was sad. He said it was late. Roos wept.': [
        [("nurse", UNNAMED)],
        [("Fabian Roos", PERSON)],
        [("Fabian Roos", PERSON)],
    ],
    # Somebody who is named only later
    "A pensioner in the gallery shouted that she could not hear. The pensioner, Doreen Ask, 81, left.": [
        [("Doreen Ask", PERSON)]
    ],
    "The provincial governor said it was late. The governor, Fatou Sarr, left.": [[("Fatou Sarr", PERSON)]],
    # A number behind a noun, or before one
    "An earthquake of magnitude 6.1 struck the town, bringing down a roof, the rescue authority said.": [
        [("rescue authority", BODY)]
    ],
    "The memo says as many as 900 jobs might go.": [[("memo", PAPER)]],
    # Somebody with a name who fears is a link of its own
    "Amara Diallo came. She said the WHO feared that it was spreading.": [[("WHO", BODY), ("Amara Diallo", PERSON)]],
    # "The company" is the firm that the sentence before is about
    "Kestrel Robotics sued Halden Steel. The company said Halden had lied.": [[("Kestrel Robotics", BODY)]],
    # A word that only looks like a verb, and a name that is always in full
    "Red Lantern said the mill would close. Workers wept. Red Lantern said the land was sold.": [
        [("Red Lantern", BODY)],
        [("Red Lantern", BODY)],
    ],
    "The regulator, the Rail Safety Board, said it was sorry. The regulator said it would act.": [
        [("Rail Safety Board", BODY)],
        [("Rail Safety Board", BODY)],
    ],
    # The last of two spokesmen, though only the first has a name
    "The mayor's spokesman, Ivo Vik, left. A spokesman for the pier said it shut. The spokesman said he slept.": [
        [("spokesman for the pier", UNNAMED)],
        [("spokesman for the pier", UNNAMED)],
    ],
    "Ivo Marek told Radio Kelm that he was ill. The radio station said it had checked.": [
        [("Ivo Marek", PERSON), ("Radio Kelm", OUTLET)],
        [("Radio Kelm", OUTLET)],
    ],
    # First letters are those of a body
    "The Associated Press paid. Ana Pires told the AP that it was late.": [
        [("Ana Pires", PERSON), ("Associated Press", OUTLET)]
    ],
    # Where a study was published
    "Bees sleep, according to a study published on Wednesday in the journal Frontiers of Botany.": [
        [("study", PAPER), ("Frontiers of Botany", OUTLET)]
    ],
    "A study published this week in Oslo found that bees sleep.": [[("study", PAPER)]],
    "According to the Kelm Gazette, which cited two aides, the mayor will quit.": [
        [("two aides", UNNAMED), ("Kelm Gazette", OUTLET)]
    ],
    # What a firm is in law belongs to its name, and a "The" with a capital to a title
    "Halden plc sold a shop. Halden said profits rose.": [[("Halden plc", BODY)]],
    "Sources close to the club told The Lakelander that he had wept. One said he threw a chair.": [
        [("Sources close to the club", UNNAMED), ("Lakelander", OUTLET)],
        [("One", UNNAMED)],
    ],
    # Whoever "has obtained" the paper carries it
    "In a letter, which the Kelm Gazette has obtained, Crumble & Sons denies any fault and says the clock was old.": [
        [("Crumble & Sons", BODY), ("Kelm Gazette", OUTLET)],
        [("Crumble & Sons", BODY), ("Kelm Gazette", OUTLET)],
    ],
}


@pytest.mark.parametrize(("brief", "chains"), BRIEFS.items())
def test_a_brief_has_the_chains_a_reader_sees(brief: str, chains: list[list[tuple[str, str]]]) -> None:
    found = [[(link.name, link.kind) for link in said.chain] for said in read(brief, date(2026, 3, 17)).statements]
    assert found == chains


@pytest.mark.parametrize(
    ("brief", "contents"),
    [
        (
            "Mara Olin said she had seen four drown, and feared that there would be more.",
            ["she had seen four drown", "there would be more"],
        ),
        ("Crumble & Sons denies any fault and says the clock was old.", ["any fault", "the clock was old"]),
    ],
)
def test_a_second_verb_begins_a_second_statement(brief: str, contents: list[str]) -> None:
    statements = read(brief, date(2026, 3, 17)).statements
    assert [span.text for said in statements for span in said.content] == contents
