"""Words in another script than the language's own, so that a voice of their language can say them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newsdesk.audio.script.language import Language

SCRIPTS: Mapping[str, str] = {
    "Latin": "A-Za-zÀ-ÖØ-öø-ɏ",
    "Greek": "\u0370-\u03ff",
    "Cyrillic": "\u0400-\u052f",
    "Armenian": "\u0530-\u058f",
    "Hebrew": "\u0590-\u05ff",
    "Arabic": "\u0600-\u06ff\u0750-\u077f",
    "Thai": "\u0e00-\u0e7f",
    "Georgian": "\u10a0-\u10ff",
    "Kana": "\u3040-\u30ff",
    "Hangul": "\uac00-\ud7af",
    "Han": "\u4e00-\u9fff",
}
ALONE: Mapping[str, str] = {
    "Greek": "el", "Armenian": "hy", "Hebrew": "he", "Arabic": "ar", "Thai": "th", "Georgian": "ka", "Kana": "ja",
    "Hangul": "ko",
}  # fmt: skip
"""Scripts that one language of newspapers writes; Arabic's are several, but a voice of another would spell it out."""

TELLING: tuple[tuple[str, str], ...] = (("be", "ўЎ"), ("uk", "іїєґІЇЄҐ"), ("ru", "ыэъёЫЭЪЁ"))
"""Letters that tell the languages of the Cyrillic script apart; the first that is found decides."""


def _run(letters: str) -> str:
    word = rf"[{letters}](?:[{letters}'’-]*[{letters}])?"
    return rf"{word}(?:[ \u00a0]{word})*"


RUNS = {
    home: re.compile(
        rf"(?<!\w)(?:{'|'.join(f'(?P<{name}>{_run(SCRIPTS[name])})' for name in SCRIPTS if name != home)})(?!\w)"
    )
    for home in SCRIPTS
}


def runs(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """``text`` in stretches, each with the code of its language, empty where it is the text's own or uncertain."""
    pattern, at = RUNS.get(str(language.table("script").get("own", ""))), 0
    for found in pattern.finditer(text) if pattern else ():
        code = _language_of(found.group(), found.lastgroup or "", language)
        if code and len(found.group()) > 1:
            yield "", text[at : found.start()]
            yield code, found.group()
            at = found.end()
    yield "", text[at:]


def _language_of(words: str, script: str, language: Language) -> str:
    if script == "Cyrillic":
        for code, letters in TELLING:
            if any(letter in words for letter in letters):
                return code
    return ALONE.get(script) or str(language.table("foreign").get(script, ""))
