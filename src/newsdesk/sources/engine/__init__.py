"""Text in, statements with their chains out. Pure Python: imports nothing of Newsdesk but itself, and no Django."""

from __future__ import annotations

from datetime import date
from typing import Any

from newsdesk.sources.engine.attribution import Range
from newsdesk.sources.engine.language import language
from newsdesk.sources.engine.linker import link
from newsdesk.sources.engine.reader import record
from newsdesk.sources.engine.record import Link, Record, Span, Statement
from newsdesk.sources.engine.text import Text, parse

__all__ = ["Link", "Record", "Span", "Statement", "for_scoring", "read"]


def read(text: str, published: date, code: str = "en") -> Record:
    """Every statement of ``text`` in its order; any text will do, and none raises.

    ``published`` is the day the text came out, by which "on Monday" is resolved. ``code`` names a folder of
    ``languages/``; KeyError where there is none. Offsets are characters of ``text``, end exclusive.
    """
    return record(parse(text, language(code)), published, wide=False)


def for_scoring(text: str) -> list[dict[str, Any]]:
    """Flat attributions, private states included: ``content``, ``cue`` and ``source``, the first link's mention."""
    parsed = parse(text, language("en"))
    return [
        {
            "content": [_characters(parsed, span) for span in each.content],
            "cue": _characters(parsed, each.cue),
            "source": _characters(parsed, each.source),
            "why": each.why,
        }
        for each in link(parsed, wide=True)
    ]


def _characters(text: Text, span: Range | None) -> tuple[int, int] | None:
    return (text.tokens[span[0]].start, text.tokens[span[1] - 1].end) if span else None
