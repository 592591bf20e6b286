"""A listener hears where a quotation begins and where it ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdesk.audio.script import script
from newsdesk.audio.script.values import Quotations
from newsdesk.audio.tests.articles import MANNER, edition

LONG = "We have seen nothing like this in all our years here"

CASES = [
    ([f"“{LONG},” he said."], [f"Quote: {LONG}, end of quote, he said."]),
    ([f'"{LONG}," he said.'], [f"Quote: {LONG}, end of quote, he said."]),
    ([f"He said: “{LONG}.”"], [f"He said: quote: {LONG}. End of quote."]),
    ([f"He said, “{LONG}!” and left."], [f"He said, quote: {LONG}! End of quote, and left."]),
    (["He called it “a mess” twice."], ["He called it, a mess, twice."]),
    (["“No,” he said."], ["No, he said."]),
    (["Russia warns of ‘tragic consequences’."], ["Russia warns of, tragic consequences."]),
    (["The soldiers’ boots."], ["The soldiers' boots."]),
    (['A 5" pipe.'], ["A five pipe."]),
    (
        [f"“{LONG}. {LONG}.” He left."],
        [f"Quote: {LONG}.", f"{LONG}. End of quote.", "He left."],
    ),
    (
        [f"“{LONG}.", f"“{LONG},” he said."],
        [f"Quote: {LONG}.", f"{LONG}, end of quote, he said."],
    ),
    ([f"“{LONG}.", "He left."], [f"{LONG}.", "He left."]),
    ([f"“{LONG}, ‘no’ he said.”"], [f"Quote: {LONG}, no he said. End of quote."]),
]


@pytest.mark.parametrize(("printed", "said"), CASES)
def test_a_quotation_is_announced_or_set_off(printed: list[str], said: list[str]) -> None:
    assert [one.text for one in script(edition(*printed), MANNER).utterances[3:]] == said


@pytest.mark.parametrize(
    ("quotations", "said"),
    [("pauses", f"He said: {LONG}, and left."), ("plain", f"He said: {LONG} and left.")],
)
def test_the_newsroom_may_want_less(quotations: Quotations, said: str) -> None:
    manner = replace(MANNER, quotations=quotations)
    assert script(edition(f"He said: “{LONG}” and left."), manner).utterances[-1].text == said


def test_ukrainian_quotations_are_announced_in_ukrainian() -> None:
    text = "«Ми ніколи не бачили нічого подібного за всі ці роки тут», – сказав він."
    said = script(edition(text, language="uk"), MANNER).utterances[-1].text
    assert said == "Цитата: Ми ніколи не бачили нічого подібного за всі ці роки тут, кінець цитати, сказав він."
