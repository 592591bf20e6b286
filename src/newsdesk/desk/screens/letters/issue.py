"""One issue: what is known of its letters, and what may be done to it on its way."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages

from newsdesk.archive.reader import Archive
from newsdesk.desk.screens.letters import figures, troubles
from newsdesk.desk.screens.letters.compose import OfIssue
from newsdesk.desk.screens.letters.doors import may_send
from newsdesk.desk.screens.rows import name_of
from newsdesk.newsletter.making.acts import CHANGEABLE
from newsdesk.newsletter.making.notes import begin_note
from newsdesk.newsletter.models import Delivery, Issue
from newsdesk.newsletter.posting import acts


class IssuePage(OfIssue, TemplateView):
    template_name = "newsdesk_desk/letters/issue.html"

    def get_page_title(self) -> str:
        return str(self.issue.subject)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        issue, states = self.issue, Issue.State
        return context | {
            "issue": issue,
            "figures": figures.of_issue(issue),
            "visits": figures.visits(issue),
            "troubles": list(troubles.of_issue(issue)),
            "corrected": _corrected(issue),
            "notes": issue.notes.order_by("pk"),
            "may_change": issue.state in CHANGEABLE,
            "may_stop": issue.state in (states.SCHEDULED, states.SENDING),
            "may_drop": issue.state in CHANGEABLE and (issue.state == states.DRAFT or may_send(self.request.user)),
            "may_send_again": may_send(self.request.user) and issue.state != states.DROPPED,
        }


class Act(OfIssue, View):
    """Stops an issue, or drops it; it goes on from its preview."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        act = {"stop": self._stop, "drop": self._drop}.get(kwargs["act"])
        if act is None:
            raise Http404
        act()
        return redirect("newsdesk_letters:issue", self.issue.pk)

    def _stop(self) -> None:
        if acts.stop(self.issue.pk, _("%s stopped it.") % name_of(self.request.user)):
            messages.success(self.request, _("Stopped. No further letter of it leaves."))

    def _drop(self) -> None:
        if self.issue.state != Issue.State.DRAFT and not may_send(self.request.user):
            raise PermissionDenied
        acts.drop(self.issue.pk)
        messages.success(self.request, _("Dropped. Nobody else gets it; those it was sent to have it."))


class Again(OfIssue, View):
    """Sends again what nobody knows to have arrived: one delivery, or all of them."""

    needs = "newsletter.send_issue"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        unknown = self.issue.deliveries.filter(state=Delivery.State.UNKNOWN)
        if "delivery" in kwargs:
            unknown = unknown.filter(pk=kwargs["delivery"])
        again = sum(acts.send_again(pk) for pk in unknown.values_list("pk", flat=True))
        messages.success(request, _("To be sent again: %s.") % again)
        return redirect("newsdesk_letters:issue", self.issue.pk)


class Note(OfIssue, View):
    """Begins the note that says what was wrong."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.issue.of_id or not self.issue.began_at:
            raise Http404
        note = begin_note(self.issue, request.user.get_username())
        return redirect("newsdesk_letters:change", note.pk)


def _corrected(issue: Issue) -> list[str]:
    """The headlines of what it carried and was corrected since."""
    rows = issue.carried.filter(corrected_by__gt=0).values_list("article", flat=True)
    return [card.headline for card in Archive().cards(map(str, rows)).values()]
