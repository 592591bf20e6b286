"""Cuts a text into words and marks, each with its place."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsdesk.sources.engine.language import Language


class Token(NamedTuple):
    """One word or mark: ``source[start:end]``."""

    start: int
    end: int
    text: str


def tokens(source: str, language: Language) -> list[Token]:
    """Every word and mark; an abbreviation keeps its stop, a clitic (``'s``) stands by itself."""
    make = tuple.__new__  # half the cost of ``Token(…)``, some thousand times a text
    return [make(Token, (*found.span(), found[0])) for found in _pattern(language).finditer(source)]


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    table = language.table("tokens")
    clitic = r"['’](?:" + ("|".join(table.get("clitics", ())) or "(?!)") + r")\b"
    stops = sorted([*table.get("abbreviations", ()), *table.get("ending", ())], key=len, reverse=True)
    abbreviation = r"\b(?=[\w.]{1,8}\.)(?:" + ("|".join(re.escape(word) for word in stops) or "(?!)") + r")\.(?!\w)"
    return re.compile(
        r"[^\W\d_]++(?=[ ,])|,"  # most words; the rest is for what is left
        rf"|{clitic}"
        rf"|{abbreviation}"
        r"|\b(?:[^\W\d_]\.){2,}"  # U.S., J.K.
        r"|\b[^\W\d_a-z]\.(?=\s*[^\W\d_a-z])"  # the initial of a name
        rf"|\d+(?:[.,:]\d+)*(?:[^\W_]+)?(?:-[^\W_]+)*|[^\W_]+(?:(?:-|(?!{clitic})['’])[^\W_]+)*"
        r"|(?<=\S)'(?=''(?!'))"  # the inner one of three that close
        r"|``|''|\.{2,}|-{2,}|[^\s]"
    )
