"""One answer of a mail server, and what it means for what was asked (RFC 5321, 4.2; RFC 2034)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdesk.newsletter.posts import PostLater, PostLost, PostRefused

ENHANCED = re.compile(r"\s*([245]\.\d{1,3}\.\d{1,3})\b")


@dataclass(frozen=True, slots=True)
class Reply:
    number: int
    text: str

    @property
    def fine(self) -> bool:
        return 200 <= self.number < 400

    @property
    def status(self) -> str:
        """The enhanced code where there is one, else the number."""
        found = ENHANCED.match(self.text)
        return found[1] if found else str(self.number)

    def judged(self, *, reader: bool) -> Reply:
        """Itself where it is a yes; else raises. A 421 is never about a reader: the server wants to be left alone."""
        if self.fine:
            return self
        if self.number == 421:
            raise PostLater("421", self.text)
        if 400 <= self.number < 500:
            raise PostLater(self.status, self.text, reader=reader)
        if 500 <= self.number < 600:
            raise PostRefused(self.status, self.text, reader=reader)
        raise PostLost(str(self.number), "an answer that is none")
