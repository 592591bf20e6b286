"""A source at the desk: what it was called and when, who it is if that is confidential, and what rests on it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import EditView, InspectView

from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.screens.sources.identity.section import section
from newsdesk.sources import rests
from newsdesk.sources.models import SourceRow
from newsdesk.sources.rests import Resting

MOST = 500
"""Statements shown; more are found by narrowing."""


class Narrow(forms.Form):
    place = forms.ChoiceField(
        label=_("As"),
        required=False,
        choices=(("", _("origin or carrier")), ("origin", _("origin")), ("through", _("carrier"))),
    )
    days = forms.ChoiceField(
        label=_("Confirmed"),
        required=False,
        choices=(("", _("at any time")), ("7", _("in the last 7 days")), ("30", _("in the last 30 days"))),
    )
    live = forms.ChoiceField(
        label=_("Articles"),
        required=False,
        choices=(("", _("all")), ("live", _("readers can see")), ("draft", _("not published"))),
    )

    def chosen(self, name: str) -> str:
        return str(self.cleaned_data.get(name, "")) if self.is_valid() else ""

    def since(self) -> date | None:
        days = self.chosen("days")
        return timezone.localdate() - timedelta(days=int(days)) if days else None


class SourcePage(InspectView):
    template_name = "newsdesk_desk/sources/source.html"
    object: SourceRow

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not self.request.user.has_perm("sources.change_sourcerow"):
            return []
        merge = reverse("newsdesk_statements:merge", args=(self.object.pk,))
        return [
            HeaderButton(
                _("Edit"),
                url=reverse("wagtailsnippets_sources_sourcerow:edit", args=(self.object.pk,)),
                icon_name="edit",
            ),
            HeaderButton(_("Merge into another"), url=merge, icon_name="resubmit"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        narrow = Narrow(self.request.GET)
        articles = among(narrow.chosen("live"))
        found = rests.on(self.object, place=narrow.chosen("place"), since=narrow.since(), among=articles)
        return context | {
            "source": self.object,
            "who": section(self.object, self.request),
            "names": self.object.names.all(),
            "narrow": narrow,
            "groups": grouped(found[:MOST]),
            "cut": len(found) > MOST,
        }


class EditSource(EditView):
    """What a source was called is not edited: it is what articles printed."""


def among(live: str) -> Any:
    """The articles that are ``live`` or ``draft``, as a query; None for all."""
    return ArticlePage.objects.filter(live=live == "live").values("uuid") if live else None


def grouped(found: list[Resting]) -> list[tuple[ArticlePage, list[Resting]]]:
    """Statements by their article, in the order given; those of articles no longer at the desk are left out."""
    pages = _pages(rests.articles(found))
    groups: dict[UUID, list[Resting]] = {}
    for one in found:
        groups.setdefault(one.article, []).append(one)
    return [(pages[id], said) for id, said in groups.items() if id in pages]


def _pages(articles: list[UUID]) -> dict[UUID, ArticlePage]:
    found = ArticlePage.objects.filter(uuid__in=articles).only("uuid", "title", "live", "first_published_at")
    return {page.uuid: page for page in found}
