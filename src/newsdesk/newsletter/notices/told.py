"""What one bounce, delay, complaint or leave says, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["delivered", "delayed", "soft", "hard", "complaint", "left"]


@dataclass(frozen=True, slots=True)
class Told:
    """``about`` are words in which our token or Message-ID may stand: return addresses, an envelope's id, the returned
    headers. ``known_as`` is what the mail service that tells it calls the letter. ``key`` makes one of a notice told
    twice. ``said`` has nobody's address in it.
    """

    kind: Kind
    key: str
    status: str = ""
    said: str = ""
    about: tuple[str, ...] = field(default=(), repr=False)
    known_as: str = ""
