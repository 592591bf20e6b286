"""What the newsroom lists is said as it says, as a whole word, and never inside another."""

from __future__ import annotations

import pytest

from newsdesk.audio.script import Pronunciation
from newsdesk.audio.script.saying import Speaker

LIST = (
    Pronunciation("Kyiv", "Keev", "en"),
    Pronunciation("Kyiv Independent", "Keev in-dependent", "en"),
    Pronunciation("kyiv independent news", "the paper", "en"),
    Pronunciation("gif", "jif", "en-GB"),
    Pronunciation("lieutenant", "leftenant", "en-GB"),
    Pronunciation("lieutenant", "lootenant", "en"),
    Pronunciation("US", "United States", "en"),
    Pronunciation("8 p.m.", "evening", "en"),
    Pronunciation("Kim Yong-Hyun", "Gim Yong Hyun", "en"),
    Pronunciation("C++", "see plus plus", "en"),
    Pronunciation("Київ", "Києв", "uk"),
    Pronunciation("", "nothing", "en"),
    Pronunciation("nothing", "", "en"),
)

CASES = [
    ("en", "Kyiv's mayor", "Keev's mayor"),
    ("en", "Kyiv-based", "Keev-based"),
    ("en", "Kyivstar and ProKyiv", "Kyivstar and ProKyiv"),
    ("en", "KYIV", "Kyiv"),
    ("en", "Gif, GIF and gif", "jif, jif and jif"),
    ("en", "The Kyiv Independent", "The Keev in-dependent"),
    ("en", "Kyiv Independent News", "the paper"),
    ("en", "the US told us", "the United States told us"),
    ("en", "at 8 p.m. sharp", "at evening sharp"),
    ("en", "Kim Yong-Hyun told", "Gim Yong Hyun told"),
    ("en", "C++ is old", "see plus plus is old"),
    ("en", "nothing", "nothing"),
    ("en-US", "Kyiv", "Keev"),
    ("en", "a lieutenant", "a lootenant"),
    ("en-US", "a lieutenant", "a lootenant"),
    ("en_gb", "a lieutenant", "a leftenant"),
    ("uk", "Київ і Kyiv", "Києв і Keev"),
    ("pl", "Kyiv", "Kyiv"),
]


@pytest.mark.parametrize(("code", "printed", "said"), CASES)
def test_the_list_comes_before_the_rules(code: str, printed: str, said: str) -> None:
    assert " ".join(one.text for one in Speaker(code, LIST).say(printed)) == said
