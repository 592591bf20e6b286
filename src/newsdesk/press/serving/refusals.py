"""Refusals that the reader words itself: a status and a plain page that no cache keeps (RFC 9110 section 15).

They are worded in the newsroom's language by Python's own gettext, since the reader knows no Django.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from gettext import translation
from pathlib import Path

from .rules import NO_CACHE, Headers

_LOCALE = Path(__file__).with_name("locale")
_PAGE = (
    '<!doctype html><html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>{title}</title><h1>{title}</h1><p>{words}</p></html>\n"
)
_PAGE_ONLY = [
    ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", "default-src 'none'"),
    ("Referrer-Policy", "no-referrer"),  # its address may open somebody's letters
]


@dataclass(slots=True)
class _Voice:
    """The language a reader process speaks, and how English becomes it."""

    language: str = "en"
    translate: Callable[[str], str] = str


_voice = _Voice()


def speak(language: str) -> None:
    """Words all refusals in this language from now on; in English where there is no catalogue of it."""
    found = translation("refusals", _LOCALE, [language], fallback=True)
    _voice.language, _voice.translate = language, found.gettext


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a request is told that neither the shelf nor the desk answers."""

    status: int
    title: str
    words: str

    def page(self) -> tuple[int, Headers, bytes]:
        """What is sent: status, headers, body."""
        title, words = map(_voice.translate, (self.title, self.words))
        page = _PAGE.format(language=_voice.language, title=title, words=words).encode()
        headers = [("Content-Type", "text/html; charset=utf-8"), NO_CACHE, *_PAGE_ONLY]
        if self.status == 503:
            headers.append(("Retry-After", "5"))
        return self.status, headers, page


class RefusedError(Exception):
    """The request is answered by ``refusal``."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.title)
        self.refusal = refusal


FAILED = Refusal(500, "Something went wrong", "It has been noted. Please try again in a moment.")
REPLACED = Refusal(503, "Please try again", "This page is being replaced just now.")
NOT_FOUND = Refusal(404, "Not found", "There is no page at this address.")
NOT_UNDERSTOOD = Refusal(400, "Not understood", "What was sent is no request that this server can read.")
TOO_SLOW = Refusal(408, "Too slow", "The request did not arrive in time.")
HEADERS_TOO_LARGE = Refusal(431, "Too much", "The address and the headers of a request must fit into 32 KB.")
UNKNOWN_CODING = Refusal(501, "Not understood", "A body may come in chunks, but in no other transfer coding.")
UNKNOWN_VERSION = Refusal(505, "Not understood", "This server speaks HTTP/1.1 and HTTP/1.0.")
NO_BODY = Refusal(413, "Nothing is taken here", "A request for a page carries no body.")
SILENT = Refusal(408, "The upload stopped", "Nothing arrived for half a minute. Please try again.")
TOO_LARGE = Refusal(413, "This is too large", "The desk does not take files of this size.")
DESK_DOWN = Refusal(
    503, "The desk is not running", "Please try again in a few seconds. The site itself is not affected."
)
DESK_BUSY = Refusal(503, "The desk is busy", "Please try again in a few seconds.")
DESK_SLOW = Refusal(504, "The desk took too long", "Your work may have been done; look before you try again.")
LEFT = Refusal(200, "You have left", "It is not sent to you any more. An issue already on its way may still arrive.")
