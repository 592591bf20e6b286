"""A delivery a worker has claimed, as plain values a courier can work with."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsdesk.newsletter.compose.rendered import Rendered
from newsdesk.newsletter.message import Envelope


@dataclass(frozen=True, slots=True)
class Taken:
    """``envelope`` has the address, which is never shown."""

    id: int
    issue: str
    envelope: Envelope = field(repr=False)
    rendered: Rendered = field(repr=False)
