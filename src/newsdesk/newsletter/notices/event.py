"""Reads an event of a mail service, in the form django-anymail gives to all of them; pure."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from newsdesk.newsletter import services
from newsdesk.newsletter.notices.reading import NO_COMPLAINT, STATUS
from newsdesk.newsletter.notices.told import Kind, Told
from newsdesk.newsletter.posts import without_addresses

if TYPE_CHECKING:
    from anymail.signals import AnymailTrackingEvent

KINDS: dict[str, Kind] = {
    "delivered": "delivered",
    "deferred": "delayed",
    "bounced": "hard",
    "rejected": "hard",
    "complained": "complaint",
    "unsubscribed": "left",
}
BY_REASON = {"invalid": "5.1.1", "bounced": "5.1.1", "spam": "5.7.1", "blocked": "5.7.1"}


def read(event: AnymailTrackingEvent, esp_name: str) -> Told | None:
    """What it tells; None for kinds we do not ask for."""
    kind = KINDS.get(event.event_type)
    if kind is None:
        return None
    words = f"{event.mta_response or ''} {event.description or ''}"
    status = _status(event, words, esp_name) if kind == "hard" else _code(words)
    if kind == "hard" and (_passes(event, esp_name) or status.startswith("4")):
        kind = "soft"
    if kind == "complaint" and event.description in NO_COMPLAINT:
        return None
    ours, known_as = str((event.metadata or {}).get("delivery", "")), str(event.message_id or "")
    key = f"{esp_name}:{event.event_id or known_as}:{event.event_type}:{ours}"
    digest = sha256(key.encode()).hexdigest()
    return Told(kind, digest, status, without_addresses(words), (ours, known_as), known_as)


def _status(event: AnymailTrackingEvent, words: str, esp_name: str) -> str:
    """The server's code, else what the service's reason comes to; *bounced* says nothing where that may mean *soft*."""
    reason = event.reject_reason or ""
    if reason == "bounced" and _passes(event, esp_name) is not False:
        reason = ""
    return _code(words) or BY_REASON.get(reason, "")


def _passes(event: AnymailTrackingEvent, esp_name: str) -> bool | None:
    """Whether the service says that a bounce may pass; None where it does not say."""
    soft = services.of(esp_name).soft
    return soft(event.esp_event or {}) if soft else None


def _code(words: str) -> str:
    found = STATUS.search(words)
    return found[1] if found else ""
