"""An item of a wire -> the desk's article: a new draft, or the next revision of the article it became before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from newsdesk.article.body import PictureUse
from newsdesk.desk import filing
from newsdesk.desk.contributors import Contributor
from newsdesk.desk.imports.identity import uuid_of
from newsdesk.desk.imports.stream import Known, stored
from newsdesk.desk.pages.article import ArticlePage, default_language
from newsdesk.desk.pages.brief import BriefPage, expand
from newsdesk.desk.pages.newsroom import month_of
from newsdesk.desk.pages.parts import ArticleContributor, ArticleTopic, RelatedArticle
from newsdesk.desk.photographs import Photograph
from newsdesk.desk.sections import Section
from newsdesk.desk.topics import Topic
from newsdesk.wire.item import Item

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the desk has for what an item names: ``photographs`` in its order and numbers of ``pages``, by URI."""

    section: Section | None
    topics: tuple[Topic, ...]
    byline: tuple[tuple[Contributor, str], ...]
    photographs: Mapping[str, Photograph]
    pages: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Written:
    page: ArticlePage
    is_new: bool
    has_changed: bool


def find(uris: list[str]) -> dict[str, int]:
    """The numbers of the pages that these items became, by URI."""
    by_uuid = {uuid_of(uri): uri for uri in uris}
    found = ArticlePage.objects.filter(uuid__in=by_uuid).values_list("uuid", "pk")
    return {by_uuid[uuid]: pk for uuid, pk in found}


@contextmanager
def referenced_once(uuid: UUID) -> Iterator[None]:
    """Wagtail notes what refers to what at every save of an article and of each of its parts; once is enough."""
    with disable_reference_index_auto_update():
        yield
    if page := ArticlePage.objects.filter(uuid=uuid).first():
        ReferenceIndex.create_or_update_for_object(page.specific)


@transaction.atomic
def write(item: Item, parts: Parts) -> Written:
    """Writes a draft; nothing is written where the article says the same already.

    Raises ``ValidationError`` for what does not fit, and where an editor's work would be overwritten.
    """
    page = _existing(item)
    if page is None:
        made: ArticlePage = (BriefPage if item.kind == "brief" else ArticlePage)(uuid=uuid_of(item.uri), live=False)
        _fill(made, item, parts)
        month_of(item.first_created or timezone.now()).add_child(instance=made)
        made.save_revision()
        return Written(made, is_new=True, has_changed=True)
    before = _shown(page)
    _fill(page, item, parts)
    if changed := _shown(page) != before:
        page.save_revision()
    return Written(page, is_new=False, has_changed=changed)


def _existing(item: Item) -> ArticlePage | None:
    page = ArticlePage.objects.filter(uuid=uuid_of(item.uri)).first()
    if page is None:
        return None
    if page.latest_revision and page.latest_revision.user_id:
        raise ValidationError(_("An editor has worked on it since, so it was left as it is. Make the change by hand."))
    brief = page.specific
    if isinstance(brief, BriefPage) and item.kind != "brief":
        return expand(brief, item.kind)
    latest: ArticlePage = brief.get_latest_revision_as_object()
    return latest


def _fill(page: ArticlePage, item: Item, parts: Parts) -> None:
    page.title = page.draft_title = item.headline
    page.kind, page.standfirst, page.urgency = item.kind, item.standfirst, item.urgency
    page.slugline = item.slugline[:80]
    page.language = item.language or default_language()
    page.dateline_place = item.located[:80]
    page.ed_note = item.ed_note
    page.section = parts.section
    page.embargoed_until, page.expire_at = item.embargoed_until, item.expires
    page.contributors.set([ArticleContributor(contributor=who, role=role) for who, role in parts.byline])
    page.topics.set([ArticleTopic(topic=topic) for topic in parts.topics])
    page.related.set([RelatedArticle(other_id=parts.pages[uri]) for uri in item.related if uri in parts.pages])
    _fill_pictures(page, item, parts)


def _fill_pictures(page: ArticlePage, item: Item, parts: Parts) -> None:
    """The first photograph is the main one, wherever the body shows it; what the body shows nowhere comes after it."""
    main, *others = parts.photographs or [""]
    shown = {block.picture: block for block in item.body if isinstance(block, PictureUse)}
    page.picture = parts.photographs.get(main)
    use = shown.get(main, PictureUse(main))
    page.picture_caption = use.caption if page.picture and use.caption != page.picture.caption else ""
    page.picture_alt = use.alt if page.picture and use.alt != page.picture.alt else ""
    body = [block for block in item.body if block is not shown.get(main)]
    rest = [PictureUse(uri) for uri in others if uri not in shown]
    known = Known({uri: photograph.pk for uri, photograph in parts.photographs.items()}, parts.pages)
    page.body = stored((*body, *rest), known)


def _shown(page: ArticlePage) -> tuple[Any, ...]:
    """All that an import can change of an article, to tell whether it did; when it came out is not part of it."""
    edition = replace(filing.file(page), first_published=_NEVER, published_at=_NEVER)
    return edition, page.ed_note, page.expire_at
