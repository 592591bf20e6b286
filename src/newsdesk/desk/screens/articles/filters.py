"""What the list of articles can be narrowed to."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from newsdesk.desk.contributors import Contributor
from newsdesk.desk.pages.article import ArticlePage, Kind
from newsdesk.desk.screens.planned import plans
from newsdesk.desk.screens.states import State, in_state
from newsdesk.desk.sections import Section
from newsdesk.desk.topics import Topic


class ArticleFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=State.choices, method="by_state", widget=RadioSelect, empty_label=_("Any")
    )
    mine = django_filters.ChoiceFilter(
        label=_("Whose"),
        choices=[("mine", _("Mine"))],
        method="by_owner",
        widget=RadioSelect,
        empty_label=_("Anyone's"),
    )
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Kind.choices, widget=RadioSelect, empty_label=_("Any"))
    section = django_filters.ModelChoiceFilter(label=_("Section"), queryset=Section.objects.all())
    topic = django_filters.ModelChoiceFilter(label=_("Topic"), field_name="topics__topic", queryset=Topic.objects.all())
    contributor = django_filters.ModelChoiceFilter(
        label=_("Contributor"), field_name="contributors__contributor", queryset=Contributor.objects.all()
    )

    class Meta:
        model = ArticlePage
        fields: list[str] = []

    def by_state(self, articles: QuerySet[ArticlePage], name: str, state: str) -> QuerySet[ArticlePage]:
        return articles.filter(in_state(state, plans()))

    def by_owner(self, articles: QuerySet[ArticlePage], name: str, value: Any) -> QuerySet[ArticlePage]:
        return articles.filter(owner=self.request.user)
