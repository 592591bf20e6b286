"""Whether a statement is printed as a quotation, in the writer's words, or in both."""

from __future__ import annotations

from newsdesk.sources.engine.attribution import Range
from newsdesk.sources.engine.text import Text

SHORTEST = 3


def kind_of(text: Text, content: tuple[Range, ...]) -> str:
    """ "direct" where all of it stands in quotation marks, "mixed" where some does, "indirect" where none does."""
    quotes = [number for first, end in content for number in text.quote_of[first:end]]
    if -1 not in quotes:
        return "direct"
    return "indirect" if max(quotes) < 0 else "mixed"
