"""The screen “Letters”: which there are, what waits for a person, and what went out."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.widgets.button import HeaderButton

from newsdesk.desk.screens.letters import figures, troubles
from newsdesk.desk.screens.letters.doors import Screen, may_make
from newsdesk.desk.screens.letters.waiting import missed, requests
from newsdesk.newsletter.models import Issue, Letter

MOST = 50
IN_WORK = (Issue.State.DRAFT, Issue.State.SCHEDULED, Issue.State.SENDING, Issue.State.STOPPED)


class Board(Screen, TemplateView):
    template_name = "newsdesk_desk/letters/board.html"
    page_title = gettext_lazy("Letters")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        user, buttons = self.request.user, []
        if may_make(user):
            buttons.append(HeaderButton(_("New letter"), reverse("newsdesk_letters:make"), icon_name="plus"))
        if user.has_perm("newsletter.view_subscriber"):
            buttons.append(HeaderButton(_("Find a reader"), reverse("newsdesk_letters:reader"), icon_name="search"))
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        letters = Letter.objects.order_by("name")
        return context | {
            "troubles": [*troubles.of_newsroom(), *troubles.of_asking()],
            "letters": [(letter, figures.of_letter(letter)) for letter in letters],
            "requests": requests(self.request.user),
            "missed": missed(),
            "issues": newest(Issue.objects.all()),
        }


def newest(issues: QuerySet[Issue]) -> list[Issue]:
    """Those in work first, then those that went out last, or were dropped."""
    found = issues.select_related("letter").annotate(in_work=Q(state__in=IN_WORK), at=Coalesce("began_at", "ended_at"))
    return list(found.order_by("-in_work", F("at").desc(nulls_first=True), "-due_at", "pk")[:MOST])
