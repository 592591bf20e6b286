"""Files an article: the one bridge out of Wagtail, from the page in memory, its children too, to plain values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from django.utils import timezone

from newsdesk.archive.reader import Archive
from newsdesk.article.body import PictureUse
from newsdesk.article.byline import Credit, Dateline
from newsdesk.article.edition import Edition, Kind
from newsdesk.article.people import StandingPage
from newsdesk.desk.filing_body import file_body
from newsdesk.sources import filed

if TYPE_CHECKING:
    from newsdesk.desk.pages.article import ArticlePage
    from newsdesk.desk.pages.info import InfoPage
    from newsdesk.desk.photographs import Photograph


def file(page: ArticlePage) -> Edition:
    """The edition ``page`` would be if it came out now; its number is the archive's to give.

    A draft that never came out is dated by when it is due, or now: so that a preview draws from the same value.
    """
    first = page.first_published_at or page.due_at() or timezone.now()
    body = file_body(page.body)
    return Edition(
        article=page.archive_id,
        kind=cast(Kind, page.kind),
        language=page.language,
        slugline=page.slugline,
        slug=page.slug,
        headline=page.title,
        standfirst=page.standfirst,
        first_published=_utc(first),
        published_at=_utc(page.last_published_at or first),
        byline=tuple(_byline(page)),
        dateline=_dateline(page),
        section=page.section.label() if page.section else None,
        topics=tuple(dict.fromkeys(use.topic.label() for use in page.topics.all())),
        urgency=page.urgency,
        picture=_main_picture(page),
        body=body,
        statements=filed.statements(page.uuid, body),
        related=tuple(related.other.archive_id for related in page.related.all()),
        embargoed_until=_utc(page.embargoed_until) if page.embargoed_until else None,
        late_by=page.late_by,
    )


def draft(page: ArticlePage) -> Edition:
    """As ``file``, with what the record keeps of the live article: its first publication, and what was corrected."""
    edition, live = file(page), Archive().edition(page.archive_id)
    if live is None:
        return edition
    return replace(edition, first_published=live.first_published, corrections=live.corrections)


def file_standing(page: InfoPage) -> StandingPage:
    """A standing page as readers see it."""
    return StandingPage(
        id=page.archive_id,
        slug=page.slug,
        title=page.title,
        language=page.language,
        body=file_body(page.body),
        summary=page.summary,
    )


def photographs(page: ArticlePage | InfoPage) -> Iterator[Photograph]:
    """Each photograph the page shows, main one first, as often as it is used."""
    yield from filter(None, (getattr(page, "picture", None), *_in_body(page)))


def _in_body(page: ArticlePage | InfoPage) -> Iterator[Photograph | None]:
    """None where a draft's block is still empty."""
    for block in page.body:
        if block.block_type == "picture":
            yield block.value["picture"]
        elif block.block_type == "gallery":
            yield from (use["picture"] for use in block.value["pictures"])


def _byline(page: ArticlePage) -> Iterator[Credit]:
    for use in page.contributors.all():
        contributor = use.contributor
        yield Credit(contributor.archive_id, contributor.name, contributor.is_desk, use.role)


def _dateline(page: ArticlePage) -> Dateline | None:
    if not (page.dateline_place or page.dateline_source):
        return None
    return Dateline(page.dateline_place, page.dateline_date, page.dateline_source)


def _main_picture(page: ArticlePage) -> PictureUse | None:
    if not page.picture:
        return None
    return PictureUse(page.picture.archive_id, page.picture_caption, page.picture_alt)


def _utc(time: datetime) -> datetime:
    return time.astimezone(UTC)
