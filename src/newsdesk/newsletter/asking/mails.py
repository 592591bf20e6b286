"""The mails that ask readers: to confirm, and whether they still want a letter; made and signed as letters are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from django.conf import settings
from django.utils.translation import gettext, override

from newsdesk.newsletter import links
from newsdesk.newsletter.asking import drawing
from newsdesk.newsletter.compose.rendered import Rendered
from newsdesk.newsletter.links import Signed
from newsdesk.newsletter.message import Envelope, Mailbox, build
from newsdesk.newsletter.models import Letter, Subscription
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


def still_wanted(one: Subscription) -> tuple[bytes, Envelope]:
    """With two links: to the page whose button keeps the letter, and to the one that leaves it.

    One that is sent a second time has the Message-ID of the first. Raises ``Unsendable``.
    """
    letter, link = one.letter, Signed(one.subscriber.key, one.letter_id)
    values = {"letter": letter, "keep": links.keep_url(link), "leave": links.leave_url(link)}
    html, text = (drawing.drawn_bare(f"letters/still_wanted.{kind}", values) for kind in ("html", "txt"))
    with override(settings.LANGUAGE_CODE):
        subject = gettext("Do you still want %s?") % letter.name
    name = f"still-{one.pk}-{(one.subscriber.reacted_at or one.asked_at):%Y%m%d}"
    envelope = replace(
        _envelope(one.subscriber.address, letter),
        message_id=f"{name}@{letter.domain}",
        leave_url=links.leave_url(link),
    )
    return signed(build(Rendered(subject, "", html, text), envelope), envelope.from_.address), envelope


def _envelope(to: str, letter: Letter) -> Envelope:
    return Envelope(
        to=to,
        from_=Mailbox(letter.from_name, letter.from_address),
        return_path=settings.NEWSDESK_RETURN_PATH or letter.from_address,
        message_id=f"{uuid4().hex}@{letter.from_address.rpartition('@')[2]}",
        automatic=True,
    )
