"""The addresses of statements and sources at the desk."""

from __future__ import annotations

from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from newsdesk.desk.screens.sources.merge import Merge
from newsdesk.desk.screens.sources.report import ThinlySourced
from newsdesk.desk.screens.sources.source import EditSource, SourcePage
from newsdesk.desk.screens.sources.views import Decide, Known, Mend
from newsdesk.sources.models import SourceRow


class StatementsViewSet(ViewSet):
    name = "newsdesk_statements"
    url_prefix = "statements"

    def get_urlpatterns(self) -> list[object]:
        return [
            path("<int:page_id>/decide/", Decide.as_view(), name="decide"),
            path("<int:page_id>/mend/", Mend.as_view(), name="mend"),
            path("known/", Known.as_view(), name="known"),
            path("thin/", ThinlySourced.as_view(), name="thin"),
            path("merge/<int:pk>/", Merge.as_view(), name="merge"),
        ]


class SourcesViewSet(SnippetViewSet):
    """Everybody and everything that was ever named in a confirmed chain."""

    model = SourceRow
    icon = "openquote"
    menu_label = _("Sources")
    menu_name = "sources"
    menu_order = 40
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = SourcePage
    edit_view_class = EditSource
    list_filter = ("kind", "has_page")
    list_display = (
        "name",
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        Column("statements", label=_("Statements"), sort_key="statements"),
        DateColumn("last_seen", label=_("Last named"), sort_key="last_seen"),
    )
    search_fields = ("name", "names__name")
    search_backend_name = None
    ordering = ("name",)
    panels = (
        FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
        FieldPanel("description"),
        FieldPanel("url"),
        FieldRowPanel([FieldPanel("has_page"), FieldPanel("slug")]),
        FieldPanel("notes"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceRow]:
        """Not those that became another one."""
        known = SourceRow.objects.filter(merged_into=None)
        return known.annotate(statements=Count("attributions", distinct=True), last_seen=Max("names__until"))
