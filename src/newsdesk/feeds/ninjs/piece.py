"""An article with everything that goes along with it, looked up: what a document is written from."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.article.clip import Clip
from newsdesk.article.edition import Edition
from newsdesk.article.picture import Picture
from newsdesk.feeds.feed import Photo


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture as the article uses it: its own values, the file that is offered, and the words for who cannot see."""

    picture: Picture
    photo: Photo
    alt: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody what is printed comes from: ``role`` is ``origin``, ``through`` or ``supplier``; ``url`` is its page."""

    name: str
    role: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """``url`` is the permalink, ``html`` the whole text; the lead picture comes first."""

    edition: Edition
    url: str
    html: str
    parties: tuple[Party, ...] = ()
    shots: tuple[Shot, ...] = ()
    clip: Clip | None = None


@dataclass(frozen=True, slots=True)
class Bundle:
    """The newest pieces, newest first."""

    pieces: tuple[Piece, ...]
