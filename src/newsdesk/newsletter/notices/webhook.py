"""What a mail service tells of its own accord, as django-anymail reads and verifies it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from typing import Any

from anymail.exceptions import AnymailWebhookValidationFailure
from anymail.signals import AnymailTrackingEvent, tracking
from django.conf import settings
from django.db import Error as DatabaseError
from django.dispatch import receiver
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from newsdesk.newsletter import services
from newsdesk.newsletter.notices.filing import file
from newsdesk.newsletter.notices.reading import NO_COMPLAINT, STATUS
from newsdesk.newsletter.notices.told import Kind, Told
from newsdesk.newsletter.posts import without_addresses
from newsdesk.settings_env.mail import service

logger = logging.getLogger(__name__)

KINDS: dict[str, Kind] = {
    "delivered": "delivered",
    "deferred": "delayed",
    "bounced": "hard",
    "rejected": "hard",
    "complained": "complaint",
}
BY_REASON = {"invalid": "5.1.1", "bounced": "5.1.1", "spam": "5.7.1", "blocked": "5.7.1"}


@csrf_exempt
def webhook(request: HttpRequest) -> HttpResponseBase:
    """Only for the service the settings name, and only with its signature or the secret they give. What cannot be read
    is told again by the service; errors about it quote it, so none is logged but its kind.
    """
    view = _view(service(settings.NEWSDESK_ESP_URL))
    if view is None:
        raise Http404
    try:
        return view(request)
    except (AnymailWebhookValidationFailure, DatabaseError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever strangers write
        logger.warning("what a mail service told cannot be read (%s)", type(error).__name__)
        return HttpResponse(status=500)


def _view(name: str) -> Callable[[HttpRequest], HttpResponseBase] | None:
    if not name or not _proven(services.of(name)):
        return None
    try:
        module = import_module(f"anymail.webhooks.{name}")
    except ImportError:
        return None
    found = [each for name, each in vars(module).items() if name.endswith("TrackingWebhookView")]
    own = [each for each in found if each.__module__ == module.__name__]
    return own[-1].as_view() if own else None


def _proven(spoken: services.Service) -> bool:
    """Whether anything proves who speaks: without, anybody could end anybody's letters."""
    return "WEBHOOK_SECRET" in settings.ANYMAIL or spoken.proof in settings.ANYMAIL


@receiver(tracking, dispatch_uid="newsdesk.notices")
def tracked(sender: Any, event: AnymailTrackingEvent, esp_name: str, **more: Any) -> None:
    """One event of the service becomes a notice; what tells who opened or clicked is not kept."""
    if told := of(event, esp_name):
        file(told, esp_name.lower()[:20], event.timestamp)


def of(event: AnymailTrackingEvent, esp_name: str) -> Told | None:
    """An event as a notice; None for those we do not ask for."""
    kind = KINDS.get(event.event_type)
    if kind is None:
        return None
    words = f"{event.mta_response or ''} {event.description or ''}"
    status = _status(event, words, esp_name) if kind == "hard" else _code(words)
    if kind == "hard" and (_passes(event, esp_name) or status.startswith("4")):
        kind = "soft"
    if kind == "complaint" and event.description in NO_COMPLAINT:
        return None
    about, known_as = (str((event.metadata or {}).get("delivery", "")), str(event.message_id or "")), event.message_id
    key = f"{esp_name}:{event.event_id or known_as}:{event.event_type}:{about[0]}"
    digest = sha256(key.encode()).hexdigest()
    return Told(kind, digest, status, without_addresses(words), about, str(known_as or ""))


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
