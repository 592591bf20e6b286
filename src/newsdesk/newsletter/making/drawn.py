"""An issue as it is mailed, for those who look at it before: the same drawing, and one mail to the desk."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from uuid import uuid4

from newsdesk.newsletter import links, posts
from newsdesk.newsletter.compose.rendered import Rendered
from newsdesk.newsletter.links import Signed
from newsdesk.newsletter.message import Envelope
from newsdesk.newsletter.models import Delivery, Issue
from newsdesk.newsletter.posting import mail
from newsdesk.newsletter.posting.folder import NOBODY, envelope
from newsdesk.newsletter.posting.taken import Taken


def drawn(issue: Issue) -> Rendered:
    return mail.draw(issue)


def mark(rendered: Rendered) -> str:
    """By which two drawings are told apart."""
    words = "\0".join((rendered.subject, rendered.preview, rendered.html, rendered.text))
    return sha256(words.encode()).hexdigest()[:32]


def as_seen(issue: Issue) -> str:
    return mark(drawn(issue))


def send_test(issue: Issue, to: str) -> None:
    """The mail itself to one address of the desk. Raises ``PostError`` and ``Unsendable``."""
    theirs = _envelope(issue, to)
    posts.hand_one(mail.message(Taken(0, str(issue.pk), theirs, mail.draw(issue, counted=False))), theirs)


def _envelope(issue: Issue, to: str) -> Envelope:
    """As a reader's; its links open, and change nothing, for they are nobody's."""
    row = Delivery(pk=0, issue=issue, message_id=f"<{uuid4().hex}@{issue.letter.domain}>")
    nobody = Signed(NOBODY)
    return replace(
        envelope(issue, row),
        to=to,
        return_path=issue.letter.from_address,
        leave_mailto="",
        leave_url=links.leave_url(nobody),
        preferences_url=links.preferences_url(nobody),
    )
