"""Names: what is one, what it is, and who a shorter form, a title or a pronoun means."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.sources.engine.language import language
from newsdesk.sources.engine.names import Names
from newsdesk.sources.engine.record import Link
from newsdesk.sources.engine.text import Text, parse


def link(words: str, mention: str, *spoke: str) -> Link:
    """The link of the last place of ``mention`` in ``words``, after those who spoke, each by a mention of its own."""
    text = parse(words, language("en"))
    names = Names(text)
    speakers: list[Link] = []
    for each in (*spoke, mention):
        speakers.append(names.link(*_tokens(text, each), speakers))
    return speakers[-1]


def _tokens(text: Text, words: str) -> tuple[int, int]:
    start = text.source.rindex(words)
    inside = [index for index, token in enumerate(text.tokens) if start <= token.start < start + len(words)]
    return inside[0], inside[-1] + 1


@pytest.mark.parametrize(
    ("words", "mention", "name", "title"),
    [
        ("Harbour Minister Mara Olin said so.", "Harbour Minister Mara Olin", "Mara Olin", "Harbour Minister"),
        (
            "South Korean Defense Minister Kim Yong-Hyun said so.",
            "South Korean Defense Minister Kim Yong-Hyun",
            "Kim Yong-Hyun",
            "South Korean Defense Minister",
        ),
        ("Mara Olin, the harbour minister, said so.", "Mara Olin", "Mara Olin", "harbour minister"),
        (
            "The harbour minister, Mara Olin, said so.",
            "The harbour minister, Mara Olin",
            "Mara Olin",
            "harbour minister",
        ),
        ("It was dark, said council leader Ann Bell.", "council leader Ann Bell", "Ann Bell", "council leader"),
        (
            "It was dark, said the former prime minister Dov Aran.",
            "the former prime minister Dov Aran",
            "Dov Aran",
            "former prime minister",
        ),
        ("It was dark, said chief of staff Dan Roe.", "chief of staff Dan Roe", "Dan Roe", "chief of staff"),
        (
            "Dan Roe, 45, a hydrologist at the University of Vell, said so.",
            "Dan Roe",
            "Dan Roe",
            "hydrologist at the University of Vell",
        ),
        ("Dr. Ines Rowe said so.", "Dr. Ines Rowe", "Ines Rowe", "Dr."),
        ("Mr. Rowe said so.", "Mr. Rowe", "Rowe", None),
        ("Ursula von der Mark said so.", "Ursula von der Mark", "Ursula von der Mark", None),
        ("Salma al-Tarik said so.", "Salma al-Tarik", "Salma al-Tarik", None),
        ("Peter N. O’Shea-Lind said so.", "Peter N. O’Shea-Lind", "Peter N. O’Shea-Lind", None),
        ("It rained, Anna Baker said.", "Anna Baker", "Anna Baker", None),
        ("Óscar Peña Ruiz, Jr. said so.", "Óscar Peña Ruiz, Jr.", "Óscar Peña Ruiz, Jr.", None),
    ],
)
def test_a_person_has_a_name_and_a_title(words: str, mention: str, name: str, title: str | None) -> None:
    found = link(words, mention)
    assert (found.name, found.kind, found.title) == (name, "person", title)


@pytest.mark.parametrize(
    ("words", "mention", "name"),
    [
        ("Mara Olin came. Olin said no.", "Olin", "Mara Olin"),
        ("Minister Mara Olin came. The minister said no.", "The minister", "Mara Olin"),
        ("The World Health Organization (WHO) met. The WHO said no.", "The WHO", "World Health Organization"),
        ("The Harbour Safety Board met. HSB said no.", "HSB", "Harbour Safety Board"),
        ("Crumble & Sons closed a shop. Crumble said no.", "Crumble", "Crumble & Sons"),
        ("The Vale Examiner asked. The Examiner said no.", "The Examiner", "Vale Examiner"),
        ("Wexcombe Town Council met. The council said no.", "The council", "Wexcombe Town Council"),
        ("Halverson Bank lost money. The bank said no.", "The bank", "Halverson Bank"),
        ("A report on damp in schools is out. The report said no.", "The report", "report on damp in schools"),
        ("Ana Vos and Ivo Marek met. Marek’s dog said no, Vos said.", "Vos", "Ana Vos"),
    ],
)
def test_a_short_form_means_the_full_one(words: str, mention: str, name: str) -> None:
    assert link(words, mention).name == name


@pytest.mark.parametrize(
    ("words", "mention", "kind"),
    [
        ("It rained, Reuters reported.", "Reuters", "outlet"),
        ("It rained, the Yonhap news agency reported.", "the Yonhap news agency", "outlet"),
        ("It rained, the Westmark Pilot reported.", "the Westmark Pilot", "outlet"),
        ("It rained, Radio Sandel reported.", "Radio Sandel", "outlet"),
        ("It rained, the daily Horizon reported.", "the daily Horizon", "outlet"),
        ("The University of Vell said no.", "The University of Vell", "organisation"),
        ("The Ministry of Trade and Industry said no.", "The Ministry of Trade and Industry", "organisation"),
        ("Human Rights Watch said no.", "Human Rights Watch", "organisation"),
        ("The defence ministry said no.", "The defence ministry", "organisation"),
        ("Police said no.", "Police", "organisation"),
        ("A study by the university said no.", "A study by the university", "document"),
        ("Court records said no.", "Court records", "document"),
        ("Residents said no.", "Residents", "group"),
        ("Critics of the plan said no.", "Critics of the plan", "group"),
        ("A military intelligence source said no.", "A military intelligence source", "anonymous"),
        ("Two people familiar with the matter said no.", "Two people familiar with the matter", "anonymous"),
        ("Three jurors said no.", "Three jurors", "anonymous"),
        ("A spokesman for the ministry said no.", "A spokesman for the ministry", "anonymous"),
        ("An official said no.", "An official", "anonymous"),
    ],
)
def test_a_mention_has_a_kind(words: str, mention: str, kind: str) -> None:
    assert link(words, mention).kind == kind


@pytest.mark.parametrize(
    ("words", "mention", "kept"),
    [
        (
            "Two people familiar with the matter who had seen it said no.",
            "Two people familiar with the matter who had seen it",
            "Two people familiar with the matter",
        ),
        ("A source in the port on Tuesday said no.", "A source in the port on Tuesday", "A source in the port"),
        ("Its director, Signe Rautio, said no.", "Its director, Signe Rautio", "Signe Rautio"),
        ("But residents said no.", "But residents", "residents"),
    ],
)
def test_a_mention_is_cut_to_its_own_words(words: str, mention: str, kept: str) -> None:
    assert link(words, mention).mention.text == kept


@pytest.mark.parametrize(
    ("words", "pronoun", "spoke", "name"),
    [
        (
            "Mara Olin said no. Ivo Marek said yes. Later she left, she said.",
            "she",
            ("Mara Olin", "Ivo Marek"),
            "Mara Olin",
        ),
        (
            "Mara Olin said no. Ivo Marek said yes. Later it was he who left.",
            "he",
            ("Mara Olin", "Ivo Marek"),
            "Ivo Marek",
        ),
        ("Ana Vos said no. Mara Olin resigned. “I am tired,” she said.", "she", ("Ana Vos",), "Mara Olin"),
        ("Mara Olin resigned. “I am tired,” she said.", "she", (), "Mara Olin"),
        ("The harbour board said no. Later it said yes.", "it", ("The harbour board",), "harbour board"),
        ("Residents said no. Later they said yes.", "they", ("Residents",), "Residents"),
        ("A military source said no. The source said yes.", "The source", ("A military source",), "military source"),
    ],
)
def test_a_pronoun_means_whoever_spoke_or_was_named(
    words: str, pronoun: str, spoke: tuple[str, ...], name: str
) -> None:
    assert link(words, pronoun, *spoke).name == name


@pytest.mark.parametrize(
    ("words", "is_outlet"),
    [
        ("told AFP today", True),
        ("told the Vale Gazette today", True),
        ("told parliament today", False),
        ("told Mara Olin", False),
    ],
)
def test_an_outlet_is_told_from_other_audiences(words: str, is_outlet: bool) -> None:
    text = parse(words, language("en"))
    assert Names(text).is_outlet(1, len(text.tokens) - words.endswith("today")) is is_outlet


def test_time_is_an_outlet_only_where_outlets_stand() -> None:
    assert link("Time is short, Time reported.", "Time").kind == "outlet"
    text = parse("Time is short, they thought.", language("en"))
    assert all(name.kind != "outlet" for name in Names(text).proper)


def test_two_of_one_family_stay_two() -> None:
    text = parse("Anna Olin and Dan Olin came.", language("en"))
    assert sorted(cluster.name for cluster in Names(text).clusters) == ["Anna Olin", "Dan Olin"]


PIECES = st.sampled_from(
    [
        "Mara",
        "Olin",
        "Minister",
        "the",
        "of",
        "&",
        "and",
        "’s",
        "'",
        ",",
        ".",
        "“",
        "”",
        "US",
        "UN",
        "(WHO)",
        "World",
        "Health",
        "Organization",
        "von",
        "der",
        "Reuters",
        "Times",
        "Dr.",
        "said",
        "he",
        "she",
        "it",
        "source",
        "people",
        "familiar",
        "with",
        "matter",
        "report",
        "24",
        "al-Tarik",
        "J.",
        "Jr.",
        "—",
        "report",
        "Van",
        "De",
        "The",
        "Radio",
        "1",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=40), st.data())
def test_any_range_makes_a_link_with_words_of_the_text(words: list[str], data: st.DataObject) -> None:
    text = parse(" ".join(words), language("en"))
    names = Names(text)
    first = data.draw(st.integers(0, len(text.tokens) - 1))
    end = data.draw(st.integers(first + 1, len(text.tokens)))
    found = names.link(first, end, [names.link(0, 1)])
    assert found.mention.text == text.source[found.mention.start : found.mention.end]
    assert found.name


@given(st.text(max_size=200))
def test_any_text_has_names_that_lie_in_it_in_order(source: str) -> None:
    text = parse(source, language("en"))
    proper = Names(text).proper
    assert all(name.first <= name.start < name.end <= len(text.tokens) for name in proper)
    assert all(one.end <= other.start for one, other in itertools.pairwise(proper))


@pytest.mark.parametrize(
    "piece", ["Mara Olin and ", "Olin ", "the Ministry of ", "the report ", "A. ", "Anna Olin, Dan Olin. "]
)
def test_a_long_text_is_read_in_steps_that_grow_with_it(piece: str) -> None:
    """Counts looks at tokens rather than seconds: twice the text, about twice the looks."""
    one, two = (_looks(piece * count) for count in (400, 800))
    assert two < 3 * one


def _looks(source: str) -> int:
    text = parse(source, language("en"))
    text.low[:] = (counted := _Counted(text.low))
    object.__setattr__(text, "low", counted)
    Names(text).link(0, min(3, len(text.tokens)))
    return counted.looks


class _Counted(list[str]):
    looks = 0

    def __getitem__(self, key):  # type: ignore[no-untyped-def]
        self.looks += 1
        return super().__getitem__(key)


def test_mr_vos_is_not_ana_vos() -> None:
    text = parse("Ana Vos and Ivo Vos met. Mr. Vos said no. Mrs. Vos said yes.", language("en"))
    names = Names(text)
    assert [names.cluster(name).name for name in names.proper] == ["Ana Vos", "Ivo Vos", "Ivo Vos", "Ana Vos"]
    text = parse("Ana Vos left. Mr. Vos said no.", language("en"))
    assert [cluster.name for cluster in Names(text).clusters] == ["Ana Vos", "Vos"]
