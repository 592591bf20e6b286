"""What is said of an edition, from the disclosure to the last correction."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from newsdesk.article.body import Embed, FactBox, Heading, Paragraph, PictureUse, PullQuote, Run, Table
from newsdesk.article.byline import Credit
from newsdesk.article.correction import Correction
from newsdesk.audio.script import Manner, Pronunciation, composed, script
from newsdesk.audio.tests.articles import MANNER, NOON, edition

FULL = edition(
    standfirst="It was old.",
    byline=(Credit("1", "Ada Berg"), Credit("2", "Ida Dahl"), Credit("3", "Bo Ek", role="photographs")),
    picture=PictureUse("p0", caption="The ferry (L)."),
    body=(
        Paragraph((Run("It sank at 8 p.m. "), Run("Nobody was hurt.", strong=True))),
        Heading("What is known"),
        Embed("https://example.org", "A film"),
        PullQuote("Nobody was hurt"),
        Table((("Pier", "Boats"), ("North", "3")), caption="Boats"),
        Table(tuple((str(row), "x") for row in range(30))),
        FactBox("The ferry", ((Run("Built in 1990."),),)),
    ),
    corrections=(
        Correction("clarification", "It was moored. Badly.", NOON),
        Correction("correction", " … It sank on Oct. 8.", NOON, on_top=True),
    ),
)


def told(manner: Manner = MANNER, edition=FULL) -> list[str]:  # type: ignore[no-untyped-def]
    return [one.text for one in script(edition, manner).utterances]


def test_everything_is_said_once_and_in_order() -> None:
    assert told() == [
        "This is an automated reading.",
        "Ferry sinks",
        "By Ada Berg and Ida Dahl. Photographs: Bo Ek",
        "October eighth, twenty twenty-four",
        "Correction: It sank on October eighth.",
        "It was old.",
        "It sank at eight P M.",
        "Nobody was hurt.",
        "What is known",
        "Boats",
        "Pier, Boats",
        "North, three",
        "There is a table here, in the written article.",
        "The ferry",
        "Built in nineteen ninety.",
        "Clarification: It was moored.",
        "Badly.",
    ]


def test_sentences_are_named_and_the_rest_is_not() -> None:
    numbers = [one.sentence for one in script(FULL, MANNER).utterances]
    assert numbers == [None, 0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, None, 12, 13, 14, 15]


def test_captions_are_read_where_they_are_wanted() -> None:
    assert "Picture: The ferry, left." in told(replace(MANNER, captions=True))


def test_the_date_is_the_newsroom_s() -> None:
    assert "October ninth, twenty twenty-four" in told(replace(MANNER, zone=ZoneInfo("Europe/Kyiv")))


def test_headings_are_chapters_between_longer_silences() -> None:
    said = script(FULL, MANNER).utterances
    assert [(one.chapter, one.text) for one in said if one.chapter] == [
        ("Ferry sinks", "This is an automated reading."),
        ("What is known", "What is known"),
    ]
    at = next(n for n, one in enumerate(said) if one.chapter == "What is known")
    assert said[at - 1].pause == said[at].pause > said[at - 2].pause


def test_an_article_without_headings_has_no_chapters() -> None:
    assert not any(one.chapter for one in script(edition("It sank."), MANNER).utterances)


def test_words_of_another_language_are_utterances_of_the_same_sentence() -> None:
    said = script(edition("They sang “Слава Україні” at 8 p.m."), MANNER).utterances[-3:]
    assert [(one.text, one.language, one.pause > 0) for one in said] == [
        ("They sang", "en", False),
        ("Слава Україні", "uk", False),
        ("at eight P M.", "en", True),
    ]
    assert len({one.sentence for one in said}) == 1


def test_an_unknown_language_is_read_as_it_is_printed() -> None:
    said = script(edition("Prom zatonął o 20:15. «Nikt nie zginął»", language="pl"), MANNER).utterances
    assert [one.text for one in said[1:]] == [
        "Ferry sinks",
        "2024-10-08",
        "Prom zatonął o 20:15.",
        "Nikt nie zginął",
    ]
    assert {one.language for one in said} == {"pl"}


def test_a_ukrainian_article_is_framed_in_ukrainian() -> None:
    corrections = (Correction("correction", "Пором затонув 8 жовтня.", NOON),)
    byline = (Credit("1", "Ада Берг"), Credit("2", "Іда Даль"))
    said = told(edition=edition("5 людей.", language="uk", byline=byline, corrections=corrections))
    assert said[1:] == [
        "Ferry sinks",
        "Ада Берг та Іда Даль",
        "восьмого жовтня дві тисячі двадцять четвертого року",
        "п'ять людей.",
        "Виправлення: Пором затонув восьмого жовтня.",
    ]


def test_the_digest_is_of_exactly_what_is_said() -> None:
    listed = replace(MANNER, pronunciations=(Pronunciation("Ferry", "Fairy", "en"),))
    assert script(FULL, MANNER).digest == script(replace(FULL, number=9), MANNER).digest
    assert script(FULL, MANNER).digest != script(FULL, listed).digest
    assert script(FULL, MANNER).digest != script(FULL, replace(MANNER, disclosure="A machine reads.")).digest


def test_the_day_s_headlines_are_composed() -> None:
    said = composed("Today in five minutes", [("Ferry sinks", "It was old. At 8 p.m."), ("UN votes", "")], MANNER)
    assert [(one.text, one.chapter, one.sentence) for one in said.utterances] == [
        ("This is an automated reading.", "Today in five minutes", None),
        ("Today in five minutes", "", None),
        ("Ferry sinks", "Ferry sinks", None),
        ("It was old.", "", None),
        ("At eight P M.", "", None),
        ("U N votes", "UN votes", None),
    ]
