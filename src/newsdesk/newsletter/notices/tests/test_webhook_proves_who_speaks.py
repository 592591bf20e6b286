"""The webhook of a mail service: with its secret an event is filed, without it nothing happens."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any

import pytest
from django.core.exceptions import SuspiciousOperation
from django.http import Http404
from django.test import RequestFactory

from newsdesk.newsletter.models import Notice
from newsdesk.newsletter.notices.tests.test_bounces_have_consequences import issue, plain
from newsdesk.newsletter.notices.webhook import webhook
from newsdesk.newsletter.posting.tests.posted import suppressed_for

__all__ = ["issue", "plain"]
pytestmark = pytest.mark.django_db


def told(message_id: str, secret: str) -> Any:
    metadata = {"delivery": message_id.strip("<>")}
    event = {"RecordType": "Bounce", "Type": "HardBounce", "TypeCode": 1, "ID": 42, "MessageID": "esp-1"}
    event |= {"Details": "550 5.1.1 unknown", "BouncedAt": "2026-03-03T09:00:00Z", "Metadata": metadata}
    authorization = "Basic " + b64encode(secret.encode()).decode()
    body = json.dumps(event | {"Email": "ines@mail.example"})
    headers = {"HTTP_AUTHORIZATION": authorization}
    return RequestFactory().post("/letters/notices/", body, content_type="application/json", **headers)


def test_event_is_filed_once(issue: Any, settings: Any) -> None:
    settings.NEWSDESK_ESP_URL = "postmark://?server_token=x"
    settings.ANYMAIL = {"WEBHOOK_SECRET": "service:word"}
    delivery = issue.deliveries.first()
    for _ in range(2):
        assert webhook(told(delivery.message_id, "service:word")).status_code == 200
    notice = Notice.objects.get()
    assert (notice.kind, notice.status, notice.via, notice.delivery) == ("hard", "5.1.1", "postmark", delivery)
    assert suppressed_for(delivery.subscriber.canonical)


def test_stranger_is_not_heard(issue: Any, settings: Any) -> None:
    settings.NEWSDESK_ESP_URL = "postmark://?server_token=x"
    settings.ANYMAIL = {"WEBHOOK_SECRET": "service:word"}
    with pytest.raises(SuspiciousOperation):
        webhook(told(issue.deliveries.first().message_id, "service:guess"))
    settings.ANYMAIL = {"POSTMARK_SERVER_TOKEN": "x"}
    with pytest.raises(Http404):  # where nothing could prove it, nobody is heard
        webhook(told(issue.deliveries.first().message_id, "service:word"))
    assert not Notice.objects.exists()
