"""Draws the pages of asking and leaving with the reader's theme, so that they look like the site they belong to."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.template import Context
from django.utils import translation
from django.utils.translation import gettext

from newsdesk.archive.reader import Archive
from newsdesk.press.frame import Frame
from newsdesk.press.framing import frame
from newsdesk.press.serving.rules import NO_CACHE, safety
from newsdesk.press.theme import theme

_KEPT = 10.0


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page that no search engine has business with."""

    title: str
    headline: str
    url: str
    index: bool = False
    type: str = "website"
    description: str = ""
    image: None = None
    published: str = ""
    alternates: tuple[object, ...] = ()
    json_ld: str = ""


@dataclass(frozen=True, slots=True)
class LettersPage:
    """``step`` says which of the pages; ``letters`` are pairs of a letter and whether it is chosen.

    ``action`` is where its button leads; ``agreed`` the words a reader agrees to by it,
    ``why`` what is wrong with an address.
    """

    head: Head
    step: str
    action: str = ""
    agreed: str = ""
    letters: tuple[Any, ...] = ()
    why: str = ""


def answer(step: str, status: int = 200, **values: Any) -> HttpResponse:
    """A page as it is sent: never cached, without a cookie, and without a word of its address to whoever is next."""
    body = _plain(step, _frame_now()) if not values else _drawn(step, _frame_now(), **values)
    response = HttpResponse(body, status=status)
    for name, value in safety("text/html", settings.NEWSDESK_SITE_URL.startswith("https://")):
        response[name] = value
    response["Referrer-Policy"] = "no-referrer"
    response[NO_CACHE[0]] = NO_CACHE[1]
    return response


def drawn_bare(name: str, values: dict[str, Any]) -> str:
    """A template of the theme that is no page of the site: a mail."""
    with translation.override(settings.LANGUAGE_CODE):
        return theme().templates.get_template(name).render(Context({**values, "frame": _frame_now()}))


def url(path: str) -> str:
    """The absolute URL of a path of the site."""
    return str(settings.NEWSDESK_SITE_URL).rstrip("/") + path


@dataclass(slots=True)
class _Frame:
    """The frame, read again after ten seconds, so that many who come at once cost one look."""

    value: Frame | None = None
    read_at: float = field(default=0.0)


_frame = _Frame()


def _frame_now() -> Frame:
    now = time.monotonic()
    if _frame.value is None or now - _frame.read_at > _KEPT:
        _frame.value, _frame.read_at = frame(Archive()), now
    return _frame.value


@lru_cache(maxsize=64)
def _cached(step: str, fingerprint: str) -> bytes:
    return _drawn(step, _frame_now())


def _plain(step: str, at_hand: Frame) -> bytes:
    """A page that says the same to everyone is drawn once."""
    return _cached(step, at_hand.fingerprint)


def _drawn(step: str, at_hand: Frame, **values: Any) -> bytes:
    with translation.override(settings.LANGUAGE_CODE):
        title = gettext("Letters")
        head = Head(f"{title} | {at_hand.site_name}", title, at_hand.url("/letters/sign-up/"))
        page = LettersPage(head, step, **values)
        context = Context({"page": page, "frame": at_hand})
        return theme().templates.get_template("letters/page.html").render(context).encode()
