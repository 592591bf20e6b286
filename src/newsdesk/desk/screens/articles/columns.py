"""The columns of a list of articles; each cell shows something of a ``Row``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import (
    BaseColumn,
    BulkActionsCheckboxColumn,
    ButtonsColumnMixin,
    Column,
    DateColumn,
    TitleColumn,
)
from wagtail.admin.widgets.button import Button, ButtonWithDropdown

from newsdesk.desk.screens.rows import Row


class HeadlineColumn(TitleColumn):
    """The headline, which opens the article, with the slugline below."""

    cell_template_name = "newsdesk_desk/articles/headline_cell.html"

    def get_link_url(self, instance: Row, parent_context: Any) -> str:
        return instance.url

    def get_title_id(self, instance: Row, parent_context: Any) -> str:
        return f"page_{instance.pk}_title"


class ActsColumn(ButtonsColumnMixin, BaseColumn):
    """What may be done with it, folded away."""

    header_template_name = "newsdesk_desk/articles/acts_header.html"
    cell_template_name = "newsdesk_desk/articles/acts_cell.html"

    def get_buttons(self, instance: Row, parent_context: Any) -> list[ButtonWithDropdown]:
        buttons = list(_acts(instance))
        label = {"aria-label": _("Actions for “%s”") % instance.headline}
        return [ButtonWithDropdown(buttons=buttons, icon_name="dots-horizontal", attrs=label)] if buttons else []


class StateColumn(Column):
    """A word for the state, with the time where one is set."""

    cell_template_name = "newsdesk_desk/articles/state_cell.html"


class WorkedColumn(DateColumn):
    """When it was last worked on, and by whom."""

    cell_template_name = "newsdesk_desk/articles/worked_cell.html"


def columns() -> list[Any]:
    return [
        BulkActionsCheckboxColumn("bulk_actions", obj_type="page"),
        HeadlineColumn("headline", label=gettext_lazy("Headline")),
        StateColumn("state", label=gettext_lazy("State")),
        Column("kind", classname="nd-wide", label=gettext_lazy("Kind"), accessor="page.get_kind_display"),
        Column("section", classname="nd-wide", label=gettext_lazy("Section"), accessor="page.section.name"),
        Column("by", classname="nd-wide", label=gettext_lazy("By")),
        WorkedColumn("worked", label=gettext_lazy("Worked on"), accessor="page.worked_at"),
        ActsColumn("acts"),
    ]


def _acts(row: Row) -> Iterator[Button]:
    page = row.page
    if row.may_edit:
        yield Button(_("Edit"), url=row.url, icon_name="edit", priority=10)
        draft = reverse("wagtailadmin_pages:view_draft", args=(page.pk,))
        yield Button(_("Preview"), url=draft, icon_name="view", priority=20, attrs={"target": "_blank"})
    if row.live_at:
        yield Button(
            _("As readers see it"), url=row.live_at, icon_name="globe", priority=30, attrs={"target": "_blank"}
        )
    if row.may_edit:
        history = reverse("wagtailadmin_pages:history", args=(page.pk,))
        yield Button(_("History"), url=history, icon_name="history", priority=40)
