"""Whether everything the example names is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsdesk.article.body import references
from newsdesk.article.links import parse_reference
from newsdesk.example.problem import ReadError
from newsdesk.example.shape import Front, Newsroom, Story

Named = tuple[str, str, Path]
"""What is named (``kind:slug``), where in words, and in which file."""


def check_references(newsroom: Newsroom, folder: Path) -> None:
    """``ReadError`` at the first name that leads nowhere or is given twice."""
    names = Counter(_names(newsroom))
    for name, times in names.items():
        if times > 1:
            raise ReadError(folder, 0, f"{name} is there {times} times")
    for reference, where, path in _all_references(newsroom, folder):
        if reference not in names:
            raise ReadError(path, _line_of(reference, path), f"{where} names {reference}, which is nowhere")


def _names(newsroom: Newsroom) -> Iterator[str]:
    yield from (f"{subject.kind}:{subject.slug}" for subject in (*newsroom.sections, *newsroom.topics))
    yield from (f"contributor:{one.slug}" for one in newsroom.contributors)
    yield from (f"picture:{one.slug}" for one in newsroom.photographs)
    yield from (f"article:{one.slugline}" for one in newsroom.stories)
    yield from (f"page:{one.slug}" for one in newsroom.pages)


def _all_references(newsroom: Newsroom, folder: Path) -> Iterator[Named]:
    for story in newsroom.stories:
        path = folder / "stories" / f"{story.slugline}.md"
        yield from ((reference, "the story", path) for reference in _of_story(story))
    for page in newsroom.pages:
        yield from ((one, "the page", folder / "pages" / f"{page.slug}.md") for one in _internal(references(page.body)))
    for one in newsroom.contributors:
        yield f"picture:{one.portrait}", one.name, folder / "contributors.toml"
    yield from ((reference, "the front", folder / "front.toml") for reference in _of_fronts(newsroom))


def _of_story(story: Story) -> Iterator[str]:
    yield f"section:{story.section}"
    yield from (f"topic:{topic}" for topic in story.topics)
    yield from (f"contributor:{name.contributor}" for name in story.byline)
    yield from (f"article:{slugline}" for slugline in story.related)
    if story.picture:
        yield f"picture:{story.picture.picture}"
    yield from _internal(references(story.body))


def _of_fronts(newsroom: Newsroom) -> Iterator[str]:
    for front in (newsroom.home, *newsroom.section_fronts.values()):
        yield from (f"article:{slugline}" for slugline in _listed(front))
    yield from (f"article:{slugline}" for slugline in newsroom.picks)
    yield from (f"section:{slug}" for slug in newsroom.section_fronts)
    for items in newsroom.menus.values():
        yield from (item.href for item in items if item.href.startswith(("section:", "topic:", "page:")))


def _listed(front: Front) -> tuple[str, ...]:
    return (front.lead, *front.seconds)


def _internal(hrefs: Iterable[str]) -> Iterator[str]:
    for href in hrefs:
        reference = parse_reference(href)
        if reference and reference.kind != "url":
            yield href


def _line_of(reference: str, path: Path) -> int:
    """The first line of the file that names the slug: in quotes, after a colon, in a directive or a gallery's row."""
    slug = re.escape(reference.partition(":")[2])
    named = re.compile(rf'"{slug}[":]|:{slug}["|)]|::: [\w-]+ {slug}$|{slug}\s*(?:\||$)')
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if named.search(line)), 0)
