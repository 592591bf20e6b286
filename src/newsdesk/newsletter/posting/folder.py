"""The issues being posted, each drawn once for a version, and what their envelopes say."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from email.utils import formataddr
from urllib.parse import urlsplit

from django.conf import settings

from newsdesk.newsletter.models import Delivery, Issue
from newsdesk.newsletter.posting import acts, seam, verp
from newsdesk.newsletter.posting.taken import Taken

logger = logging.getLogger(__name__)
MOST = 8


class Folder:
    def __init__(self) -> None:
        self.drawings: dict[str, tuple[int, seam.Rendered]] = {}

    def drawn(self, issue: Issue) -> seam.Rendered | None:
        """The issue as this version of it looks; where it cannot be drawn, it is stopped."""
        key = str(issue.pk)
        version, rendered = self.drawings.get(key, (0, None))
        if version == issue.version:
            return rendered
        try:
            rendered = seam.draw(issue)
        except Exception as error:  # one issue that cannot be drawn must not hold up the others
            logger.exception("issue %s cannot be drawn", key)
            acts.stop(issue.pk, acts.cannot_be_drawn(type(error).__name__))
            return None
        if len(self.drawings) >= MOST:
            self.drawings.clear()
        self.drawings[key] = issue.version, rendered
        return rendered

    def taken(self, issue: Issue, rows: Sequence[Delivery], rendered: seam.Rendered) -> Iterator[Taken]:
        """The claimed rows as couriers need them; one whose reader was erased keeps its row and is dropped there."""
        letter, host = issue.letter, urlsplit(settings.NEWSDESK_SITE_URL).hostname or "localhost"
        for row in rows:
            yield Taken(
                id=row.pk,
                issue=str(issue.pk),
                key=verp.token(row.pk),
                to=row.subscriber.address if row.subscriber else "",
                from_=formataddr((letter.from_name, letter.from_address)),
                return_path=verp.return_path(row.pk, letter.from_address),
                message_id=row.message_id,
                list_id=f"{letter.slug}.{host}",
                feedback_id=f"{issue.pk.hex[:12]}:{letter.slug}:newsdesk:{host}",
                rendered=rendered,
            )
