"""An issue exactly as it is mailed, and the one place from which it is let go."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages

from newsdesk.desk.screens.letters import troubles
from newsdesk.desk.screens.letters.compose import OfIssue
from newsdesk.desk.screens.letters.doors import may_make, may_send, others_may_send
from newsdesk.newsletter.compose.rendered import CLIPPED_FROM
from newsdesk.newsletter.making import acts, brake, drawn
from newsdesk.newsletter.making.refused import Refused
from newsdesk.newsletter.message import Unsendable
from newsdesk.newsletter.models import Letter
from newsdesk.newsletter.posts import PostError

POLICY = "; ".join((
    "default-src 'none'", "img-src 'self' data: https:", "style-src 'unsafe-inline'", "frame-ancestors 'self'",
    "form-action 'none'", "base-uri 'none'", "sandbox",
))  # fmt: skip
"""What a mail program allows at most: styles and pictures."""
WIDTHS = (600, 320)


class Preview(OfIssue, TemplateView):
    template_name = "newsdesk_desk/letters/preview.html"

    def get_page_title(self) -> str:
        return str(self.issue.subject)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        issue, rendered = self.issue, drawn.drawn(self.issue)
        breaking = issue.letter.by == Letter.By.BREAKING and not issue.of_id
        return context | {
            "issue": issue,
            "rendered": rendered,
            "mark": drawn.mark(rendered),
            "kilobytes": -(-rendered.weight // 1024),
            "most": CLIPPED_FROM // 1024,
            "widths": WIDTHS,
            "frame": reverse("newsdesk_letters:mail", args=(issue.pk,)),
            "troubles": [*troubles.of_newsroom(), *troubles.of_letter(issue.letter), *troubles.of_issue(issue)],
            "may_change": issue.state in acts.CHANGEABLE,
            "may_send": may_send(self.request.user) and issue.state in (issue.State.DRAFT, issue.State.STOPPED),
            "second": (second := brake.waits_for_another(issue, self.request.user.get_username())),
            "alone": second and not others_may_send(self.request.user),
            "may_make": may_make(self.request.user),
            "breaking": breaking,
            "left_today": brake.left_today(issue.letter) if breaking else 0,
            "to": _address(self.request.user),
        }


class Mail(OfIssue, View):
    """The HTML part alone, for the frame."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        html = drawn.drawn(self.issue).html
        return HttpResponse(html, headers={"Content-Security-Policy": POLICY, "Cache-Control": "no-store"})


class Test(OfIssue, View):
    """Mails the issue to whoever is signed in, and to nobody else."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        to = _address(request.user)
        if not to:
            messages.error(request, _("Your account has no mail address; add one under “Account”."))
            return redirect("newsdesk_letters:preview", self.issue.pk)
        try:
            drawn.send_test(self.issue, to)
        except (PostError, Unsendable, OSError) as error:
            messages.error(request, _("The test did not leave: %s") % error)
        else:
            messages.success(request, _("The test is on its way to your own address."))
        return redirect("newsdesk_letters:preview", self.issue.pk)


class LetGo(OfIssue, View):
    needs = "newsletter.send_issue"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            acts.let_go(self.issue.pk, request.POST.get("seen", ""), request.user.get_username(), drawn.as_seen)
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("newsdesk_letters:preview", self.issue.pk)
        messages.success(
            request, _("It goes out at its time. Until then, and while it is being sent, it can be stopped.")
        )
        return redirect("newsdesk_letters:issue", self.issue.pk)


def _address(user: Any) -> str:
    return str(user.email)
