"""One file of ``stories/``: TOML between ``+++`` lines, then the body."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, cast
from zoneinfo import ZoneInfo

from newsdesk.article.body import Body, PictureUse
from newsdesk.article.byline import Dateline
from newsdesk.article.correction import Correction
from newsdesk.article.edition import KINDS, Kind
from newsdesk.example.fields import Fields, parse_fields, read_words
from newsdesk.example.markup import parse_body
from newsdesk.example.problem import ReadError
from newsdesk.example.shape import Signature, State, Story

_FENCE = "+++"
_KEYS = (
    *("kind", "slugline", "state", "headline", "standfirst", "byline", "dateline", "section", "topics", "urgency"),
    *("published", "updated", "embargoed_until", "picture", "related", "corrections", "note"),
)
_STATES = ("published", "draft", "submitted", "scheduled")
_LONGEST_HEADLINE = 110


def split_front_matter(path: Path) -> tuple[Fields, Body]:
    """The table on top of a file, and the body below it; lines are counted from the top of the file in both."""
    lines = read_words(path).splitlines()
    if not lines or lines[0] != _FENCE or _FENCE not in lines[1:]:
        raise ReadError(path, 1, f"a file begins with its front matter between two lines of {_FENCE}")
    end = lines.index(_FENCE, 1)
    fields = parse_fields("\n".join(lines[1:end]), path, offset=1)
    return fields, parse_body("\n".join(lines[end + 1 :]), path, end + 2)


def read_story(path: Path, zone: ZoneInfo) -> Story:
    """The story of one file, whose times stand in ``zone``."""
    fields, body = split_front_matter(path)
    fields.only(*_KEYS)
    state = _one_of(fields, "state", _STATES, "published")
    published = _time(fields, "published", zone) if state == "published" else None
    return Story(
        slugline=_slugline(fields, path),
        kind=cast(Kind, _one_of(fields, "kind", KINDS)),
        state=cast(State, state),
        headline=_headline(fields, state),
        standfirst=fields.words("standfirst", ""),
        byline=_byline(fields),
        dateline=_dateline(fields, published.astimezone(zone) if published else None),
        section=fields.words("section"),
        topics=fields.list_of("topics", str),
        urgency=_urgency(fields),
        published=published,
        updated=_time(fields, "updated", zone) if "updated" in fields.values else published,
        embargo=_embargo(fields) if state == "scheduled" else None,
        picture=_picture(fields),
        body=body,
        related=fields.list_of("related", str),
        corrections=tuple(_correction(table, zone) for table in fields.tables("corrections")),
        note=fields.words("note", ""),
    )


def _slugline(fields: Fields, path: Path) -> str:
    slugline = fields.words("slugline")
    if slugline != path.stem:
        fields.fail("slugline", f"the file is called {path.name}")
    return slugline


def _headline(fields: Fields, state: str) -> str:
    """A draft's may be too long: the desk is there to say so."""
    headline = fields.words("headline")
    if len(headline) > _LONGEST_HEADLINE and state not in ("draft", "submitted"):
        fields.fail("headline", f"has {len(headline)} characters, more than {_LONGEST_HEADLINE}")
    return headline


def _one_of(fields: Fields, key: str, allowed: tuple[str, ...], *default: str) -> str:
    value = fields.words(key, *default)
    if value not in allowed:
        fields.fail(key, f"“{value}” is none of {', '.join(allowed)}")
    return value


def _urgency(fields: Fields) -> int:
    urgency = fields.get("urgency", int, 5)
    if not 1 <= urgency <= 9:
        fields.fail("urgency", "runs from 1 (highest) to 9")
    return urgency


def _byline(fields: Fields) -> tuple[Signature, ...]:
    """``"slug"`` for an author, ``"slug: role"`` for anyone else."""
    names = (name.partition(":") for name in fields.list_of("byline", str))
    return tuple(Signature(slug.strip(), role.strip()) for slug, _, role in names)


def _time(fields: Fields, key: str, zone: ZoneInfo) -> datetime:
    at = fields.get(key, datetime)
    if at.tzinfo is not None:
        fields.fail(key, "is local time: write it without an offset")
    return at.replace(tzinfo=zone).astimezone(UTC)


def _embargo(fields: Fields) -> timedelta:
    """``"+3d"`` or ``"+6h"``, counted from the day of loading."""
    after = re.fullmatch(r"\+(\d+)([dh])", fields.words("embargoed_until"))
    if after is None:
        fields.fail("embargoed_until", "is counted from the day of loading: “+3d”, “+6h”")
    return timedelta(**{"days" if after[2] == "d" else "hours": int(after[1])})


def _dateline(fields: Fields, filed: datetime | None) -> Dateline | None:
    """``"Ribanova"``, or ``"Ribanova | Atlantica"`` where it is another's copy."""
    place, _, source = fields.words("dateline", "").partition("|")
    return Dateline(place.strip(), filed.date() if filed else None, source.strip()) if place else None


def _picture(fields: Fields) -> PictureUse | None:
    """``picture = "slug"``, or a table where this story has a caption or alt text of its own."""
    if isinstance(fields.values.get("picture"), dict):
        table = fields.table("picture").only("photograph", "caption", "alt")
        return PictureUse(table.words("photograph"), table.words("caption", ""), table.words("alt", ""))
    slug = fields.words("picture", "")
    return PictureUse(slug) if slug else None


def _correction(table: Fields, zone: ZoneInfo) -> Correction:
    table.only("kind", "text", "made_at", "on_top")
    kind = _one_of(table, "kind", ("correction", "clarification"))
    return Correction(
        cast(Literal["correction", "clarification"], kind),
        table.words("text"),
        _time(table, "made_at", zone),
        table.get("on_top", bool, False),
    )
