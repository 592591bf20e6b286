"""What a mail service tells of its own accord, as django-anymail reads and verifies it."""

from __future__ import annotations

import logging
from collections.abc import Callable
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
from newsdesk.newsletter.notices.event import read
from newsdesk.newsletter.notices.filing import file
from newsdesk.settings_env.mail import service

logger = logging.getLogger(__name__)


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
    if told := read(event, esp_name):
        file(told, esp_name.lower()[:20], event.timestamp)
