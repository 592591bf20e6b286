"""Issues that wait for a person: for a look and a yes, because they were stopped, or because of a correction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from newsdesk.desk.screens.letters.doors import may_compose
from newsdesk.desk.screens.letters.troubles import held_up_words
from newsdesk.newsletter.making import brake
from newsdesk.newsletter.models import Carried, Issue, Letter, Turn
from newsdesk.newsletter.posting.held_up import held_up

MOST = 20
RECENTLY = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Request:
    """``why`` says what is asked; ``urgent`` where readers wait for it."""

    issue: Issue
    why: str
    urgent: bool = False


def requests(user: Any) -> list[Request]:
    """What this user is asked for, most pressing first."""
    if not may_compose(user):
        return []
    waits = Q(state=Issue.State.DRAFT) & (Q(letter__by=Letter.By.BREAKING, of=None) | Q(turn__isnull=False))
    on_its_way = Q(state__in=(Issue.State.STOPPED, Issue.State.SENDING))
    corrected = Q(Exists(_corrected()), ~Exists(Issue.objects.filter(of=OuterRef("pk"))), state=Issue.State.SENT)
    found = Issue.objects.filter(waits | on_its_way | corrected).select_related("letter")
    first = found.annotate(may_wait=Q(state=Issue.State.SENT)).order_by(
        "may_wait", F("due_at").desc(nulls_first=True), "pk"
    )[:MOST]
    rows = [request for issue in first if (request := _request(issue, user))]
    return sorted(rows, key=lambda row: not row.urgent)


def missed() -> list[Turn]:
    """Times of rules that came to no issue lately."""
    since = timezone.now() - RECENTLY
    return list(Turn.objects.filter(issue=None, at__gte=since).select_related("letter").order_by("-at")[:MOST])


def _corrected() -> Any:
    since = timezone.now() - timedelta(days=30)
    return Carried.objects.filter(issue=OuterRef("pk"), corrected_by__gt=0, issue__began_at__gte=since)


def _request(issue: Issue, user: Any) -> Request | None:
    """None for what is on its way and gets on."""
    if issue.state == Issue.State.SENDING:
        held = held_up(issue)
        return Request(issue, held_up_words(held), urgent=True) if held else None
    if issue.state == Issue.State.STOPPED:
        return Request(issue, _("It was stopped. %s") % issue.stopped_because, urgent=True)
    if issue.state == Issue.State.SENT:
        return Request(issue, _("Something it carried was corrected. Its readers can be sent a note."))
    if issue.letter.by == Letter.By.BREAKING:
        if not issue.letter.second_yes:
            return Request(issue, _("It goes out when somebody has looked at it and lets it go."), urgent=True)
        if brake.waits_for_another(issue, user.get_username()):
            return Request(issue, _("It waits for a second person to agree."), urgent=True)
        return Request(issue, _("%s asks for your yes: look at it, and send it.") % issue.made_by, urgent=True)
    return Request(issue, _("Its rule has made a draft. It goes out only after somebody looked at it."))
