"""What may be done to an issue on its way, one act each, in one transaction."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from newsdesk import bell
from newsdesk.newsletter.models import Delivery, Issue
from newsdesk.newsletter.posting.prepare import OPEN
from newsdesk.newsletter.web_edition import follow

State = Issue.State


def stop(issue: UUID | str, because: str) -> bool:
    """No further letter of the issue is handed over; whether it was being sent. Works from the next hand-over on."""
    running = Issue.objects.filter(pk=issue, state__in=(State.SENDING, State.SCHEDULED))
    return bool(running.update(state=State.STOPPED, stopped_because=because[:200]))


@transaction.atomic
def go_on(issue: UUID | str) -> bool:
    """A stopped issue is sent on, and stands on the web as it is now; or it waits again for its due time where it had
    not begun.
    """
    stopped = Issue.objects.filter(pk=issue, state=State.STOPPED)
    again: dict[str, Any] = {"stopped_because": "", "went_on_at": timezone.now()}
    began = stopped.filter(began_at__isnull=False).update(state=State.SENDING, **again)
    waits = stopped.filter(began_at=None).update(state=State.SCHEDULED, **again)
    if began:
        follow(Issue.objects.get(pk=issue))
    bell.ring()
    return bool(began or waits)


@transaction.atomic
def drop(issue: UUID | str) -> int:
    """Nobody else gets the issue; how many will not. Those it was sent to had it."""
    unsent = (State.DRAFT, State.SCHEDULED, State.SENDING, State.STOPPED)
    if not Issue.objects.filter(pk=issue, state__in=unsent).update(state=State.DROPPED, ended_at=timezone.now()):
        return 0
    follow(Issue.objects.get(pk=issue))
    open_ = Delivery.objects.filter(issue__pk=issue, state__in=OPEN).exclude(state=Delivery.State.HANDING)
    return open_.update(state=Delivery.State.DROPPED, owner="", lease=None)


@transaction.atomic
def send_again(delivery: int) -> bool:
    """One of which nobody knows whether it arrived goes again, under the same Message-ID; whether it was such a one.

    Of a dropped issue nothing goes any more.
    """
    again: dict[str, Any] = {"state": Delivery.State.WAITING, "owner": "", "next_attempt_at": timezone.now()}
    row = Delivery.objects.filter(pk=delivery, state=Delivery.State.UNKNOWN).exclude(issue__state=State.DROPPED)
    if not row.update(**again):
        return False
    sent = Issue.objects.filter(deliveries=delivery, state=State.SENT).values_list("pk", flat=True)
    Issue.objects.filter(pk__in=list(sent)).update(state=State.SENDING, ended_at=None)
    bell.ring()
    return True


def arrived(delivery: int) -> bool:
    """There is evidence that it arrived: an event of the mail service, a bounce, its own link used."""
    unknown = Delivery.objects.filter(pk=delivery, state=Delivery.State.UNKNOWN)
    return bool(unknown.update(state=Delivery.State.SENT, sent_at=timezone.now()))


def refusals_rise(reply: str) -> str:
    return gettext("Servers refuse more and more of it; the last one said: %s") % reply


def server_refuses(reply: str) -> str:
    return gettext("The mail server takes nothing from us: %s") % reply


def cannot_be_drawn(error: str) -> str:
    return gettext("It cannot be drawn (%s).") % error


def notices_rise() -> str:
    return gettext("Too many bounces or complaints came back.")
