"""Sections, topics and contributors by the names a wire gives them, made where the newsroom has none of that name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from newsdesk.article.links import may_be_top_level, slugify
from newsdesk.desk.contributors import Contributor
from newsdesk.desk.recorded import Recorded
from newsdesk.desk.sections import Section
from newsdesk.desk.topics import Topic
from newsdesk.wire.item import Name

Noun = TypeVar("Noun", bound=Recorded)


class Names:
    """Asks the database once a name. Call it outside any transaction that may fail: it remembers what it made."""

    def __init__(self) -> None:
        self._known: dict[type[Recorded], dict[str, Any]] = {}

    def section(self, name: str) -> Section:
        return self._get(Section, name, may_be_top_level)

    def topic(self, name: str) -> Topic:
        return self._get(Topic, name)

    def contributor(self, name: Name) -> Contributor:
        """The person or desk of that name, whichever of the two the newsroom says it is."""
        return self._get(Contributor, name.name, is_desk=name.is_desk)

    def _get(self, model: type[Noun], name: str, fits: Callable[[str], bool] = bool, **fields: Any) -> Noun:
        name = " ".join(name.split())[:120].strip()
        if model not in self._known:
            self._known[model] = {one.name.casefold(): one for one in model._default_manager.all()}
        known: dict[str, Noun] = self._known[model]
        if name.casefold() not in known:
            known[name.casefold()] = _make(model, name, fits, fields)
        return known[name.casefold()]


def _make(model: type[Noun], name: str, fits: Callable[[str], bool], fields: dict[str, Any]) -> Noun:
    taken = model._default_manager.filter
    slug = next(slug for slug in _slugs(name) if fits(slug) and not taken(slug=slug).exists())
    made = model(name=name, slug=slug, **fields)
    made.full_clean()
    made.save()
    return made


def _slugs(name: str) -> Iterator[str]:
    """``ferries``, ``ferries-2``, …"""
    slug = slugify(name, 60)
    yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1
