"""The letters of the example, in place of the one that a newsroom begins with."""

from __future__ import annotations

from newsdesk.archive import record
from newsdesk.example.shape import Newsroom
from newsdesk.newsletter.founding import SLUG
from newsdesk.newsletter.models import Letter
from newsdesk.newsletter.web_edition import follow_letter


def open_letters(newsroom: Newsroom) -> None:
    """Each opens for readers; what it says of its days is what its description says."""
    for unwanted in Letter.objects.filter(slug=SLUG, subscriptions=None):
        record.forget_letter(str(unwanted.pk))
        unwanted.delete()
    for letter in newsroom.letters:
        made = Letter.objects.create(
            name=letter.name,
            slug=letter.slug,
            description=letter.description,
            language=newsroom.language,
            from_name=letter.sender,
            from_address=newsroom.email,
            at=letter.at,
            weekdays="".join(map(str, letter.days)),
        )
        follow_letter(made)
