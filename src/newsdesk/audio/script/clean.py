"""A text without what nobody hears: emoji, invisible characters, marks of direction."""

from __future__ import annotations

import re

NBSP = "\u00a0"
"""Kept until the rules are done: between figures it means that they belong together."""

UNHEARD = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\u2190-\u21ff\u2300-\u23ff"
    "\u2600-\u27bf\u2b00-\u2bff\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U0001f000-\U0001faff\U000e0000-\U000e0fff"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]+"
)
NARROW = re.compile("[\u00a0\u2007\u2009\u200a\u202f]")
CELLS = re.compile(r"\s*\t\s*")
SPACES = re.compile(r"[^\S\u00a0]+")
LEFTOVER = re.compile(r"[*_~`^\\|<>{}\[\]]+")
APOSTROPHE = re.compile(r"(?<=\w)[’ʼ`´](?=\w)")


def cleaned(text: str) -> str:
    """``text`` on one line, in spaces of two kinds, apostrophes of one; cells of a table are told apart by a comma."""
    text = NARROW.sub(NBSP, UNHEARD.sub("", text))
    text = SPACES.sub(" ", CELLS.sub(", ", text.strip()))
    return APOSTROPHE.sub("'", text)


DASH = re.compile(r"\s+[–—-]+\s+|(?<=\w)—(?=\w)|\s*[()/]\s*(?:[–—-]+\s+)?")
DOUBLED = re.compile(r"([,;:.!?…])\s*,+(?=\s|$)|,(?=\s*[,;:.!?…])")
BEFORE_MARK = re.compile(r"\s+(?=[,.;:!?…]|'s\b)")
TOUCHING = re.compile(r"(?<=[^\W\d])([,;:])(?=[^\W\d])")
ENDS = re.compile(r"^[\s,;:.!?…–—/-]+|[\s,;:–—/-]+$")


def tidied(text: str) -> str:
    """What has been put together: dashes and brackets as commas, nothing doubled, nothing that only the eye needs."""
    text = DASH.sub(", ", LEFTOVER.sub(" ", text).replace(NBSP, " "))
    text = TOUCHING.sub(r"\1 ", BEFORE_MARK.sub("", " ".join(text.split())))
    while (shorter := DOUBLED.sub(r"\1", text)) != text:
        text = shorter
    return ENDS.sub("", " ".join(text.split()))
