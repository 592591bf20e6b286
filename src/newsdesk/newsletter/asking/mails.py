"""The mail that asks for a confirmation, made and signed as letters are."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from django.conf import settings
from django.utils.translation import gettext

from newsdesk.newsletter.asking import drawing
from newsdesk.newsletter.compose.rendered import Rendered
from newsdesk.newsletter.message import Envelope, Mailbox, build
from newsdesk.newsletter.models import Letter
from newsdesk.newsletter.signing import signed


def confirmation(to: str, token: str, letters: Sequence[Letter]) -> tuple[bytes, Envelope]:
    """Text and HTML with two links: to the page that confirms, and to the one that says it was somebody else.

    Raises ``Unsendable``.
    """
    values = {
        "confirm": drawing.url(f"/letters/confirm/{token}/"),
        "not_me": drawing.url(f"/letters/not-me/{token}/"),
        "letters": letters,
    }
    html, text = (drawing.drawn_bare(f"letters/confirmation.{kind}", values) for kind in ("html", "txt"))
    envelope = _envelope(to, letters[0])
    message = build(Rendered(gettext("Please confirm: our letters"), "", html, text), envelope)
    return signed(message, envelope.from_.address), envelope


def _envelope(to: str, letter: Letter) -> Envelope:
    return Envelope(
        to=to,
        from_=Mailbox(letter.from_name, letter.from_address),
        return_path=settings.NEWSDESK_RETURN_PATH or letter.from_address,
        message_id=f"{uuid4().hex}@{letter.from_address.rpartition('@')[2]}",
        automatic=True,
    )
