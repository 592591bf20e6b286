"""Listens to what Wagtail saves and keeps the archive in step, inside ``Page.save``'s own transaction.

Every publish, expiry and unpublish saves the page; signals such as ``page_published`` fire outside the transaction, and
also for a page merely scheduled.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save, pre_delete
from wagtail.models import Page, get_page_models

from newsdesk.archive import record
from newsdesk.archive.keys import Lane
from newsdesk.archive.reader import Archive
from newsdesk.desk import filing
from newsdesk.desk.contributors import Contributor
from newsdesk.desk.identity import Printed
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.pages.info import InfoPage
from newsdesk.desk.photographs import Photograph
from newsdesk.desk.sections import Section
from newsdesk.desk.topics import Topic
from newsdesk.sources import filed


def listen() -> None:
    """Expiry, bulk unpublish and the like save the base class, so every type of page is listened to."""
    for model in get_page_models():
        post_save.connect(saved, sender=model, dispatch_uid=f"desk-publish-{model._meta.label}")
        pre_delete.connect(deleted, sender=model, dispatch_uid=f"desk-withdraw-{model._meta.label}")


def saved(instance: Page, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Saves that name their fields (revisions, moves, counters) change nothing readers see."""
    if raw or update_fields is not None:
        return
    page = whole(instance)
    if not isinstance(page, ArticlePage | InfoPage):
        return
    if not page.live:
        withdraw(page)
    elif page.live_revision_id:
        publish(page)


def deleted(instance: Page, **kwargs: Any) -> None:
    page = whole(instance)
    if isinstance(page, ArticlePage | InfoPage):
        withdraw(page)


def whole(page: Page) -> Page:
    """The page as its own type; one of the base class is read again, for what it remembers of itself may be older."""
    own_type = page.specific_class
    return page if own_type is None or isinstance(page, own_type) else own_type.objects.get(pk=page.pk)


_lane: ContextVar[Lane] = ContextVar("lane", default=Lane.EDITOR)


@contextmanager
def unhurried() -> Iterator[None]:
    """What is published inside waits for what an editor publishes meanwhile: for large imports."""
    token = _lane.set(Lane.RENAME)
    try:
        yield
    finally:
        _lane.reset(token)


@transaction.atomic
def publish(page: ArticlePage | InfoPage) -> None:
    """Writes what readers see of a live page. Nothing is added where that is the same as before."""
    shown = dict.fromkeys(filing.photographs(page))
    _print(Photograph, [photograph.pk for photograph in shown])
    for photograph in shown:
        photograph.to_archive()
    if isinstance(page, InfoPage):
        record.page(filing.file_standing(page))
        return
    _print_names(page)
    edition = filing.file(page)
    for source in filed.named_sources(edition.statements):
        source.to_archive()
    record.add(edition, _lane.get())


def withdraw(page: ArticlePage | InfoPage) -> None:
    """Takes off the reader's site what stands there; what was never published, or killed, stays as it is."""
    if isinstance(page, InfoPage):
        record.withdraw_page(page.archive_id)
    elif Archive().state(page.archive_id) == "live":
        record.withdraw(page.archive_id, "unpublish")


def _print_names(page: ArticlePage) -> None:
    _print(Contributor, [use.contributor_id for use in page.contributors.all()])
    _print(Topic, [use.topic_id for use in page.topics.all()])
    _print(Section, [page.section_id])


def _print(model: type[Printed], ids: list[Any]) -> None:
    """From now on these cannot be deleted."""
    model._default_manager.filter(pk__in=ids, printed=False).update(printed=True)
