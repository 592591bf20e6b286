"""The mail of one reader: an issue as it is drawn for all, in an envelope of their own, signed."""

from __future__ import annotations

from django.conf import settings

from newsdesk.archive.codec import decode
from newsdesk.archive.reader import Archive
from newsdesk.article import letter
from newsdesk.article.body import Body
from newsdesk.newsletter import message as bytes_of
from newsdesk.newsletter.compose.draw import Particulars
from newsdesk.newsletter.compose.draw import draw as compose
from newsdesk.newsletter.compose.look import Look
from newsdesk.newsletter.compose.rendered import Rendered
from newsdesk.newsletter.models import Issue
from newsdesk.newsletter.posting.taken import Taken
from newsdesk.newsletter.signing import signed
from newsdesk.press.framing import frame


def draw(issue: Issue, *, counted: bool = True) -> Rendered:
    """The issue with today's cards; its links are counted where its letter's are, but not for somebody's test."""
    archive = Archive()
    body: Body = decode(issue.body, Body)
    through = str(issue.pk) if counted and issue.letter.counted else ""
    look = Look(archive, frame(archive), through, list(issue.links))
    return compose(issue.subject, issue.preview, body, _particulars(issue), look, issue.version)


def message(taken: Taken) -> bytes:
    """The whole mail; raises ``Unsendable`` where it cannot be made."""
    return signed(bytes_of.build(taken.rendered, taken.envelope), taken.envelope.from_.address)


def _particulars(issue: Issue) -> Particulars:
    return Particulars(
        letter=issue.letter.name,
        language=issue.letter.language,
        postal_address=settings.NEWSDESK_POSTAL_ADDRESS,
        web_path=letter.path(str(issue.of_id or issue.pk)),
        imprint=settings.NEWSDESK_SITE_NAME,
    )
