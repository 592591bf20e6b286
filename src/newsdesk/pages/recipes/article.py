"""An article at its permalink.

It reads its own edition, the names and pictures in it and what its links lead to, never a live listing: a publish
elsewhere leaves it as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.utils.html import escape
from django.utils.translation import pgettext

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article.body import Body, RelatedCard, plain_text, reading_minutes
from newsdesk.article.byline import Dateline
from newsdesk.article.correction import Correction
from newsdesk.article.edition import Edition
from newsdesk.pages import kinds, names, players, structured, structured_sources
from newsdesk.pages.contexts import ArticlePage, Byliner, Head, Html, Moment, Name, Note
from newsdesk.pages.heads import alternates, shortened, titled
from newsdesk.pages.images import image, social
from newsdesk.pages.marks import ids, marked
from newsdesk.pages.moments import day_and_month, moment
from newsdesk.pages.notes import note
from newsdesk.pages.recipes.fragments import more_path
from newsdesk.pages.sources import fitting, sources
from newsdesk.pages.web import Web
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, recipe

SAME_MINUTE = timedelta(minutes=1)
"""An edition no later than this after the first is no update that readers need to hear of."""


def _sheets_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    if kind == "edition" and (path := archive.permalink(id)):
        yield Wanted(path, id)


def _every(archive: Archive) -> Iterator[Wanted]:
    return (Wanted(one.path, one.article) for one in archive.standing() if one.state == keys.LIVE)


@recipe(
    "article",
    stage=Stage.ARTICLE,
    route=r"^/\d{4}/\d\d/\d\d/[^/]+/$",
    sheets_for=_sheets_for,
    every=_every,
    template="article.html",
    opens=lambda article: [keys.edition(article), keys.clip(article)],
)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> ArticlePage | None:
    edition = archive.edition(wanted.args)
    edition = edition and fitting(edition)
    return _page(edition, _Filed.of(archive, frame, edition), archive, frame, wanted.path) if edition else None


@dataclass(frozen=True, slots=True)
class _Filed:
    """What an edition is filed under, and its times, as readers see them."""

    section: Name | None
    topics: tuple[Name, ...]
    authors: tuple[Byliner, ...]
    published: Moment
    updated: Moment | None
    notes: tuple[tuple[Correction, Note], ...]

    @classmethod
    def of(cls, archive: Archive, frame: Frame, edition: Edition) -> _Filed:
        later = edition.number > 1 and edition.published_at - edition.first_published > SAME_MINUTE
        return cls(
            section=names.section(archive, edition.section),
            topics=tuple(names.topic(archive, label) for label in edition.topics),
            authors=tuple(names.byliner(archive, credit) for credit in edition.byline),
            published=moment(edition.first_published, frame),
            updated=moment(edition.published_at, frame) if later else None,
            notes=tuple((one, note(one, frame)) for one in edition.corrections),
        )


def _page(edition: Edition, filed: _Filed, archive: Archive, frame: Frame, path: str) -> ArticlePage:
    body = marked(edition.body, edition.statements)
    return ArticlePage(
        head=_head(edition, filed, archive, frame, path),
        headline=edition.headline,
        kind=edition.kind,
        kind_words=kinds.label(edition.kind),
        standfirst=edition.standfirst,
        section=filed.section,
        topics=filed.topics,
        byline=names.linked(one for one in filed.authors if not one.role),
        credits=tuple(_credit(one) for one in filed.authors if one.role),
        authors=filed.authors,
        published=filed.published,
        updated=filed.updated,
        minutes=reading_minutes(edition.body),
        dateline=_dateline(edition.dateline),
        image=image(archive, edition.picture),
        body=Web(archive, frame).html(body),
        related=Web(archive, frame).html(_related(edition)),
        notes=tuple(shown for _, shown in filed.notes),
        notes_on_top=tuple(shown for one, shown in filed.notes if one.on_top),
        more=more_path(filed.section.path) if filed.section and filed.section.path else "",
        sources=sources(archive, edition, ids(body)),
        player=players.player(archive.clip(edition.article), edition.slug),
    )


def _related(edition: Edition) -> Body:
    """Cards of the related articles that have none in the body already."""
    cards = [RelatedCard(article) for article in edition.related]
    return tuple(card for card in cards if card not in edition.body)


def _head(edition: Edition, filed: _Filed, archive: Archive, frame: Frame, path: str) -> Head:
    modified = filed.updated or filed.published
    thing = structured.article(
        edition,
        frame,
        path,
        authors=filed.authors,
        published=filed.published,
        modified=modified,
        section=filed.section,
        topics=filed.topics,
        picture=archive.picture(edition.picture.picture) if edition.picture else None,
        notes=[shown for _, shown in filed.notes],
    )
    thing |= structured_sources.account(archive, edition)
    thing |= players.audio(archive.clip(edition.article), thing["@id"], frame)
    trail = [filed.section] if filed.section and filed.section.path else []
    return Head(
        title=titled(frame, edition.headline),
        headline=edition.headline,
        path=path,
        url=frame.url(path),
        description=shortened(edition.standfirst or plain_text(edition.body) or edition.headline),
        type="article",
        json_ld=structured.script(thing, structured.breadcrumbs(frame, *trail, Name(edition.headline, path))),
        image=social(archive, edition.picture, frame),
        alternates=alternates(frame),
        published=filed.published.iso,
        modified=modified.iso,
        section=filed.section.words if filed.section else "",
        tags=tuple(topic.words for topic in filed.topics),
    )


def _credit(one: Byliner) -> Html:
    """``Photographs: Maren Tolle``"""
    role = one.role[:1].upper() + one.role[1:]
    # Translators: what somebody did for an article, and their name
    parts = {"role": escape(role), "name": names.anchor(one.name, one.path, ' rel="author"')}
    return Html(pgettext("a credit", "%(role)s: %(name)s") % parts)


def _dateline(filed: Dateline | None) -> str:
    if filed is None:
        return ""
    when = day_and_month(filed.filed_on) if filed.filed_on else ""
    where = ", ".join(part for part in (filed.place.upper(), when) if part)
    return f"{where} ({filed.source})" if filed.source else where
