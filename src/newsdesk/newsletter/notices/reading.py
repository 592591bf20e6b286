"""Reads a mail that came to the return address: a bounce (RFC 3464), a complaint (RFC 5965), or neither; pure.

What follows no standard is left to ``flufl.bounce``, which knows how dozens of servers have worded it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from hashlib import sha256

from flufl.bounce import all_failures

from newsdesk.newsletter.notices.told import Kind, Told
from newsdesk.newsletter.posts import without_addresses

STATUS = re.compile(r"(?<![\w.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)")
"""No part of a longer row of numbers, such as a server's address."""
CODE = re.compile(r"\b([45][0-5]\d)[ -]")
SERVER = re.compile(r"\b(mailer-daemon|postmaster)@", re.IGNORECASE)
HEADERS = ("Delivered-To", "X-Original-To", "Envelope-To", "To", "X-Failed-Recipients", "Return-Path", "In-Reply-To")
RETURNED = ("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers")
DEEPEST = 20_000
NO_COMPLAINT = ("not-spam", "auth-failure", "dmarc")
"""Kinds of feedback that are no reader's wish (RFC 5965, RFC 6591)."""
BY_CLASS: dict[str, Kind] = {"5": "hard", "4": "delayed", "2": "delivered"}
KINDS: dict[str, Kind] = {"failed": "hard", "delayed": "delayed", "delivered": "delivered", "relayed": "delivered"}


def read(raw: bytes) -> Told | None:
    """What the mail says; None where it is no notice, such as an answer, or a note that somebody is on holiday."""
    mail = message_from_bytes(raw, policy=policy.compat32)
    report = str(mail.get_param("report-type", "") or "").lower()
    about = tuple(_about(mail))
    if report == "feedback-report":
        return _complaint(mail, raw, about)
    if report == "delivery-status" or _part(mail, "message/delivery-status"):
        return _status(mail, raw, about)
    return None if _automatic(mail) else _worded(mail, raw, about)


def _status(mail: Message, raw: bytes, about: tuple[str, ...]) -> Told | None:
    """The first recipient is the only one: each letter goes to one reader."""
    part = _part(mail, "message/delivery-status")
    groups = [group for group in (part.get_payload() if part else []) if isinstance(group, Message)]
    group = next((group for group in groups if group["Action"] or group["Status"]), None)
    if group is None:
        return _worded(mail, raw, about)
    diagnostic = str(group["Diagnostic-Code"] or "").partition(";")[2].strip()
    status = _code(str(group["Status"] or ""), diagnostic)
    action = str(group["Action"] or "failed").split(";")[0].strip().lower()
    kind = KINDS.get(action) or BY_CLASS.get(status[:1])
    if kind is None or action == "expanded":
        return _worded(mail, raw, about)
    if kind == "hard" and status.startswith("4"):
        kind = "soft"  # it was tried until the server gave up
    return Told(kind, _key(mail, raw), status, without_addresses(diagnostic), about)


def _code(status: str, diagnostic: str) -> str:
    """The report's code, or the more exact one of the server it quotes: many say 5.0.0 for everything."""
    own, quoted = STATUS.search(status), STATUS.search(diagnostic)
    if quoted and (own is None or own[1].endswith(".0.0")) and (own is None or own[1][0] == quoted[1][0]):
        return quoted[1]
    return own[1] if own else ""


def _complaint(mail: Message, raw: bytes, about: tuple[str, ...]) -> Told | None:
    part = _part(mail, "message/feedback-report")
    words = _words(part) if part else ""
    found = re.search(r"^Feedback-Type:\s*([\w-]+)", words, re.MULTILINE | re.IGNORECASE)
    kind = found[1].lower() if found else "abuse"
    return None if kind in NO_COMPLAINT else Told("complaint", _key(mail, raw), "", kind, about)


def _worded(mail: Message, raw: bytes, about: tuple[str, ...]) -> Told | None:
    temporary, permanent = all_failures(mail)
    if not temporary and not permanent:
        return None
    words = " ".join(_words(part) for part in mail.walk() if part.get_content_type() == "text/plain")[:DEEPEST]
    codes = [*(code for code in STATUS.findall(words) if code[0] != "2"), *CODE.findall(words), ""]
    kind: Kind = "delayed" if not permanent else "soft" if codes[0].startswith("4") else "hard"
    return Told(kind, _key(mail, raw), codes[0], "", about)


def _automatic(mail: Message) -> bool:
    """An answer nobody wrote (RFC 3834), for a person; mail servers mark their bounces in the same way."""
    if "X-Failed-Recipients" in mail or SERVER.search(str(mail["From"] or "")):
        return False
    submitted = str(mail["Auto-Submitted"] or "no").split(";")[0].strip().lower()
    subject = str(mail["Subject"] or "").lower()
    return submitted == "auto-replied" or "X-Autoreply" in mail or "out of office" in subject


def _about(mail: Message) -> Iterator[str]:
    for name in HEADERS:
        yield from (str(value) for value in mail.get_all(name, ()))
    for part in mail.walk():
        kind = part.get_content_type()
        if kind == "message/delivery-status" or kind == "message/feedback-report":
            yield part.as_string()[:DEEPEST]
        elif kind in RETURNED:
            inner = part.get_payload()
            returned = inner[0] if isinstance(inner, list) and inner else None
            yield _headers(returned) if isinstance(returned, Message) else _words(part)[:DEEPEST]
    yield from _quoted(mail)


def _quoted(mail: Message) -> Iterator[str]:
    """Servers without a standard put the returned headers into the text."""
    if not mail.is_multipart():
        yield _words(mail)[:DEEPEST]


def _headers(mail: Message) -> str:
    return "\n".join(f"{name}: {value}" for name, value in mail.items())[:DEEPEST]


def _part(mail: Message, kind: str) -> Message | None:
    return next((part for part in mail.walk() if part.get_content_type() == kind), None)


def _words(part: Message) -> str:
    held = part.get_payload(decode=True)
    if isinstance(held, bytes):
        return held.decode("utf-8", "replace")
    inner = part.get_payload()
    return "\n".join(str(each) for each in inner) if isinstance(inner, list) else str(inner or "")


def _key(mail: Message, raw: bytes) -> str:
    return sha256(str(mail["Message-ID"] or "").encode() or raw).hexdigest()
