"""An issue as drawn, and who it goes to, to the bytes of a mail (RFC 5322, RFC 2045, RFC 2369, RFC 8058).

Headers are written here and not by Python's ``email`` policies: these turn a long token into an encoded word, and then
no mail program can leave by one click. A part is sent as it is where it is ASCII in short lines, else as base64: no
relay has to recode it, which would break the signature, and no soft break of quoted-printable cuts a link in two.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from email.header import Header
from email.utils import format_datetime
from functools import lru_cache
from hashlib import sha256
from html import escape
from typing import NamedTuple

from newsdesk.newsletter.compose.rendered import LEAVE, PREFERENCES, Rendered

LINE = 78
LONGEST = 998
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_LOCAL = r"[^\s@<>()\[\]\\,:;\"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{1,64}"
_ADDRESS = re.compile(_LOCAL + r"@[A-Za-z0-9.-]{1,253}")
_TOKEN = re.compile(r"[!-;=?-~]{1,900}")
"""What may stand between angle brackets: printable ASCII without brackets or spaces."""


class Unsendable(ValueError):
    """A value that cannot stand in a header; the text names the header, never the value."""


class Mailbox(NamedTuple):
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """Whom one message goes to, and what is theirs alone; ``message_id`` and ``list_id`` without angle brackets.

    ``return_path`` is for the server's dialogue and stands in no header; ``leave_mailto`` is a ``mailto:`` URL.
    ``automatic`` asks for no answer from a machine (RFC 3834).
    """

    to: str
    from_: Mailbox
    return_path: str
    message_id: str
    leave_url: str = ""
    preferences_url: str = ""
    leave_mailto: str = ""
    list_id: str = ""
    list_name: str = ""
    feedback_id: str = ""
    reply_to: str = ""
    date: datetime | None = None
    automatic: bool = False

    @property
    def needs_utf8(self) -> bool:
        """Whether the server must speak SMTPUTF8 (RFC 6531)."""
        return not "".join((self.to, self.from_.address, self.reply_to, self.return_path)).isascii()


def build(rendered: Rendered, envelope: Envelope) -> bytes:
    """The whole message with CRLF and lines of at most 998 bytes; raises ``Unsendable``."""
    boundary = "=_" + sha256(envelope.message_id.encode()).hexdigest()[:32]
    mark = f"--{boundary}".encode()
    head = "\r\n".join([*_headers(rendered, envelope), f'Content-Type: multipart/alternative; boundary="{boundary}"'])
    text = _part("plain", _theirs(rendered.text, envelope.leave_url, envelope.preferences_url))
    html = _part("html", _theirs(rendered.html, escape(envelope.leave_url), escape(envelope.preferences_url)))
    return b"\r\n".join([head.encode(), b"", mark, text, b"", mark, html, b"", mark + b"--", b""])


def _headers(rendered: Rendered, envelope: Envelope) -> list[str]:
    """Kept by the order mail programs show them in; Return-Path is the receiver's to write."""
    return [
        f"From: {_mailbox('From', envelope.from_)}",
        f"To: {_address('To', envelope.to)}",
        *([f"Reply-To: {_address('Reply-To', envelope.reply_to)}"] if envelope.reply_to else []),
        f"Subject: {_words('Subject', rendered.subject)}",
        f"Date: {format_datetime(envelope.date or datetime.now(UTC))}",
        f"Message-ID: {_token('Message-ID', envelope.message_id)}",
        *_list(envelope),
        *(["Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All"] if envelope.automatic else []),
        "MIME-Version: 1.0",
    ]


def _list(envelope: Envelope) -> list[str]:
    """What makes it a letter that one click can leave."""
    lines = []
    if envelope.list_id:
        lines.append(f"List-Id: {_phrase('List-Id', envelope.list_name)}{_token('List-Id', envelope.list_id)}")
    if envelope.leave_url:
        ways = [envelope.leave_url, *([envelope.leave_mailto] if envelope.leave_mailto else [])]
        lines.append("List-Unsubscribe: " + ",\r\n ".join(_token("List-Unsubscribe", way) for way in ways))
        lines.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    if envelope.feedback_id:
        lines.append("Feedback-ID: " + _token("Feedback-ID", envelope.feedback_id)[1:-1])
    return lines


def _words(header: str, words: str) -> str:
    """Plain where it can be, else encoded words; what would break a line is a space."""
    clean = " ".join(_CONTROL.sub(" ", words).split(" ")).strip()
    plain = clean.isascii() and "=?" not in clean and max(map(len, clean.split(" "))) < LINE - len(header) - 2
    return _folded(header, clean) if plain else _encoded(header, clean)


def _folded(header: str, words: str) -> str:
    lines, room = [""], LINE - len(header) - 2
    for word in words.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) + 1 > room:
            lines.append("")
            room = LINE - 1
        lines[-1] += (" " if lines[-1] else "") + word
    return "\r\n ".join(lines)


def _mailbox(header: str, mailbox: Mailbox) -> str:
    return f"{_phrase(header, mailbox.name)}<{_address(header, mailbox.address)}>"


def _phrase(header: str, name: str) -> str:
    """A name before angle brackets, with the space between them; empty where there is none."""
    clean = " ".join(_CONTROL.sub(" ", name).split())
    if not clean:
        return ""
    if clean.isascii() and "=?" not in clean and len(clean) < LINE - len(header) - 4:
        return '"' + re.sub(r'(["\\])', r"\\\1", clean) + '"\r\n '
    return _encoded(header, clean) + "\r\n "


@lru_cache(maxsize=64)
def _encoded(header: str, words: str) -> str:
    """Encoded words (RFC 2047); what an issue says to all its readers is encoded once."""
    return Header(words, "utf-8", LINE, header).encode(linesep="\r\n")


def _address(header: str, address: str) -> str:
    if not _ADDRESS.fullmatch(address):
        raise Unsendable(header)
    return address


def _token(header: str, token: str) -> str:
    """Between angle brackets, in one piece: a URL folded inside is no URL any more."""
    if not _TOKEN.fullmatch(token):
        raise Unsendable(header)
    return f"<{token}>"


def _theirs(drawn: str, leave: str, preferences: str) -> str:
    return drawn.replace(LEAVE, leave).replace(PREFERENCES, preferences)


def _part(kind: str, words: str) -> bytes:
    lines = words.encode("utf-8", "replace").splitlines()
    plain = words.isascii() and "\0" not in words and max(map(len, lines), default=0) <= LONGEST
    whole = b"\r\n".join([*lines, b""])
    way, body = ("7bit", whole[:-2]) if plain else ("base64", _base64(whole))
    head = f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: {way}\r\n\r\n"
    return head.encode() + body


def _base64(data: bytes) -> bytes:
    whole = b64encode(data)
    return b"\r\n".join(whole[start : start + 76] for start in range(0, len(whole), 76))
