"""All mentions of a text, found at a place, and the source each stands for."""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.sources.engine.names.mention import Mention
from newsdesk.sources.engine.record import Link
from newsdesk.sources.engine.text import Text


class Names:
    """The mentions of one text, in order and without overlap."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self.mentions: list[Mention] = []
        self._at: dict[int, Mention] = {}

    def covering(self, index: int) -> Mention | None:
        """The mention a token belongs to."""
        return self._at.get(index)

    def starting_at(self, index: int) -> Mention | None:
        mention = self._at.get(index)
        return mention if mention and mention.first == index else None

    def ending_at(self, index: int) -> Mention | None:
        """The mention whose last token is the one before ``index``."""
        return self._at.get(index - 1)

    def link(self, first: int, end: int, speakers: Sequence[Link] = ()) -> Link:
        """Who the words from ``first`` to before ``end`` stand for; the last of ``speakers`` spoke last."""
        span = self._text.span(first, end)
        return Link(span.text, self.kind(first, end), None, span)

    def kind(self, first: int, end: int) -> str:
        return "person"

    def is_outlet(self, first: int, end: int) -> bool:
        return self.kind(first, end) == "outlet"
