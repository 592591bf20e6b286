"""A letter, its readers, and an issue whose time has come."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from newsdesk.newsletter.models import Issue, Letter, Subscriber, Subscription
from newsdesk.newsletter.posting import prepare


def letter(**fields: Any) -> Letter:
    given = {"name": "Morning", "slug": "morning", "language": "en", "from_name": "The Paper"}
    return Letter.objects.create(**given | {"from_address": "paper@news.example"} | fields)


def readers(of: Letter, count: int, start: int = 0, domain: str = "") -> list[Subscriber]:
    """Confirmed ones, at three mail domains."""
    made = []
    for number in range(start, start + count):
        address = f"reader{number}@{domain or f'mail{number % 3}.example'}"
        made.append(Subscriber(address=address, canonical=address, language="en"))
    Subscriber.objects.bulk_create(made)
    before = timezone.now() - timedelta(days=9)
    state = Subscription.State.CONFIRMED
    Subscription.objects.bulk_create(
        Subscription(subscriber=each, letter=of, state=state, asked_at=before, confirmed_at=before) for each in made
    )
    return made


def issue(letter: Letter, **fields: Any) -> Issue:
    given: dict[str, Any] = {"subject": "Today", "state": Issue.State.SCHEDULED, "due_at": timezone.now()}
    return Issue.objects.create(letter=letter, **given | fields)


def addressed(letter: Letter) -> Issue:
    """An issue that is being sent: each of its readers has a delivery."""
    made = issue(letter)
    prepare.begin()
    made.refresh_from_db()
    prepare.write(made)
    return made
