"""What a mail service tells of its own accord, as django-anymail reads and verifies it."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from anymail.signals import AnymailTrackingEvent, tracking
from django.conf import settings
from django.dispatch import receiver
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from newsdesk.newsletter.notices.filing import file
from newsdesk.newsletter.notices.reading import STATUS
from newsdesk.newsletter.notices.told import Kind, Told
from newsdesk.newsletter.posts import without_addresses

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
    """Only for the service the settings name, and only with its signature or the secret they give."""
    view = _view(urlsplit(settings.NEWSDESK_ESP_URL).scheme)
    if view is None:
        raise Http404
    return view(request)


def _view(service: str) -> Callable[[HttpRequest], HttpResponseBase] | None:
    if not service or not _verified():
        return None
    try:
        module = import_module(f"anymail.webhooks.{service}")
    except ImportError:
        return None
    found = [each for name, each in vars(module).items() if name.endswith("TrackingWebhookView")]
    own = [each for each in found if each.__module__ == module.__name__]
    return own[-1].as_view() if own else None


def _verified() -> bool:
    """Whether anything proves who speaks: without, anybody could end anybody's letters."""
    return any("WEBHOOK" in name or "SIGNING" in name for name in settings.ANYMAIL)


@receiver(tracking, dispatch_uid="newsdesk.notices")
def tracked(sender: Any, event: AnymailTrackingEvent, esp_name: str, **more: Any) -> None:
    """One event of the service becomes a notice; what tells who opened or clicked is not kept."""
    if told := of(event, esp_name):
        file(told, esp_name.lower()[:20], event.timestamp)


def of(event: AnymailTrackingEvent, service: str) -> Told | None:
    """An event as a notice; None for those we do not ask for."""
    kind = KINDS.get(event.event_type)
    if kind is None:
        return None
    words = f"{event.mta_response or ''} {event.description or ''}"
    found = STATUS.search(words)
    status = found[1] if found else BY_REASON.get(event.reject_reason or "", "") if kind == "hard" else ""
    soft = kind == "hard" and status.startswith("4")
    about = (str((event.metadata or {}).get("delivery", "")), str(event.message_id or ""))
    key = f"{service}:{event.event_id or event.message_id}:{event.event_type}:{about[0]}"
    digest = sha256(key.encode()).hexdigest()
    return Told("soft" if soft else kind, digest, status, without_addresses(words), about)
