"""Chooses an article for a front: what is live, newest first, found by headline or slugline.

https://docs.wagtail.org/en/stable/extending/generic_views.html#chooserviewset
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenMultipleView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser

from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.screens.articles.paginator import LookingAhead


class ShowsSection:
    ordering = ("-first_published_at", "-pk")
    paginator_class = LookingAhead

    @property
    def columns(self) -> list[Column]:
        more = [
            Column("section", label=gettext_lazy("Section"), accessor="section.name"),
            DateColumn("published", label=gettext_lazy("Came out"), accessor="first_published_at"),
        ]
        return [*super().columns, *more]  # type: ignore[misc]


class ChooseLive(ShowsSection, ChooseView):
    pass


class ChooseLiveResults(ShowsSection, ChooseResultsView):
    pass


class LiveChosen(ChosenView):
    def get_object(self, pk: Any) -> ArticlePage:
        article: ArticlePage | None = live_articles().filter(pk=pk).first()
        if article is None:
            raise Http404
        return article


class SeveralLiveChosen(ChosenMultipleView):
    def get_objects(self, pks: Any) -> QuerySet[ArticlePage]:
        return live_articles().filter(pk__in=pks)


class ArticleChooser(BaseChooser):
    """Says of an article placed some time ago that readers cannot see it any more."""

    show_edit_link = False
    show_clear_link = False

    def get_display_title(self, instance: ArticlePage) -> str:
        if instance.live:
            return str(instance.title)
        return _("%(headline)s — not live, so not shown") % {"headline": instance.title}

    def get_value_data_from_instance(self, instance: ArticlePage) -> dict[str, Any]:
        return {"id": instance.pk, "edit_url": "", "title": self.get_display_title(instance)}


def live_articles() -> QuerySet[ArticlePage]:
    found = ArticlePage.objects.filter(live=True, first_published_at__isnull=False).select_related("section")
    return found.only("title", "draft_title", "live", "first_published_at", "section__name")


class ArticleChooserViewSet(ChooserViewSet):
    name = "newsdesk_live_articles"
    url_prefix = "live-articles"
    model = ArticlePage
    icon = "doc-full"
    choose_one_text = gettext_lazy("Choose an article")
    choose_another_text = gettext_lazy("Choose another article")
    register_widget = False
    base_widget_class = ArticleChooser
    choose_view_class = ChooseLive
    choose_results_view_class = ChooseLiveResults
    chosen_view_class = LiveChosen
    chosen_multiple_view_class = SeveralLiveChosen

    def get_object_list(self) -> QuerySet[ArticlePage]:
        return live_articles()

    def get_urlpatterns(self) -> list[Any]:
        """Nothing is created in a chooser of what is live."""
        return [one for one in super().get_urlpatterns() if one.name != "create"]


choosers = ArticleChooserViewSet()
ArticleBlock = choosers.get_block_class("ArticleBlock")
