"""The language of a text is guessed from its small words, so that nobody has to say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.sources.engine.guess import guess
from newsdesk.sources.engine.language import languages


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The bridge will stay shut until May, the minister said.", "en"),
        ("Міст не відкриють до травня, сказала міністерка, бо опори ще не готові.", "uk"),
        ("“Київ” is how the ship was called in the harbour.", "en"),
        ("", "en"),
        ("12 345 — !", "en"),
        ("橋は閉鎖された。", "en"),
    ],
)
def test_a_language_is_guessed(text: str, code: str) -> None:
    assert guess(text) == code


@given(st.text(max_size=300))
def test_any_text_has_a_language_there_is(text: str) -> None:
    assert guess(text) in languages()
