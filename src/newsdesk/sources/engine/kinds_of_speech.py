"""Whether a statement is printed as a quotation, in the writer's words, or in both."""

from __future__ import annotations

from newsdesk.sources.engine.attribution import Range
from newsdesk.sources.engine.text import Text

SHORTEST = 3


def kind_of(text: Text, content: tuple[Range, ...]) -> str:
    """ "direct" where all of it stands in quotation marks, "mixed" where some does, "indirect" where none does."""
    quoted = [all(text.quote_of[index] >= 0 for index in range(first, end)) for first, end in content]
    if all(quoted):
        return "direct"
    some = any(text.quote_of[index] >= 0 for first, end in content for index in range(first, end))
    return "mixed" if some else "indirect"
