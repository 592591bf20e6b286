"""The letters of the example, in place of the one that a newsroom begins with."""

from __future__ import annotations

from newsdesk.example.shape import Newsroom
from newsdesk.newsletter.founding import SLUG
from newsdesk.newsletter.models import Letter


def open_letters(newsroom: Newsroom) -> None:
    """Each opens for readers; what it says of its days is what its description says."""
    Letter.objects.filter(slug=SLUG, subscriptions=None).delete()
    for letter in newsroom.letters:
        Letter.objects.create(
            name=letter.name,
            slug=letter.slug,
            description=letter.description,
            language=newsroom.language,
            from_name=letter.sender,
            from_address=newsroom.email,
            at=letter.at,
            weekdays="".join(map(str, letter.days)),
        )
