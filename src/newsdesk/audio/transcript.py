"""What is said, and when: the times for the player, and a transcript that any player reads. Pure.

https://www.w3.org/TR/webvtt1/
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Sequence
from html import escape
from typing import Protocol

LINE = 42
"""Characters that fit a line of a small screen."""
LINES = 2

Times = Sequence[tuple[float, float]]
"""Start and end in seconds, one pair for each sentence; equal where it is not spoken."""


class Spoken(Protocol):
    """A sentence as ``article/spoken.py`` finds it."""

    @property
    def text(self) -> str: ...


def times_json(sentences: Sequence[Spoken], times: Times) -> str:
    """``{"sentences": [[start, end, text], …]}``: the page finds each sentence by its words, whatever theme drew it."""
    rows = [
        [_rounded(start), _rounded(end), said.text]
        for said, (start, end) in zip(sentences, _in_order(times), strict=True)
    ]
    return json.dumps({"sentences": rows}, ensure_ascii=False, separators=(",", ":"))


def web_vtt(sentences: Sequence[Spoken], times: Times) -> str:
    """The transcript: a sentence is one cue, or several where it is longer, each with its share of time."""
    cues = ["WEBVTT\n"]
    for said, (start, end) in zip(sentences, _in_order(times), strict=True):
        cues += _cues(" ".join(said.text.split()), start, end)
    return "\n".join(cues)


def _in_order(times: Times) -> Iterable[tuple[float, float]]:
    """The same, where no sentence begins before the last has ended and none ends before it begins."""
    now = 0.0
    for start, end in times:
        begin = max(now, start)
        now = max(begin, end)
        yield begin, now


def _cues(words: str, start: float, end: float) -> list[str]:
    """Cues of a sentence; none where nothing is said."""
    lines = textwrap.wrap(words, LINE, break_on_hyphens=False)
    pieces = [lines[at : at + LINES] for at in range(0, len(lines), LINES)]
    total, done, cues = sum(map(_length, pieces)), 0, []
    for piece in pieces:
        begin = start + (end - start) * done / total
        done += _length(piece)
        finish = start + (end - start) * done / total
        if _clock(begin) < _clock(finish):  # a cue must last
            cues.append(f"{_clock(begin)} --> {_clock(finish)}\n" + escape("\n".join(piece), quote=False) + "\n")
    return cues


def _length(lines: list[str]) -> int:
    return sum(map(len, lines))


def _clock(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def _rounded(seconds: float) -> float:
    return round(seconds, 2)
