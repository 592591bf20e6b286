"""The issues being posted, each drawn once for a version, and what their envelopes say."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings

from newsdesk.newsletter import links
from newsdesk.newsletter.compose.rendered import Rendered
from newsdesk.newsletter.counting import numbers
from newsdesk.newsletter.links import Signed
from newsdesk.newsletter.message import Envelope, Mailbox
from newsdesk.newsletter.models import Delivery, Issue
from newsdesk.newsletter.posting import acts, mail, verp
from newsdesk.newsletter.posting.taken import Taken

logger = logging.getLogger(__name__)
MOST = 8
NOBODY = UUID(int=0)


class Folder:
    def __init__(self) -> None:
        self.drawings: dict[str, tuple[int, Rendered]] = {}

    def drawn(self, issue: Issue) -> Rendered | None:
        """The issue as this version of it looks; where it cannot be drawn, it is stopped."""
        key = str(issue.pk)
        version, rendered = self.drawings.get(key, (0, None))
        if version == issue.version:
            return rendered
        try:
            rendered = mail.draw(issue)
        except Exception as error:  # one issue that cannot be drawn must not hold up the others
            logger.exception("issue %s cannot be drawn", key)
            acts.stop(issue.pk, acts.cannot_be_drawn(type(error).__name__))
            return None
        if not numbers.keep(issue, rendered.links):
            return None  # another worker gave the numbers meanwhile: it is drawn by those in a moment
        if len(self.drawings) >= MOST:
            self.drawings.clear()
        self.drawings[key] = issue.version, rendered
        return rendered

    def taken(self, issue: Issue, rows: Sequence[Delivery], rendered: Rendered) -> Iterator[Taken]:
        """The claimed rows as couriers need them; one whose reader was erased keeps its row and is dropped there."""
        for row in rows:
            yield Taken(row.pk, str(issue.pk), envelope(issue, row), rendered)


def envelope(issue: Issue, row: Delivery) -> Envelope:
    letter, host = issue.letter, urlsplit(settings.NEWSDESK_SITE_URL).hostname or "localhost"
    return_path = verp.return_path(row.pk, letter.from_address)
    link = Signed(row.subscriber.key if row.subscriber else NOBODY, letter.pk, row.pk)
    return Envelope(
        to=row.subscriber.address if row.subscriber else "",
        from_=Mailbox(letter.from_name, letter.from_address),
        return_path=return_path,
        message_id=row.message_id.strip("<>"),
        leave_url=links.leave_url(link),
        preferences_url=links.preferences_url(link),
        leave_mailto=_mailto(row.pk),
        list_id=f"{letter.slug}.{host}",
        list_name=letter.name,
        feedback_id=f"{issue.pk.hex[:12]}:{letter.slug}:newsdesk:{host}",
        reply_to=letter.reply_to,
    )


def _mailto(delivery: int) -> str:
    """Where there is a mailbox of ours that is read."""
    if not (settings.NEWSDESK_RETURN_PATH and settings.NEWSDESK_BOUNCES_URL):
        return ""
    return f"mailto:{verp.return_path(delivery, '')}?subject={verp.LEAVE}"
