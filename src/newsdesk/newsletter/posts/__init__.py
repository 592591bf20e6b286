"""Ways to hand letters over, one file each, found by being there.

Each has ``post()``, which opens one door: ``hand(message, envelope, before_body=…)`` gives a message to the other side
and returns its last words, ``close()`` takes leave. ``before_body`` is asked at the last moment at which nothing has
been said yet; where it answers False, nothing is handed over. A door whose other side can take its time has
``hurry()``: it waits no longer than a single mail is worth.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Protocol, cast

ADDRESS = re.compile(r"[^\s<>()\[\]:;,\"']+@[^\s<>()\[\]:;,\"']+")
LONGEST_REPLY = 300


class Addressed(Protocol):
    """What a way of posting must know of an envelope."""

    @property
    def to(self) -> str: ...

    @property
    def return_path(self) -> str: ...

    @property
    def message_id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Handed:
    """The other side has taken it: ``code`` is its enhanced code or else its number, ``reply`` what it said,
    ``known_as`` the name a mail service gave it.
    """

    code: str
    reply: str
    known_as: str = ""


class Post(Protocol):
    def hand(self, message: bytes, envelope: Addressed, *, before_body: Callable[[], bool]) -> Handed: ...

    def close(self) -> None: ...


class PostError(Exception):
    """Not handed over; ``reader`` where that is about this one reader, not about the server or us."""

    def __init__(self, code: str, reply: str, *, reader: bool = False) -> None:
        self.code, self.reply, self.reader = code[:12], without_addresses(reply), reader
        super().__init__(f"{self.code} {self.reply}")


class PostRefused(PostError):
    """No, for good (5xx)."""


class PostLater(PostError):
    """Not now (4xx)."""


class PostLost(PostError):
    """No answer: before the body nothing was handed over, after it nobody knows."""


class NotHanded(Exception):
    """``before_body`` said no."""


def without_addresses(words: str) -> str:
    """A server's words as they may be kept and shown: one line, printable, nobody's address in it."""
    line = "".join(sign if sign.isprintable() else " " for sign in words)
    return ADDRESS.sub("(address)", " ".join(line.split()))[:LONGEST_REPLY]


def names() -> list[str]:
    return sorted(module.name for module in iter_modules(__path__) if not module.ispkg)


def current() -> Post:
    """A new door of the way that ``NEWSDESK_POST`` names; where it names none, of the one the mail server needs."""
    return cast(Post, _way().post())


def hand_one(message: bytes, envelope: Addressed) -> Handed:
    """A single mail, by a door of its own that is in a hurry: other work stands behind it. Raises ``PostError``."""
    door = current()
    getattr(door, "hurry", lambda: None)()
    try:
        return door.hand(message, envelope, before_body=lambda: True)
    finally:
        door.close()


def takes_internationalised() -> bool:
    """Whether mail can go to addresses with other letters than ASCII's before the @, as far as is known.

    A way that may have to refuse them has a function of this name.
    """
    return bool(getattr(_way(), "takes_internationalised", lambda: True)())


def _way() -> ModuleType:
    from django.conf import settings

    name = settings.NEWSDESK_POST or ("smtp" if settings.EMAIL_BACKEND.endswith("smtp.EmailBackend") else "file")
    return import_module(f"{__name__}.{name}")
