"""Hands letters to a mail service's API, through django-anymail's backend of it (https://anymail.dev).

An API has no 354: ``before_body`` is asked before the call, so whatever is lost in it is unknown. The service signs,
and tells of bounces by its webhook; the Message-ID goes along, and the service's own name of the letter is kept, so
that what it tells says whose it is.
"""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from newsdesk.newsletter import services
from newsdesk.newsletter.posts import Addressed, Handed, NotHanded, PostLater, PostLost, PostRefused

KEPT = ("List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "Message-ID", "Feedback-ID", "Reply-To")
"""Headers that are ours; the rest is the service's."""
OUR_FAULT = frozenset({401, 402, 403, 404})
NOT_NOW = frozenset({429, 503})


def post() -> AnymailPost:
    from django.conf import settings
    from django.core.mail import get_connection

    from newsdesk.settings_env.mail import service

    name = service(settings.NEWSDESK_ESP_URL)
    return AnymailPost(get_connection(f"anymail.backends.{name}.EmailBackend"), services.of(name))


class AnymailPost:
    def __init__(self, backend: Any, service: services.Service) -> None:
        self.backend, self.service = backend, service

    def hand(self, message: bytes, envelope: Addressed, *, before_body: Callable[[], bool]) -> Handed:
        from anymail.exceptions import AnymailAPIError, AnymailError

        mail = converted(message, envelope, self.service)
        if not before_body():
            raise NotHanded
        try:
            self.backend.send_messages([mail])
        except AnymailAPIError as error:
            raise judged(status_of(error), type(error).__name__) from None
        except AnymailError as error:  # of this one message, before or instead of the call
            raise PostRefused("5.6.0", type(error).__name__, reader=True) from None
        return self._handed(mail)

    def close(self) -> None:
        self.backend.close()

    def _handed(self, mail: Any) -> Handed:
        status = mail.anymail_status
        if status.status and status.status <= {"rejected", "invalid", "failed"}:
            raise PostRefused("5.7.0", f"the service refused it ({', '.join(sorted(status.status))})", reader=True)
        known_as = "" if status.message_id is None else str(status.message_id)
        return Handed("2.0.0", f"taken by the service as {known_as}"[:300], known_as)


def status_of(error: Any) -> int | None:
    """The HTTP status of an answer, which boto3 keeps elsewhere."""
    if isinstance(error.response, dict):
        status: int | None = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode")
        return status
    return error.status_code if isinstance(error.status_code, int) else None


def judged(status: int | None, name: str) -> PostRefused | PostLater | PostLost:
    """What an HTTP status says; without one, or from a service that broke, nobody knows whether it was taken."""
    if status in NOT_NOW:
        return PostLater("4.3.2", f"HTTP {status}")
    if status in OUR_FAULT:
        return PostRefused("5.7.8", f"HTTP {status}")
    if status and 400 <= status < 500:
        return PostRefused("5.6.0", f"HTTP {status}", reader=True)
    return PostLost("", f"HTTP {status}" if status else name)


def converted(message: bytes, envelope: Addressed, service: services.Service) -> Any:
    """The message as Django's mail knows it: its text and HTML, and the headers that are ours and the service takes."""
    from anymail.message import AnymailMessage

    parsed = message_from_bytes(message, policy=policy.default)
    kept = {name: str(parsed[name]).replace("\n", "") for name in KEPT if parsed[name] and name not in service.refuses}
    subject, sender = str(parsed["Subject"] or ""), str(parsed["From"])
    mail = AnymailMessage(subject, _text(parsed, "plain"), sender, [envelope.to], headers=kept | dict(service.headers))
    if html := _text(parsed, "html"):
        mail.attach_alternative(html, "text/html")
    if service.metadata:
        mail.metadata = {"delivery": envelope.message_id.strip("<>")}
    if service.tracks:
        mail.track_opens = mail.track_clicks = False
    return mail


def _text(parsed: EmailMessage, kind: str) -> str:
    part = parsed.get_body((kind,))
    return str(part.get_content()) if part else ""
