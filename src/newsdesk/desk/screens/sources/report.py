"""Stories of the last days that stand on one origin, on unnamed sources alone, or on nobody that was confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from newsdesk.archive.reader import Archive
from newsdesk.article.source import Statement, is_unnamed, origins
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.screens.menu import sees_articles
from newsdesk.desk.screens.screen import Screen

DAYS = (7, 14, 30)
MOST = 500
"""Articles looked at, the newest first."""
WITHOUT = ("opinion", "explainer")
"""Kinds that may do without: nobody confirmed is no news there."""


@dataclass(frozen=True, slots=True)
class Thin:
    """An article and why it is listed; ``names`` are its origins."""

    page: ArticlePage
    why: str
    names: str


class ThinlySourced(Screen, TemplateView):
    template_name = "newsdesk_desk/sources/report.html"
    page_title = gettext_lazy("Thinly sourced stories")
    header_icon = "openquote"

    def may(self, user: Any) -> bool:
        return sees_articles(user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("days", "")
        days = int(asked) if asked in map(str, DAYS) else DAYS[0]
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"days": days, "choices": DAYS, "thin": list(thin(_published(days)))}


def thin(pages: Iterable[ArticlePage]) -> Iterator[Thin]:
    archive = Archive()
    for page in pages:
        edition = archive.edition(page.archive_id)
        if edition and (why := reason(edition.statements, page.kind)):
            names = dict.fromkeys(one.origin.name for one in edition.statements)
            yield Thin(page, why, ", ".join(names))


def reason(statements: tuple[Statement, ...], kind: str) -> str:
    """Why a story is thinly sourced, empty where it is not."""
    if not statements:
        return "" if kind in WITHOUT else _("No source was confirmed")
    if all(is_unnamed(one.origin.kind) for one in statements):
        return _("Only unnamed sources")
    return _("One origin") if origins(statements) == 1 else ""


def _published(days: int) -> Iterable[ArticlePage]:
    since = timezone.now() - timedelta(days=days)
    found = ArticlePage.objects.filter(live=True, first_published_at__gte=since)
    return found.order_by("-first_published_at").only("uuid", "title", "kind", "first_published_at")[:MOST]
