"""An issue as it is mailed, for those who look at it before: the same drawing, and one mail to the desk."""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from django.conf import settings

from newsdesk.archive.codec import decode
from newsdesk.archive.reader import Archive
from newsdesk.article import letter as nouns
from newsdesk.article.body import Body
from newsdesk.newsletter import links, posts
from newsdesk.newsletter.compose.draw import Particulars, draw
from newsdesk.newsletter.compose.look import Look
from newsdesk.newsletter.compose.rendered import Rendered
from newsdesk.newsletter.links import Signed
from newsdesk.newsletter.message import Envelope, Mailbox, build
from newsdesk.newsletter.models import Issue
from newsdesk.press.framing import frame

NOBODY = Signed(UUID(int=0))
"""Whom the links of a test are for: they open, and change nothing."""


def drawn(issue: Issue) -> Rendered:
    """The issue with today's cards."""
    archive = Archive()
    body: Body = decode(issue.body, Body)  # type: ignore[arg-type]
    about = Particulars(
        letter=issue.letter.name,
        language=issue.letter.language,
        postal_address=getattr(settings, "NEWSDESK_POSTAL_ADDRESS", ""),
        web_path=nouns.path(str(issue.of_id or issue.pk)),
        imprint=settings.NEWSDESK_SITE_NAME,
    )
    return draw(issue.subject, issue.preview, body, about, Look(archive, frame(archive)), issue.version)


def mark(rendered: Rendered) -> str:
    """By which two drawings are told apart."""
    words = "\0".join((rendered.subject, rendered.preview, rendered.html, rendered.text))
    return sha256(words.encode()).hexdigest()[:32]


def as_seen(issue: Issue) -> str:
    return mark(drawn(issue))


def send_test(issue: Issue, to: str) -> None:
    """The mail itself to one address of the desk. Raises ``PostError`` and ``Unsendable``."""
    door, envelope = posts.current(), _envelope(issue, to)
    try:
        door.hand(build(drawn(issue), envelope), envelope, before_body=lambda: True)
    finally:
        door.close()


def _envelope(issue: Issue, to: str) -> Envelope:
    letter, host = issue.letter, urlsplit(settings.NEWSDESK_SITE_URL).hostname or "localhost"
    return Envelope(
        to=to,
        from_=Mailbox(letter.from_name, letter.from_address),
        return_path=letter.from_address,
        message_id=f"{uuid4().hex}@{letter.from_address.rpartition('@')[2]}",
        leave_url=links.leave_url(NOBODY),
        preferences_url=links.preferences_url(NOBODY),
        list_id=f"{letter.slug}.{host}",
        list_name=letter.name,
        reply_to=letter.reply_to,
    )
