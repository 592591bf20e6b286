"""One item as it came from a wire, whatever the format: frozen values in the words of the desk, nothing decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from newsdesk.article.body import Body
from newsdesk.article.edition import Kind

Type = Literal["text", "picture", "composite"]
TYPES: tuple[str, ...] = get_args(Type)
Status = Literal["usable", "withheld", "canceled"]
STATUSES: tuple[str, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a byline; ``role`` is empty for an author, else what is printed."""

    name: str
    is_desk: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph of an item: ``file`` is a relative path or a URL, empty where the item only names the photograph.

    ``credit`` is the whole chain as printed; ``source_type`` an IPTC digital source type URI.
    """

    uri: str
    file: str = ""
    headline: str = ""
    caption: str = ""
    alt: str = ""
    creator: str = ""
    credit: str = ""
    copyright: str = ""
    source_type: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """``uri`` is the item's name for good. Times are aware; ``urgency`` runs from 1 (highest) to 9.

    A picture in ``body`` is named by the ``uri`` of one of ``pictures``, of which the first is the main one; a link to
    another item by that item's. ``related`` are the URIs of other items.
    """

    uri: str
    type: Type
    kind: Kind
    status: Status
    version: str = ""
    language: str = ""
    headline: str = ""
    standfirst: str = ""
    slugline: str = ""
    byline: tuple[Name, ...] = ()
    located: str = ""
    section: str = ""
    topics: tuple[str, ...] = ()
    urgency: int = 5
    body: Body = ()
    pictures: tuple[Photo, ...] = ()
    related: tuple[str, ...] = ()
    first_created: datetime | None = None
    version_created: datetime | None = None
    embargoed_until: datetime | None = None
    expires: datetime | None = None
    ed_note: str = ""
