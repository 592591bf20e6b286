"""A text is cut into the sentences a reader would point at, whatever its abbreviations, quotes and figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.article.stops import LONGEST, spans

CASES = [
    ("en", "It rained.| It stopped."),
    ("en", "Gen. Smith met Dr. Jones and Mr. J. R. Smith.| They left."),
    ("en", "It was Oct. 8 in Kyiv.| Nobody came."),
    ("en", "They met in Oct.| Nobody came."),
    ("en", "It cost $1.2 million.| No. 5 won.| He said no.| Nothing else."),
    ("en", "The U.S. Army came at 8 p.m. on Monday.| The rest is known."),
    ("en", "The ferry left at 8 p.m.| The next did not."),
    ("en", "It sank at 8 p.m.| Nobody saw it.| It rose at 9 a.m. Kyiv time, 8 p.m. Monday."),
    ("en", "It happened in the U.S.| The rest is known."),
    ("en", '"We lost," he said.| "We will win!" she said.| "When?"| Nobody knows.'),
    ("en", "“It rained. |It stopped.” |He left."),
    ("en", "Well… he left.| And then...| Nothing."),
    ("en", "Acme Inc. of Ohio bought it, i.e. Smith & Co. did.| (It paid.)| So what?"),
    ("en", "One line\n|Another line"),
    ("en", "Version 2.0 is out.| 3.5 is next."),
    ("en", "He met U.S. President Donald Trump and U.K. Prime Minister Keir Starmer.| They ate."),
    ("en", "Moscow met the U.S. Ukraine envoy, U.S. Police and Apple Inc. President Tim Roe.| He left."),
    ("en", "Texas Atty. Gen. Paxton sued.| The U.S. Moscow embassy and the U.N. Russia mission left."),
    ("en", "He obeyed Sgt. X.| Mr. Musk owns X.| Ukraine wrote on X.| It is Malcolm X.| The rest is known."),
    ("en", "Francis X. Suarez met J. X. Roe and F. Roe, e.g. The Sun's.| They left."),
    ("uk", "Йшов дощ.| Він закінчився."),
    ("uk", "Т. Г. Шевченко жив на вул. Хрещатик у м. Київ.| Про це відомо."),
    ("uk", "Це сталося у 2024 р.| Він пам'ятає це, ген. Залужний теж."),
    ("uk", "Прийшли ген.-лейт. О. Сирський, нар. деп. І. Петренко і т.в.о. Міністра, у т. ч. Росія та у т.ч. Росія."),
    ("uk", "Це було на поч. ХХ ст. у Києві, тел. 102, в. о. Голови.| Про це писав у X.| Україна мовчить."),
    ("uk", "Заплатили 5 тис. грн.| Після цього пішли."),
    ("uk", "«Ми переможемо!» – сказав він.| «Коли?»| Ніхто не знає…| Ні."),
    ("zh", "今天下雨。|他說：「我不去！」|你呢？"),
    ("xx", "A. B. Smith left.| Nobody saw."),
]


def cut(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, language)]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_a_text_is_cut_at_its_bars(language: str, marked: str) -> None:
    assert cut(marked.replace("|", ""), language) == [part.strip() for part in marked.split("|")]


@given(st.text(max_size=400), st.sampled_from(["en", "uk", "zh", "", "xx-YY"]))
def test_nothing_is_lost_and_nothing_said_twice(text: str, language: str) -> None:
    at, kept = 0, ""
    for start, end in spans(text, language):
        assert at <= start < end <= len(text)
        assert not any(map(str.isalnum, text[at:start]))
        at, kept = end, kept + text[start:end]
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize("text", ["word " * 50_000, "x" * 100_000, "J. " * 30_000, '."' * 50_000 + " a"])
def test_a_text_without_ends_is_cut_all_the_same(text: str) -> None:
    assert all(end - start <= LONGEST for start, end in spans(text, "en"))
