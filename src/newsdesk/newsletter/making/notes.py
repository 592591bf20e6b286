"""A note to those who had an issue, about what was wrong in it."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from newsdesk.archive.reader import Archive
from newsdesk.article.body import Block, Paragraph, RelatedCard, Run
from newsdesk.newsletter.making import acts
from newsdesk.newsletter.models import Issue


def begin_note(issue: Issue, by: str) -> Issue:
    """A draft in the letter's language, with the newest correction of each article; the desk writes the rest."""
    with override(issue.letter.language):
        subject = _("Correction: %s") % issue.subject
    return acts.begin(issue.letter, acts.Words(subject[:150], "", tuple(_blocks(issue))), by, of=issue)


def _blocks(issue: Issue) -> Iterator[Block]:
    archive = Archive()
    for article in issue.carried.filter(corrected_by__gt=0).values_list("article", flat=True):
        edition = archive.edition(str(article))
        if edition:
            yield from (Paragraph((Run(one.text),)) for one in edition.corrections[-1:])
            yield RelatedCard(str(article))
