"""The web edition of an issue, and a letter as readers may ask for it: what the record is told of our tables."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from newsdesk.archive import record
from newsdesk.archive.codec import decode
from newsdesk.article import letter as nouns
from newsdesk.article.body import Body, plain_text
from newsdesk.newsletter.models import Issue, Letter

SEEN = (Issue.State.SENDING, Issue.State.STOPPED, Issue.State.SENT)
"""States in which somebody may have the issue; then everybody may read it."""


@transaction.atomic
def follow(issue: Issue) -> None:
    """The web edition is what the issue is: there from its first letter on, gone where nobody is to read it."""
    if issue.of_id:
        follow(Issue.objects.get(pk=issue.of_id))
    elif issue.state in SEEN:
        follow_letter(issue.letter)
        record.issue(value(issue))
    elif issue.state == Issue.State.DROPPED:
        record.withdraw_issue(str(issue.pk))


def follow_letter(letter: Letter) -> None:
    """Readers are offered it while it is open; its issues stay in any case."""
    value = nouns.Letter(str(letter.pk), letter.name, letter.slug, letter.description, letter.language)
    record.letter(value, open=letter.open)


def value(issue: Issue) -> nouns.Issue:
    """Without the cards that left it, and with what was said later of an error."""
    return nouns.Issue(
        id=str(issue.pk),
        letter=str(issue.letter_id),
        subject=issue.subject,
        sent_at=issue.began_at or timezone.now(),
        preview=issue.preview,
        body=decode(issue.body, Body),
        lead=_lead(issue),
        note=_note(issue),
    )


def _lead(issue: Issue) -> str:
    """The article without which subject and preview text are not shown either."""
    lead = issue.carried.filter(lead=True).values_list("article", flat=True).first()
    return str(lead or "")


def _note(issue: Issue) -> str:
    """The words of the newest note that was sent after it."""
    note = issue.notes.filter(state__in=SEEN).order_by("-began_at").first()
    if note is None:
        return ""
    return plain_text(decode(note.body, Body)) or note.subject
