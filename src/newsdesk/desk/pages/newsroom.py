"""The tree: Root > Newsroom > YYYY-MM > articles, and Root > Standing pages. Editors use flat lists instead."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PagePermissionTester

from newsdesk.desk.permissions import FixedPage


class Fixed(Page):
    """A page of the tree's frame: not edited, moved, copied or deleted by hand."""

    settings_panels: list[Any] = []
    promote_panels: list[Any] = []

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return FixedPage(user, self)


class NewsroomPage(Fixed):
    """Holds the months; reporters and editors have their permissions here."""

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["desk.MonthPage"]

    class Meta:
        verbose_name = _("newsroom")
        permissions = [("arrange_front", "Can arrange fronts, picks and menus")]


class MonthPage(Fixed):
    """One month's articles, ``2026-03``: made on demand, hidden from the explorer."""

    is_creatable = False
    parent_page_types = ["desk.NewsroomPage"]
    subpage_types = ["desk.ArticlePage", "desk.BriefPage"]

    class Meta:
        verbose_name = _("month")


class StandingPagesPage(Fixed):
    """Holds about, contact and the like; chiefs have their permissions here."""

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["desk.InfoPage"]

    class Meta:
        verbose_name = _("standing pages")


def this_month() -> MonthPage:
    """Where an article begun now belongs."""
    return month_of(timezone.now())


@transaction.atomic
def month_of(moment: datetime) -> MonthPage:
    """Where an article begun at ``moment`` belongs, by the newsroom's clock; made if it is the month's first."""
    name = f"{timezone.localtime(moment):%Y-%m}"
    newsroom = NewsroomPage.objects.select_for_update().get()
    month: MonthPage | None = MonthPage.objects.child_of(newsroom).filter(slug=name).first()
    if month is None:
        month = MonthPage(title=name, slug=name)
        newsroom.add_child(instance=month)
    return month
