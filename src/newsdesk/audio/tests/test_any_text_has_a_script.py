"""Whatever an editor publishes can be said: nothing raises or is lost, and what is only for the eye is not said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.article.spoken import sentences
from newsdesk.audio.script import Pronunciation, Script, script
from newsdesk.audio.script.clean import cleaned
from newsdesk.audio.script.language import language, languages
from newsdesk.audio.script.readings import READINGS
from newsdesk.audio.script.rules import FIELD, Rule, pieces, rules_of
from newsdesk.audio.script.saying import Speaker
from newsdesk.audio.tests.articles import MANNER, edition

ALL = replace(MANNER, captions=True)
NEWSPAPER = (
    '$ € £ ₴ % ° km mm 5 12 1,234 0.5 3,5 1/2 ½ - – — . .. … , : ; ( ) [ ] " “ ” « » ‘ ’ & # @ / + 8 p.m. 20:15 Oct. '
    "8 2024 2024-10-08 Gen. Dr. St. No. UN NATO F-16 J. R. Smith Charles III https://example.org a@example.org Київ "
    "жовтня тис. млн грн ст. р. XX ЗСУ שלום مرحبا 你好 。 😀 \u00ad \u200b \u202e \u00a0 <b> & amp; \\ | * _ the of "
    "00 007 ٣ ² ① ㎏"
)
FRAGMENTS = NEWSPAPER.split(" ")
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(FRAGMENTS), max_size=25).flatmap(
        lambda words: st.sampled_from(["", " "]).map(lambda between: between.join(words))
    ),
)
codes = st.sampled_from(["en", "uk", "en-GB", "pl", ""])


def sound(said: Script) -> None:
    for one in said.utterances:
        assert any(map(str.isalnum, one.text))
        assert one.text == " ".join(one.text.split())
        assert not set(one.text) & set('<>{}[]|*_\\"“”«»\u00ad\u200b\u202e\t\n😀')
    numbers = [one.sentence for one in said.utterances if one.sentence is not None]
    assert numbers == sorted(numbers)


@given(texts, texts, codes)
def test_any_text_is_read_in_order(headline: str, text: str, code: str) -> None:
    article = edition(text, headline=headline, language=code)
    said = script(article, ALL)
    sound(said)
    assert script(article, ALL) == said


@given(texts)
def test_no_figure_is_left_in_english_and_ukrainian(text: str) -> None:
    for code in ("en", "uk"):
        said = Speaker(code).say(cleaned(text))
        assert not any(char in "0123456789$€£₴%&@#" for one in said for char in one.text), (code, text)


@given(st.lists(st.text("abcdefghij ", min_size=1, max_size=30), max_size=6))
def test_every_sentence_has_its_utterance(paragraphs: list[str]) -> None:
    article = edition(*paragraphs)
    heard = {one.sentence for one in script(article, ALL).utterances}
    assert heard - {None} == set(range(len(sentences(article))))


@given(texts, st.text(max_size=8), st.text(max_size=8))
def test_any_entry_of_the_newsroom_s_list_is_taken(text: str, word: str, said: str) -> None:
    manner = replace(MANNER, pronunciations=(Pronunciation(word, said, "en"),))
    script(edition(text), manner)


@pytest.mark.parametrize("text", ["", "   ", "***", "😀 😀", "—", "https://example.org/a", "\u200b", "“”", "."])
def test_what_is_only_for_the_eye_is_not_said(text: str) -> None:
    said = script(edition(text, headline=text), MANNER)
    assert [one.text for one in said.utterances] == [
        "This is an automated reading.",
        "October eighth, twenty twenty-four",
    ]


def test_no_disclosure_and_no_words_is_a_script_of_its_date() -> None:
    assert len(script(edition(headline=""), replace(MANNER, disclosure="")).utterances) == 1


@pytest.mark.parametrize("moment", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)])
def test_the_ends_of_time_have_dates(moment: datetime) -> None:
    for hours in (-12, 12):
        script(edition(first_published=moment), replace(MANNER, zone=timezone(timedelta(hours=hours))))


def test_right_to_left_words_keep_their_order() -> None:
    said = script(edition("He said \u202bשלום עולם\u202c and left.", "مرحبا بالعالم"), MANNER).utterances[3:]
    assert [(one.text, one.language) for one in said] == [
        ("He said", "en"),
        ("שלום עולם", "he"),
        ("and left.", "en"),
        ("مرحبا بالعالم", "ar"),
    ]


def test_fifty_thousand_words_are_read() -> None:
    text = "On Oct. 8, 2024, Gen. Smith of the UN paid $1.2bn (5%) to “J. R. Jones” in Київ at 8 p.m. "
    said = script(edition(text * 2_700), MANNER)
    sound(said)
    assert len(said.utterances) > 2_700


NEARLY = ["5-", "A.", "“", "1,", "1.", "a@", "a.", "$", "Слава ", "5 млн ", "100 ", "xxxxx", "www.", "(", ", ", "J. "]


@pytest.mark.parametrize("piece", NEARLY)
@pytest.mark.parametrize("code", ["en", "uk"])
def test_no_text_that_nearly_matches_all_along_takes_long(piece: str, code: str) -> None:
    """Were a rule to look at all that follows from each place, this would not end."""
    assert Speaker(code).say(cleaned(piece * 20_000)) or piece in ("“", "(", ", ", "www.")


def test_a_rule_looks_on_from_where_the_last_one_ended() -> None:
    looked: list[int] = []

    class Counting:
        def search(self, text: str, at: int = 0) -> object:
            looked.append(at)
            return rules_of("en")[-1].pattern.search(text, at)

    rule = Rule("counting", Counting(), lambda found: "x")  # type: ignore[arg-type]
    assert len(list(pieces("5 % 5 % " * 100, (rule,)))) > 100
    assert looked == sorted(set(looked))


def test_languages_are_found_by_being_there() -> None:
    assert languages() == ["en", "uk"]
    assert all(rules_of(code) for code in languages())
    assert rules_of("pl") == ()


TABLES = {"count", "noun", "word", "swap"}


@pytest.mark.parametrize("code", languages())
def test_rules_name_only_what_there_is(code: str) -> None:
    known = language(code)
    for rule, row in zip(rules_of(code), known.rows("rule"), strict=True):
        for groups, way, told in FIELD.findall(row["said"]):
            assert set(groups.split("+")) <= set(rule.pattern.groupindex), rule.name
            assert not way or way in READINGS, rule.name
            assert way not in TABLES or known.table(told.split(".")[0]), rule.name
        assert row["said"].count("{") == len(FIELD.findall(row["said"])), rule.name


@pytest.mark.parametrize("code", languages())
def test_no_two_rules_have_one_name(code: str) -> None:
    names = [rule.name for rule in rules_of(code)]
    assert len(names) == len(set(names))
