"""The screen “Audio”: which articles can be heard, which wait, which failed and why, and what the voices cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.widgets.button import HeaderButton

from newsdesk.archive import clips
from newsdesk.audio.models import AudioRules, Made, Narration
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.screens.audio import news
from newsdesk.desk.screens.audio.states import Heard, heard
from newsdesk.desk.screens.front.view import may_arrange
from newsdesk.desk.screens.menu import sees_articles
from newsdesk.desk.screens.screen import Screen

MOST = 100
DAYS = 14


@dataclass(frozen=True, slots=True)
class Row:
    page: ArticlePage
    heard: Heard


class Board(Screen, TemplateView):
    template_name = "newsdesk_desk/audio/board.html"
    page_title = _("Audio")
    header_icon = "media"

    def may(self, user: Any) -> bool:
        return sees_articles(user)

    @property
    def header_buttons(self) -> list[HeaderButton]:
        """What is set for all articles, for those who may."""
        user, buttons = self.request.user, []
        if user.has_perm("audio.change_pronunciation"):
            buttons.append(HeaderButton(_("Pronunciation"), reverse("pronunciation:index"), icon_name="openquote"))
        if user.has_perm("audio.change_audiorules"):
            buttons.append(HeaderButton(_("Rules"), reverse("newsdesk_audio:rules"), icon_name="cog"))
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "on": AudioRules.current().on,
            "failed": list(_rows(_failed())),
            "news": list(news.failed()),
            "may_compose": may_arrange(self.request.user),
            "waiting": list(_rows(_waiting())),
            "number": clips.awaiting().count(),
            "silent": list(_rows(_silent())),
            "made": list(_rows(_made())),
            "days": list(_days()),
        }


def _failed() -> list[str]:
    rows = Narration.objects.exclude(error="").filter(article__in=clips.awaiting().values("article"))
    return _ids(rows.order_by("-began_at")[:MOST])


def _waiting() -> list[str]:
    not_now = Narration.objects.filter(~Q(error="") | ~Q(silent_because="")).values("article")
    rows = clips.awaiting().exclude(article__in=not_now).order_by("-first_published")
    return [str(article) for article in rows.values_list("article", flat=True)[:MOST]]


def _silent() -> list[str]:
    return _ids(Narration.objects.exclude(silent_because="").order_by("-pk")[:MOST])


def _made() -> list[str]:
    newest = Made.objects.order_by("-at").values_list("of", flat=True)[:MOST]
    return list(dict.fromkeys(of for of in newest if not of.startswith("today-")))


def _ids(rows: Any) -> list[str]:
    return [str(row.article) for row in rows]


def _rows(articles: list[str]) -> Iterator[Row]:
    """One row for each article that is still on the desk, in the order given."""
    pages = {str(page.uuid): page for page in ArticlePage.objects.filter(uuid__in=articles).only("uuid", "title")}
    return (Row(pages[article], heard(article)) for article in articles if article in pages)


@dataclass(frozen=True, slots=True)
class Day:
    """What the voices made in a day; ``cost`` is None where none of them costs."""

    day: Any
    clips: int
    minutes: int
    cost: Decimal | None


def _days() -> Iterator[Day]:
    since = timezone.now() - timedelta(days=DAYS)
    rows = Made.objects.filter(at__gte=since).annotate(day=TruncDate("at")).values("day")
    for row in rows.annotate(count=Count("pk"), seconds=Sum("seconds"), spent=Sum("cost")).order_by("-day"):
        yield Day(row["day"], row["count"], round(row["seconds"] / 60), row["spent"])
