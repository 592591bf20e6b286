"""Publishes an imported article through Wagtail's own action, at the dates its wire gave it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.signals import pre_save
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction

from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.sourcing import confirm_sure
from newsdesk.desk.sourcing_rules import SourcingRules
from newsdesk.sources.models import StatementRow
from newsdesk.wire.item import Item


class Outcome(Enum):
    PUBLISHED = "published"
    SCHEDULED = "scheduled"
    AS_IT_WAS = "as it was"


@transaction.atomic
def publish(page: ArticlePage, item: Item) -> Outcome:
    """Brings out the newest draft, or schedules it for the end of its embargo. Raises ``ValidationError``.

    An article published for the first time stands at the date of the item's first version, or where its embargo ended.
    """
    now = timezone.now()
    if item.expires and item.expires <= now:
        raise ValidationError(_("It expired before it could come out. Set a later expiry, or none, and publish it."))
    if item.status != "usable":
        raise ValidationError(_("Its agency withholds it. Publish it when the agency says so."))
    revision = page.get_latest_revision()
    if page.live_revision_id == revision.pk or revision.approved_go_live_at:
        return Outcome.AS_IT_WAS
    action = PublishPageRevisionAction(revision)
    article: ArticlePage = action.object
    if (article.due_at() or now) > now:
        action.execute()
        return Outcome.SCHEDULED
    first = max(item.first_created or now, item.embargoed_until or item.first_created or now)
    if SourcingRules.load().confirms_imports:
        confirm_sure(article, min(first, now), StatementRow.Origin.IMPORTED)
    _execute(action, min(first, now), min(item.version_created or now, now))
    return Outcome.PUBLISHED


@transaction.atomic
def publish_as_of(page: ArticlePage, first: datetime, last: datetime) -> None:
    """Brings out the newest draft as if it had come out at ``last``, and its article at ``first``."""
    _execute(PublishPageRevisionAction(page.get_latest_revision()), first, last)


def withdraw(page: ArticlePage) -> bool:
    """Takes a live article off the site; whether it was live."""
    if not page.live:
        return False
    page.unpublish()
    return True


def _execute(action: PublishPageRevisionAction, first: datetime, last: datetime) -> None:
    article: ArticlePage = action.object
    article.first_published_at = article.first_published_at or first
    with _last_published(article, last):
        action.execute()


@contextmanager
def _last_published(article: ArticlePage, moment: datetime) -> Iterator[None]:
    """Wagtail's action dates each publication now; this one's words are as old as the wire says."""

    def date(instance: Any, **kwargs: Any) -> None:
        if instance is article:
            article.last_published_at = max(moment, article.first_published_at or moment)

    pre_save.connect(date, sender=type(article))
    try:
        yield
    finally:
        pre_save.disconnect(date, sender=type(article))
