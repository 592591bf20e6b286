"""A paper of four recipes in plain text: small enough to bake after every step of a random history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article import links
from newsdesk.article.body import plain_text
from newsdesk.article.clip import path
from newsdesk.press import framing, recipe, run
from newsdesk.press.assets import Assets
from newsdesk.press.draw import engine
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Recipe, Stage, Wanted, addressed, fixed
from newsdesk.press.shelves.base import Printed
from newsdesk.press.theme import Theme


@dataclass(frozen=True, slots=True)
class Lines:
    lines: tuple[str, ...]


def write(page: Lines, frame: Frame) -> Printed:
    return Printed("\n".join([frame.site_name, *page.lines]).encode())


def gather_article(archive: Archive, frame: Frame, wanted: Wanted) -> Any:
    edition = archive.edition(wanted.args)
    if edition is None:
        return None
    names = [archive.author(credit.contributor) for credit in edition.byline]
    topics = [archive.subject(topic.id) for topic in edition.topics]
    related = [card.headline for card in archive.cards(edition.related).values()]
    words = [str(one and one.name) for one in (*names, *topics)]
    clip = archive.clip(wanted.args)
    return Lines((edition.headline, *words, *related, plain_text(edition.body), clip.digest if clip else "unheard"))


def article_for(archive: Archive, kind: str, id: str) -> Iterable[Wanted]:
    if kind == "edition" and archive.state(id) == "live":
        yield Wanted(archive.last_path(id) or "", id)


def every_article(archive: Archive) -> Iterable[Wanted]:
    return (Wanted(one.path, one.article) for one in archive.standing() if one.state == "live")


def gather_gone(archive: Archive, frame: Frame, wanted: Wanted) -> Any:
    if archive.state(wanted.args) not in ("killed", "takedown"):
        return None
    return Printed(b"gone", status=410)


def gone_for(archive: Archive, kind: str, id: str) -> Iterable[Wanted]:
    if kind == "edition" and archive.state(id) in ("killed", "takedown"):
        yield Wanted(archive.last_path(id) or "", id)


def every_gone(archive: Archive) -> Iterable[Wanted]:
    return (Wanted(one.path, one.article) for one in archive.standing() if one.state in ("killed", "takedown"))


def gather_home(archive: Archive, frame: Frame, wanted: Wanted) -> Any:
    articles = archive.placed("home") or archive.front("river").articles
    return Lines(tuple(card.headline for card in archive.cards(articles).values()))


def gather_topic(archive: Archive, frame: Frame, wanted: Wanted) -> Any:
    subject, front = archive.subject(wanted.args), archive.front(f"topic-{wanted.args}")
    if subject is None or links.topic_path(subject.slug) != wanted.path:
        return None
    older = [f"{front.older.serial} since {front.older.since} until {front.older.until}"] if front.older else []
    return Lines((subject.name, *_headlines(archive, front.articles), *older))


def topic_for(archive: Archive, kind: str, id: str) -> Iterable[Wanted]:
    found = addressed(kind, id, "topic")
    if found and (path := archive.address(id)):
        yield Wanted(path, found)


def every_topic(archive: Archive) -> Iterable[Wanted]:
    for id in archive.values("label"):
        yield from topic_for(archive, "address", f"topic:{id}")


def gather_leaf(archive: Archive, frame: Frame, wanted: Wanted) -> Any:
    listing, _, serial = wanted.args.partition("/")
    leaf, front = archive.leaf(listing, int(serial)), archive.address(listing.replace("-", ":", 1))
    if leaf is None or front is None or links.leaf_path(front, leaf.serial) != wanted.path:
        return None
    return Lines((f"{leaf.since} {leaf.until}", str(leaf.newer), str(leaf.older), *_headlines(archive, leaf.articles)))


def leaf_for(archive: Archive, kind: str, id: str) -> Iterable[Wanted]:
    if kind == "address":
        listing = id.replace(":", "-", 1)
        for serial in archive.serials(listing):
            yield from leaf_for(archive, "leaf", f"{listing}/{serial}")
    elif kind == "leaf" and id.startswith("topic-"):
        listing, _, serial = id.partition("/")
        front = archive.address(listing.replace("-", ":", 1))
        yield Wanted(f"{front}{serial}/", id)


def every_leaf(archive: Archive) -> Iterable[Wanted]:
    for listing, serial in archive.leaves():
        yield from leaf_for(archive, "leaf", f"{listing}/{serial}")


def gather_redirect(archive: Archive, frame: Frame, wanted: Wanted) -> Any:
    found = archive.redirect(wanted.args)
    today = archive.address(found.to) if found else None
    if today is None:
        return None
    return Printed(b"moved", status=301, location=today + wanted.path.removeprefix(wanted.args))


def redirect_for(archive: Archive, kind: str, id: str) -> Iterable[Wanted]:
    found = archive.redirect(id) if kind == "redirect" else None
    if found and archive.address(found.to):
        yield from (Wanted(path, id) for path in (id, *(f"{id}{serial + 1}/" for serial in range(found.leaves))))


def every_redirect(archive: Archive) -> Iterable[Wanted]:
    for old in archive.values("redirect"):
        yield from redirect_for(archive, "redirect", old)


def gather_heard(archive: Archive, frame: Frame, wanted: Wanted) -> Any:
    cards = archive.cards(archive.front(keys.AUDIO).articles)
    clips = [archive.clip(of) for of in (*cards, *archive.composed())]
    return Lines((*(card.headline for card in cards.values()), *(str(clip and clip.digest) for clip in clips)))


def gather_silenced(archive: Archive, frame: Frame, wanted: Wanted) -> Any:
    return Printed(b"silenced", status=410) if archive.silenced(wanted.args) else None


def silenced_for(archive: Archive, kind: str, id: str) -> Iterable[Wanted]:
    if kind == "silenced":
        yield Wanted(path(id, "mp3"), id)


def every_silenced(archive: Archive) -> Iterable[Wanted]:
    for digest in archive.values("silenced"):
        yield from silenced_for(archive, "silenced", digest)


def _headlines(archive: Archive, articles: Iterable[str]) -> list[str]:
    return [card.headline for card in archive.cards(articles).values()]


RECIPES = {
    one.name: one
    for one in (
        Recipe("article", gather_article, article_for, every_article, Stage.ARTICLE, "", write=write),
        Recipe("gone", gather_gone, gone_for, every_gone, Stage.ARTICLE, "", write=write),
        Recipe("leaf", gather_leaf, leaf_for, every_leaf, Stage.LEAF, "", write=write),
        Recipe("topic", gather_topic, topic_for, every_topic, Stage.FRONT, "", write=write),
        Recipe("redirect", gather_redirect, redirect_for, every_redirect, Stage.FEED, "", write=write),
        Recipe("home", gather_home, *fixed("/"), Stage.HOME, "", write=write),
    )
}
HEARD = {
    one.name: one
    for one in (
        Recipe("heard", gather_heard, *fixed("/heard/"), Stage.FRONT, "", write=write),
        Recipe("silenced", gather_silenced, silenced_for, every_silenced, Stage.ARTICLE, "", write=write),
    )
}
"""What a paper that is read aloud has besides."""

_FILES = {"/static/css/site.1.css": b"a {}"}
THEME = Theme(engine([], {}), Assets({"css/site.css": "/static/css/site.1.css"}, _FILES), "plain")


def set_up(patch: pytest.MonkeyPatch, recipes: Mapping[str, Recipe] = RECIPES) -> None:
    """Puts this paper in the place of the newsroom's own recipes and theme."""
    patch.setattr(recipe, "_recipes", dict(recipes))
    for module in (run, framing):
        patch.setattr(module, "theme", lambda: THEME)
