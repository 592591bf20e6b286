"""Text in, statements with their chains out. Pure Python: imports nothing of Newsdesk but itself, and no Django."""

from __future__ import annotations

from datetime import date
from typing import Any

from newsdesk.sources.engine.language import language
from newsdesk.sources.engine.linker import link
from newsdesk.sources.engine.record import Link, Record, Span, Statement
from newsdesk.sources.engine.text import parse

__all__ = ["Link", "Record", "Span", "Statement", "for_scoring", "read"]


def read(text: str, published: date, code: str = "en") -> Record:
    """Every statement of ``text`` in its order; any text will do, and none raises.

    ``published`` is the day the text came out, by which "on Monday" is resolved. ``code`` names a folder of
    ``languages/``; KeyError where there is none. Offsets are characters of ``text``, end exclusive.
    """
    parse(text, language(code))
    return Record((), ())


def for_scoring(text: str) -> list[dict[str, Any]]:
    """Statements as flat attributions, each with ``content``, ``cue`` and ``source`` (the first link's mention)."""
    parsed = parse(text, language("en"))
    pair = lambda r: (parsed.tokens[r[0]].start, parsed.tokens[r[1] - 1].end) if r else None
    return [
        {"content": [pair(c) for c in a.content], "cue": pair(a.cue), "source": pair(a.source), "why": a.why}
        for a in link(parsed, True)
    ]
