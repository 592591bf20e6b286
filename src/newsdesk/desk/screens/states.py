"""The states of an article as the desk names them, and how each is found: one place for lists and for monitoring."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, WorkflowState, get_default_page_content_type

from newsdesk.desk.screens.planned import MOST, Plan


class State(TextChoices):
    DRAFT = "draft", _("Draft")
    WAITING = "waiting", _("Awaiting approval")
    SCHEDULED = "scheduled", _("Scheduled")
    EMBARGOED = "embargoed", _("Embargoed")
    LIVE = "live", _("Live")
    CHANGED = "changed", _("Live + draft")
    UNPUBLISHED = "unpublished", _("Unpublished")


def state_of(page: Page, plans: Mapping[int, Plan], waiting: Collection[int]) -> State:
    """The state shown for a page; ``waiting`` are the ids of pages that wait for approval."""
    if plan := plans.get(page.pk):
        return State.EMBARGOED if plan.embargoed else State.SCHEDULED
    if page.pk in waiting:
        return State.WAITING
    if page.live:
        return State.CHANGED if page.has_unpublished_changes else State.LIVE
    return State.UNPUBLISHED if page.first_published_at else State.DRAFT


def in_state(state: str, plans: Mapping[int, Plan]) -> Q:
    """What finds the pages of a state; the sets that come as ids are small."""
    match State(state):
        case State.SCHEDULED | State.EMBARGOED as planned:
            ids = [id for id, plan in plans.items() if plan.embargoed == (planned is State.EMBARGOED)]
            return Q(pk__in=ids)
        case State.WAITING:
            return Q(pk__in=awaiting_approval())
        case State.LIVE:
            return Q(live=True, has_unpublished_changes=False)
        case State.CHANGED:
            return Q(live=True, has_unpublished_changes=True)
        case State.UNPUBLISHED:
            return Q(live=False, first_published_at__isnull=False)
        case State.DRAFT:
            return Q(live=False, first_published_at__isnull=True) & ~Q(pk__in=[*plans, *awaiting_approval()])


def awaiting_approval() -> list[int]:
    """The ids of pages submitted and not yet approved, those that waited longest first."""
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS, base_content_type=get_default_page_content_type()
    )
    return [int(id) for id in states.order_by("created_at").values_list("object_id", flat=True)[:MOST]]
