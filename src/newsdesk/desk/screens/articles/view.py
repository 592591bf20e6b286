"""The list of articles.

https://docs.wagtail.org/en/stable/reference/viewsets.html#modelviewset has what it is made of.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page
from wagtail.permissions import policy_registry

from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.screens.articles.columns import columns
from newsdesk.desk.screens.articles.filters import ArticleFilters
from newsdesk.desk.screens.articles.paginator import LookingAhead
from newsdesk.desk.screens.begin import begin_buttons
from newsdesk.desk.screens.planned import plans
from newsdesk.desk.screens.rows import rows, with_columns

MOST_FOUND = 500
"""How many of the best matches of a search are looked at."""


class ArticleList(generic.IndexView):
    """Newest work first. Each page costs the same at any size: it is read off the index on ``worked_at``."""

    model = ArticlePage
    page_title = _("Articles")
    header_icon = "doc-full"
    template_name = "newsdesk_desk/articles/index.html"
    results_template_name = "newsdesk_desk/articles/results.html"
    index_url_name = "newsdesk_articles:index"
    index_results_url_name = "newsdesk_articles:results"
    any_permission_required = ("add", "change", "publish")
    permission_policy = policy_registry.get_by_type(Page)
    filterset_class = ArticleFilters
    paginator_class = LookingAhead
    paginate_by = 50
    default_ordering = ("-worked_at", "-pk")
    is_searchable = True
    columns = columns()
    table_classname = "listing full-width nd-articles"
    verbose_name_plural = _("articles")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return begin_buttons(self.request.user, HeaderButton)

    def get_base_queryset(self) -> QuerySet[ArticlePage]:
        return with_columns(ArticlePage.objects.filter(worked_at__isnull=False))

    def search_queryset(self, queryset: QuerySet[ArticlePage]) -> QuerySet[ArticlePage]:
        """Narrows the list to the best matches; they stay in the list's own order, as news is looked for by time."""
        if not self.is_searching:
            return queryset
        found = ArticlePage.objects.only("pk").autocomplete(self.search_query)[:MOST_FOUND]
        return queryset.filter(pk__in=[page.pk for page in found])

    def get_table(self, object_list: Any) -> Any:
        return super().get_table(rows(object_list, self.request.user, plans()))

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return context | {"model_opts": Page._meta, "begin": begin_buttons(self.request.user)}
