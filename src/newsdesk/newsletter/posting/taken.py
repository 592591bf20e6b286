"""A delivery a worker has claimed, as plain values a courier can work with."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsdesk.newsletter.posting.seam import Rendered


@dataclass(frozen=True, slots=True)
class Taken:
    """``key`` stands for the delivery in links; the address is never shown."""

    id: int
    issue: str
    key: str
    to: str = field(repr=False)
    from_: str
    return_path: str
    message_id: str
    list_id: str
    feedback_id: str
    rendered: Rendered = field(repr=False)
