"""What is known of an issue's letters, and how a letter grows; counted from rows, never by a picture in the mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Max, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from newsdesk.archive.leading import leads_to
from newsdesk.archive.reader import Archive
from newsdesk.newsletter.asking.still_wanted import NO_ANSWER
from newsdesk.newsletter.models import Delivery, Issue, Letter, Notice, Subscription

State = Delivery.State
DAYS = 28
MOST = 100


@dataclass(frozen=True, slots=True)
class Figures:
    """``failed`` are reasons with how many each; ``unknown`` the deliveries of which nobody knows."""

    sent: int
    waiting: int
    refused: int
    dropped: int
    left: int
    complaints: int
    failed: list[tuple[str, int]]
    unknown: list[Delivery]
    unknowns: int

    @property
    def all(self) -> int:
        return self.sent + self.waiting + self.refused + self.dropped + self.unknowns


def of_issue(issue: Issue) -> Figures:
    states: dict[str, int] = dict(issue.deliveries.values_list("state").annotate(Count("pk")).order_by())
    waiting = (State.WAITING, State.CLAIMED, State.HANDING)
    return Figures(
        sent=states.get(State.SENT, 0),
        waiting=sum(states.get(state, 0) for state in waiting),
        refused=states.get(State.REFUSED, 0),
        dropped=states.get(State.DROPPED, 0),
        left=issue.deliveries.filter(left_at__isnull=False).count(),
        complaints=_noticed(issue, Notice.Kind.COMPLAINT).count(),
        failed=[*_refusals(issue), *_bounces(issue)],
        unknown=list(issue.deliveries.filter(state=State.UNKNOWN).order_by("pk")[:MOST]),
        unknowns=states.get(State.UNKNOWN, 0),
    )


def _refusals(issue: Issue) -> list[tuple[str, int]]:
    found = issue.deliveries.filter(state=State.REFUSED).values("code").annotate(reply=Max("reply"), count=Count("pk"))
    return [(f"{row['code']} {row['reply']}".strip(), row["count"]) for row in found.order_by("-count")[:MOST]]


def _bounces(issue: Issue) -> list[tuple[str, int]]:
    found = _noticed(issue, Notice.Kind.HARD, Notice.Kind.SOFT).values("status")
    rows = found.annotate(said=Max("said"), count=Count("pk")).order_by("-count")[:MOST]
    return [(f"{row['status']} {row['said']}".strip(), row["count"]) for row in rows]


def _noticed(issue: Issue, *kinds: str) -> Any:
    return Notice.objects.filter(delivery__issue=issue, kind__in=kinds)


def visits(issue: Issue) -> list[tuple[str, str, int]]:
    """Each counted link of an issue: where it leads, what stands there, and how often it was followed."""
    counts = dict(issue.visits.values_list("number").annotate(Sum("count")))
    archive = Archive()
    cards = archive.cards(one.removeprefix("article:") for one in issue.links if one.startswith("article:"))
    headlines = {f"article:{id}": card.headline for id, card in cards.items()}
    rows = []
    for number, one in enumerate(issue.links, 1):
        words = headlines.get(one) or (_("(no longer live)") if one.startswith("article:") else one)
        rows.append((leads_to(archive, one), words, counts.get(number, 0)))
    return sorted(rows, key=lambda row: -row[2])


@dataclass(frozen=True, slots=True)
class Growth:
    """Readers of a letter now, and who came and went in the last ``DAYS``.

    ``asked`` are those whose answer is waited for, ``silent`` those for whom it ended without one.
    """

    readers: int
    unconfirmed: int
    came: int
    went: int
    asked: int
    silent: int


def of_letter(letter: Letter) -> Growth:
    theirs, since = letter.subscriptions, timezone.now() - timedelta(days=DAYS)
    return Growth(
        readers=theirs.filter(state=Subscription.State.CONFIRMED).count(),
        unconfirmed=theirs.filter(state=Subscription.State.ASKED).count(),
        came=theirs.filter(confirmed_at__gte=since).count(),
        went=theirs.filter(left_at__gte=since).count(),
        asked=theirs.filter(state=Subscription.State.CONFIRMED, still_asked_at__isnull=False).count(),
        silent=theirs.filter(left_at__gte=since, left_by=NO_ANSWER).count(),
    )
