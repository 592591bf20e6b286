"""Which editions an issue carries: rows that follow its body."""

from __future__ import annotations

from django.utils import timezone

from newsdesk.archive.models import CardRow
from newsdesk.article.body import Body, RelatedCard
from newsdesk.newsletter.models import Carried, Issue


def cards(body: Body) -> tuple[str, ...]:
    """The articles whose cards a body shows, in order, each once."""
    return tuple(dict.fromkeys(block.article for block in body if isinstance(block, RelatedCard)))


def carry(issue: Issue, body: Body) -> None:
    """Writes the rows anew. What somebody may have been sent already keeps the number it had, and is not forgotten."""
    articles = cards(body)
    gone = issue.carried.exclude(article__in=articles)
    if issue.began_at:
        gone.filter(withdrawn_at=None).update(withdrawn_at=timezone.now())
    else:
        issue.carried.all().delete()
    for row in CardRow.objects.filter(article__in=articles):
        lead = str(row.article) == articles[0] or _spoken_of(issue, str(row.data.get("headline", "")))
        values = {"number": row.number, "seen": row.number}
        Carried.objects.update_or_create(
            issue=issue, article=row.article, defaults={"lead": lead}, create_defaults={"lead": lead, **values}
        )


def _spoken_of(issue: Issue, headline: str) -> bool:
    """Whether the subject or the preview text has the headline in it."""
    return bool(headline) and headline.casefold() in f"{issue.subject}\n{issue.preview}".casefold()
