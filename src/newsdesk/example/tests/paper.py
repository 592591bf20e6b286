"""The example, read once for all tests, and all its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsdesk.article.body import PullQuote, plain_text
from newsdesk.example.read import read_newsroom
from newsdesk.example.shape import Newsroom, Story


@cache
def newsroom() -> Newsroom:
    return read_newsroom()


def published() -> list[Story]:
    return [story for story in newsroom().stories if story.state == "published"]


def words_of_story(story: Story) -> str:
    quotes = (block.text for block in story.body if isinstance(block, PullQuote))
    notes = (correction.text for correction in story.corrections)
    return "\n".join([story.headline, story.standfirst, plain_text(story.body), *quotes, *notes])


def all_words() -> Iterator[tuple[str, str]]:
    """Where it stands, and what a reader may see there."""
    room = newsroom()
    yield from ((story.slugline, words_of_story(story)) for story in room.stories)
    yield from ((page.slug, "\n".join([page.title, page.summary, plain_text(page.body)])) for page in room.pages)
    yield from ((one.slug, f"{one.caption}\n{one.alt}") for one in room.photographs)
    yield from ((one.slug, one.biography) for one in room.contributors)
    yield from ((one.slug, one.description) for one in (*room.sections, *room.topics))
    yield from ((one.slug, one.description) for one in room.letters)
