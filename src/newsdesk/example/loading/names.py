"""Sections, topics and contributors, each saved as an editor saves it: the archive hears of it at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from newsdesk.desk.contributors import Contributor
from newsdesk.desk.recorded import Recorded
from newsdesk.desk.sections import Section
from newsdesk.desk.topics import Topic
from newsdesk.example import shape
from newsdesk.example.loading.identity import uuid_for
from newsdesk.example.loading.photographs import Photographs

Noun = TypeVar("Noun", bound=Recorded)


@dataclass(frozen=True, slots=True)
class Names:
    """What an article is filed under, by slug."""

    sections: Mapping[str, Section]
    topics: Mapping[str, Topic]
    contributors: Mapping[str, Contributor]


def make(newsroom: shape.Newsroom, photographs: Photographs) -> Names:
    """All names of the newsroom; raises ``ValidationError`` where the desk would refuse one."""
    return Names(
        sections={one.slug: _saved(Section(**_subject(one))) for one in newsroom.sections},
        topics={one.slug: _saved(Topic(**_subject(one))) for one in newsroom.topics},
        contributors={one.slug: _saved(_contributor(one, photographs)) for one in newsroom.contributors},
    )


def _subject(one: shape.Subject) -> dict[str, Any]:
    uuid = uuid_for(one.kind, one.slug)
    return {"uuid": uuid, "name": one.name, "slug": one.slug, "description": one.description}


def _contributor(one: shape.Contributor, photographs: Photographs) -> Contributor:
    return Contributor(
        uuid=uuid_for("contributor", one.slug),
        name=one.name,
        slug=one.slug,
        is_desk=one.is_desk,
        title=one.title,
        biography=one.biography,
        email=one.email,
        portrait=photographs[one.portrait],
    )


def _saved(noun: Noun) -> Noun:
    noun.full_clean()
    noun.save()
    return noun
