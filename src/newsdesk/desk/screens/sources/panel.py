"""The side panel with an article's statements, each with its chain; drawn anew with each autosave."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.documents import get_document_model

from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.sourcing import draft_of
from newsdesk.sources.drafts import Draft, Item, Link
from newsdesk.sources.models import SourceRow

ICONS = {
    "person": "user",
    "organisation": "group",
    "outlet": "site",
    "document": "doc-full",
    "anonymous": "no-view",
    "group": "group",
}
"""Wagtail's icon of each kind of source."""


class SourcesSidePanel(BaseSidePanel):
    """``page`` is the article as it stands in the form, or as last saved where the form cannot be read."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle sources")
        icon_name = "openquote"
        keyboard_shortcut = "mod+alt+q"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"count": self.panel.waiting}

    name = "sources"
    title = _("Sources")
    template_name = "newsdesk_desk/sources/panel.html"
    order = 60

    def __init__(self, page: ArticlePage, request: HttpRequest) -> None:
        super().__init__(page, request)
        self.draft = draft_of(page)
        self.waiting = sum(item.state != "confirmed" for item in self.draft.items)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        return context | listed(self.object, self.draft)

    class Media:
        js = ("newsdesk_desk/sources.js",)


def listed(page: ArticlePage, draft: Draft) -> dict[str, Any]:
    """What the list of statements is drawn from, in the panel and after each decision."""
    kept = {link.document for item in draft.items for link in item.chain if link.document}
    documents = get_document_model().objects.in_bulk(kept)
    return {
        "page": page,
        "rows": [_row(item, documents) for item in draft.items],
        "rejected": [_row(item, documents) for item in draft.rejected],
        "proposals": sum(item.state == "proposed" for item in draft.items),
        "hedges": [{"text": span.text, "quotes": json.dumps([{"exact": span.text}])} for span in draft.unsourced],
        "decide": reverse("newsdesk_statements:decide", args=(page.pk,)) if page.pk else "",
        "mend": reverse("newsdesk_statements:mend", args=(page.pk,)) if page.pk else "",
    }


def _row(item: Item, documents: dict[int, Any]) -> dict[str, Any]:
    return {
        "item": item,
        "quotes": json.dumps([asdict(quote) for quote in item.quotes]),
        "chain": [_chip(link, documents.get(link.document or 0)) for link in item.chain],
    }


def _chip(link: Link, document: Any) -> dict[str, Any]:
    return {
        "link": link,
        "icon": ICONS[link.kind],
        "kind": SourceRow.Kind(link.kind).label,
        "document": document.url if document else "",
    }
