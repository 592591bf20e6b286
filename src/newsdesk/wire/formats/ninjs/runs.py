"""Runs as they come out of markup -> the text of one paragraph: blanks as a browser shows them, equal marks joined."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from newsdesk.article.body import Run, Text

_BLANKS = re.compile(r"[ \t\r\f]*\n[ \t\r\f\n]*|[ \t\r\f]+")


def tidy(runs: Iterable[Run]) -> Text:
    """``\\n`` in a run is a line break by intent; other stretches of blanks become one, none stands at either end."""
    joined: list[Run] = []
    blank = True
    for run in runs:
        words = _BLANKS.sub(lambda found: "\n" if "\n" in found[0] else " ", run.text)
        words = words.lstrip() if blank else words
        if not words:
            continue
        blank = words[-1] in " \n"
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + words)
        else:
            joined.append(replace(run, text=words))
    return _without_end(joined)


def _without_end(runs: list[Run]) -> Text:
    while runs:
        words = runs[-1].text.rstrip(" \n")
        if words:
            return (*runs[:-1], replace(runs[-1], text=words))
        runs = runs[:-1]
    return ()
