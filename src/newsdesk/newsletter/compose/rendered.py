"""An issue as drawn once for all who get it; what is theirs alone are marks that a message fills in."""

from __future__ import annotations

from dataclasses import dataclass

LEAVE = "urn:newsdesk:leave"
PREFERENCES = "urn:newsdesk:preferences"
CLIPPED_FROM = 102 * 1024
"""Bytes of HTML from which Gmail shows the beginning only, and hides the leave link at the end."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """``version`` is the issue's; ``cards`` are the articles shown, each with the number of its edition.

    ``links`` are the references that counted links lead to, by their numbers from 1 on.
    """

    subject: str
    preview: str
    html: str
    text: str
    version: int = 1
    cards: tuple[tuple[str, int], ...] = ()
    links: tuple[str, ...] = ()

    @property
    def weight(self) -> int:
        """Bytes of the HTML part."""
        return len(self.html.encode())

    @property
    def clipped(self) -> bool:
        return self.weight >= CLIPPED_FROM
