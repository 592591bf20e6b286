"""Puts in order what an editor orders by hand: the home page, the fronts of sections, the picks, the menus."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newsdesk.archive import record
from newsdesk.article.menu import MenuItem
from newsdesk.example.loading.identity import uuid_for
from newsdesk.example.shape import Front, Newsroom

_NAMED = ("section", "topic", "page")


def arrange(newsroom: Newsroom) -> None:
    """Home, picks, section fronts and menus."""
    record.place("home", _on(newsroom.home))
    record.place("picks", _ids(newsroom.picks))
    for slug, front in newsroom.section_fronts.items():
        record.place(f"section-{uuid_for('section', slug)}", _on(front))
    for name, items in newsroom.menus.items():
        record.menu(name, tuple(_item(item) for item in items))


def _on(front: Front) -> tuple[str, ...]:
    return _ids((front.lead, *front.seconds))


def _ids(sluglines: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(uuid_for("article", slugline)) for slugline in sluglines)


def _item(item: MenuItem) -> MenuItem:
    kind, _, slug = item.href.partition(":")
    return replace(item, href=f"{kind}:{uuid_for(kind, slug)}") if kind in _NAMED else item
