"""Hands letters to a mail service's API, through django-anymail's backend of it (https://anymail.dev).

An API has no 354: ``before_body`` is asked before the call, so whatever is lost in it is unknown. The service signs,
and tells of bounces by its webhook; the Message-ID goes along, so that what it tells says whose it is.
"""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from newsdesk.newsletter.posts import Addressed, Handed, NotHanded, PostLater, PostLost, PostRefused

KEPT = ("List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "Message-ID", "Feedback-ID", "Reply-To")
"""Headers that are ours; the rest is the service's."""
OUR_FAULT = frozenset({401, 402, 403, 404})
NOT_NOW = frozenset({429, 503})


def post() -> AnymailPost:
    from urllib.parse import urlsplit

    from django.conf import settings
    from django.core.mail import get_connection

    return AnymailPost(get_connection(f"anymail.backends.{urlsplit(settings.NEWSDESK_ESP_URL).scheme}.EmailBackend"))


class AnymailPost:
    def __init__(self, backend: Any) -> None:
        self.backend = backend

    def hand(self, message: bytes, envelope: Addressed, *, before_body: Callable[[], bool]) -> Handed:
        from anymail.exceptions import AnymailAPIError, AnymailError

        mail = converted(message, envelope)
        if not before_body():
            raise NotHanded
        try:
            self.backend.send_messages([mail])
        except AnymailAPIError as error:
            raise judged(error.status_code, type(error).__name__) from None
        except AnymailError as error:  # of this one message, before or instead of the call
            raise PostRefused("5.6.0", type(error).__name__, reader=True) from None
        return self._handed(mail)

    def close(self) -> None:
        self.backend.close()

    def _handed(self, mail: Any) -> Handed:
        status = mail.anymail_status
        if status.status and status.status <= {"rejected", "invalid", "failed"}:
            raise PostRefused("5.7.0", f"the service refused it ({', '.join(sorted(status.status))})", reader=True)
        return Handed("2.0.0", f"taken by the service as {status.message_id}"[:300])


def judged(status: int | None, name: str) -> PostRefused | PostLater | PostLost:
    """What an HTTP status says; without one, or from a service that broke, nobody knows whether it was taken."""
    if status in NOT_NOW:
        return PostLater("4.3.2", f"HTTP {status}")
    if status in OUR_FAULT:
        return PostRefused("5.7.8", f"HTTP {status}")
    if status and 400 <= status < 500:
        return PostRefused("5.6.0", f"HTTP {status}", reader=True)
    return PostLost("", f"HTTP {status}" if status else name)


def converted(message: bytes, envelope: Addressed) -> Any:
    """The message as Django's mail knows it: its text and HTML, and the headers that are ours."""
    from anymail.message import AnymailMessage

    parsed = message_from_bytes(message, policy=policy.default)
    headers = {name: str(parsed[name]).replace("\n", "") for name in KEPT if parsed[name]}
    subject, sender = str(parsed["Subject"] or ""), str(parsed["From"])
    mail = AnymailMessage(subject, _text(parsed, "plain"), sender, [envelope.to], headers=headers)
    if html := _text(parsed, "html"):
        mail.attach_alternative(html, "text/html")
    mail.metadata = {"delivery": envelope.message_id.strip("<>")}
    mail.track_opens = mail.track_clicks = False
    return mail


def _text(parsed: EmailMessage, kind: str) -> str:
    part = parsed.get_body((kind,))
    return str(part.get_content()) if part else ""
