"""Every correction and clarification, the newest first, each with its article: the front and its leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article import links
from newsdesk.article.listing import LeafLink
from newsdesk.pages.contexts import Corrected, CorrectionsPage
from newsdesk.pages.heads import head
from newsdesk.pages.moments import span
from newsdesk.pages.notes import note
from newsdesk.pages.recipes.listings import neighbour
from newsdesk.pages.teasers import teaser
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, fixed, recipe

_front_for, _every_front = fixed(links.CORRECTIONS)


def _leaves_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    listing, _, serial = id.rpartition("/")
    if kind == "leaf" and listing == keys.CORRECTIONS:
        yield Wanted(links.leaf_path(links.CORRECTIONS, int(serial)), serial)


def _every_leaf(archive: Archive) -> Iterator[Wanted]:
    for listing, serial in archive.leaves():
        yield from _leaves_for(archive, "leaf", f"{listing}/{serial}")


@recipe(
    "corrections",
    stage=Stage.FRONT,
    route=r"^/corrections/$",
    sheets_for=_front_for,
    every=_every_front,
    template="corrections.html",
)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> CorrectionsPage:
    front = archive.front(keys.CORRECTIONS)
    return CorrectionsPage(
        head=head(frame, wanted.path, gettext("Corrections"), gettext("What we got wrong, and what is right.")),
        corrected=tuple(_corrected(archive, frame, front.articles)),
        older=neighbour(wanted.path, front.older, frame),
    )


@recipe(
    "corrections leaf",
    stage=Stage.LEAF,
    route=r"^/corrections/\d+/$",
    sheets_for=_leaves_for,
    every=_every_leaf,
    template="corrections.html",
)
def gather_leaf(archive: Archive, frame: Frame, wanted: Wanted) -> CorrectionsPage | None:
    leaf = archive.leaf(keys.CORRECTIONS, int(wanted.args))
    if leaf is None:
        return None
    dates = span(LeafLink(leaf.serial, leaf.since, leaf.until), frame)
    return CorrectionsPage(
        head=head(frame, wanted.path, f"{gettext('Corrections')}, {dates}"),
        corrected=tuple(_corrected(archive, frame, leaf.articles)),
        words=dates,
        older=neighbour(links.CORRECTIONS, leaf.older, frame),
        newer=neighbour(links.CORRECTIONS, leaf.newer, frame),
    )


def _corrected(archive: Archive, frame: Frame, articles: Iterable[str]) -> Iterator[Corrected]:
    """From cards alone: a fix in the body of a corrected article leaves these pages as they are."""
    for card in archive.cards(articles).values():
        newest_first = sorted(card.corrections, key=lambda one: one.made_at, reverse=True)
        yield Corrected(teaser(archive, frame, card, labelled=False), tuple(note(one, frame) for one in newest_first))
