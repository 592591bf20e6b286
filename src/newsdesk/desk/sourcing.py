"""An article's draft as the sourcing engine reads it, and what its editor may decide."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from newsdesk.article.prose import prose
from newsdesk.desk.filing_body import file_body
from newsdesk.desk.sourcing_rules import SourcingRules
from newsdesk.sources.drafts import Draft, draft

if TYPE_CHECKING:
    from newsdesk.desk.pages.article import ArticlePage


def draft_of(page: ArticlePage) -> Draft:
    """The statements of the article as it stands in memory; proposals as sure as the newsroom wants them."""
    least = SourcingRules.load().least_sure()
    return draft(page.uuid, prose(file_body(page.body)), day_of(page), least, page.language)


def day_of(page: ArticlePage) -> date:
    """The day its "on Monday" is counted from, in the newsroom's zone: when it came out, is due, or today."""
    return timezone.localdate(page.first_published_at or page.due_at() or timezone.now())
