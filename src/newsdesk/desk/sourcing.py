"""An article's draft as the sourcing engine reads it, and what is confirmed of it without an editor."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from newsdesk.article.prose import prose
from newsdesk.desk.filing_body import file_body
from newsdesk.desk.sourcing_rules import SURENESS, SourcingRules
from newsdesk.sources import decisions
from newsdesk.sources.drafts import Draft, Item, draft

if TYPE_CHECKING:
    from newsdesk.desk.pages.article import ArticlePage


def draft_of(page: ArticlePage) -> Draft:
    """The statements of the article as it stands in memory; proposals as sure as the newsroom wants them."""
    return _read(page, day_of(page), SourcingRules.load().least_sure())


def day_of(page: ArticlePage) -> date:
    """The day its "on Monday" is counted from, in the newsroom's zone: when it came out, is due, or today."""
    return timezone.localdate(page.first_published_at or page.due_at() or timezone.now())


UNSEEN = ("en",)
"""Languages of which what is almost always right may be shown before anybody looked."""


def confirm_sure(page: ArticlePage, published: datetime, origin: str) -> int:
    """Confirms what is almost always right, where nobody looks first; returns how many. The rest stay proposals, and so
    does all that is said in a language that is not read as well (docs/sourcing.md).
    """
    if page.language.lower().partition("-")[0] not in UNSEEN:
        return 0
    day = timezone.localdate(published)
    return decisions.confirm_all(page.uuid, sure_of(page, day), day, origin=origin)


def sure_of(page: ArticlePage, day: date) -> tuple[Item, ...]:
    """The proposals that are almost always right; opinion pieces speak for themselves and have none."""
    found = _read(page, day, SURENESS[SourcingRules.Proposals.FEW]) if page.kind != "opinion" else None
    return tuple(item for item in found.items if item.state == "proposed") if found else ()


def _read(page: ArticlePage, day: date, least: float) -> Draft:
    return draft(page.uuid, prose(file_body(page.body)), day, least, page.language, settings.NEWSDESK_SITE_NAME)
