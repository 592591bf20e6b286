"""The example's one door: a folder of plain files in, a ``Newsroom`` out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsdesk.article.links import parse_reference
from newsdesk.article.menu import MenuItem
from newsdesk.example.fields import Fields, read_fields
from newsdesk.example.resolve import check_references
from newsdesk.example.shape import Contributor, Front, Letter, Newsroom, Page, Photograph, Story, Subject
from newsdesk.example.story import read_story, split_front_matter

HERE = Path(__file__).parent
_NEWEST = datetime.max.replace(tzinfo=UTC)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def read_newsroom(folder: Path = HERE) -> Newsroom:
    """Everything the folder holds, every reference known to lead somewhere; ``ReadError`` at the first thing wrong."""
    room = read_fields(folder / "newsroom.toml")
    front = read_fields(folder / "front.toml")
    zone = _zone(room)
    newsroom = Newsroom(
        name=room.words("name"),
        short_name=room.words("short_name"),
        strapline=room.words("strapline"),
        time_zone=zone.key,
        language=room.words("language"),
        place=room.words("place"),
        email=room.words("email"),
        copyright=room.words("copyright"),
        sections=tuple(_subject(table, "section") for table in room.tables("sections")),
        topics=tuple(_subject(table, "topic") for table in room.tables("topics")),
        contributors=tuple(_contributor(t) for t in read_fields(folder / "contributors.toml").tables("contributors")),
        photographs=read_photographs(folder),
        stories=_stories(folder / "stories", zone),
        pages=tuple(_page(path) for path in sorted((folder / "pages").glob("*.md"))),
        letters=tuple(_letter(table) for table in read_fields(folder / "letters.toml").tables("letters")),
        home=_front(front.table("home")),
        picks=front.list_of("picks", str),
        section_fronts={slug: _front(front.table("sections").table(slug)) for slug in front.table("sections").values},
        menus={name: _menu(front.table("menus"), name) for name in front.table("menus").values},
    )
    check_references(newsroom, folder)
    return newsroom


def read_photographs(folder: Path = HERE) -> tuple[Photograph, ...]:
    """What is written about each photograph; the files themselves are drawn from it."""
    return tuple(_photograph(table) for table in read_fields(folder / "photographs.toml").tables("photographs"))


def _zone(room: Fields) -> ZoneInfo:
    name = room.words("time_zone")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        room.fail("time_zone", f"no time zone is called “{name}”")


def _subject(table: Fields, kind: Literal["section", "topic"]) -> Subject:
    table.only("slug", "name", "description")
    return Subject(kind, table.words("slug"), table.words("name"), table.words("description"))


def _contributor(table: Fields) -> Contributor:
    table.only("slug", "name", "title", "biography", "portrait", "email", "is_desk")
    return Contributor(
        slug=table.words("slug"),
        name=table.words("name"),
        title=table.words("title"),
        biography=table.words("biography"),
        portrait=table.words("portrait"),
        email=table.words("email", ""),
        is_desk=table.get("is_desk", bool, False),
    )


def _photograph(table: Fields) -> Photograph:
    """An incomplete one may lack caption, alt text and credit; no other may."""
    is_incomplete = table.get("is_incomplete", bool, False)
    may_lack = ("",) if is_incomplete else ()
    x, y = table.list_of("focal_point", float, (0.5, 0.5))
    return Photograph(
        slug=table.words("slug"),
        scene=table.words("scene"),
        caption=table.words("caption", *may_lack),
        alt=table.words("alt", *may_lack),
        creator=table.words("creator", *may_lack),
        credit=table.words("credit", *may_lack),
        copyright=table.words("copyright", *may_lack),
        city=table.words("city", ""),
        taken_on=table.get("taken_on", date),
        keywords=table.list_of("keywords", str),
        focal_point=(x, y),
        is_incomplete=is_incomplete,
    )


def _stories(folder: Path, zone: ZoneInfo) -> tuple[Story, ...]:
    stories = (read_story(path, zone) for path in sorted(folder.glob("*.md")))
    return tuple(sorted(stories, key=lambda story: (story.published or _NEWEST, story.slugline), reverse=True))


def _page(path: Path) -> Page:
    fields, body = split_front_matter(path)
    fields.only("title", "summary")
    return Page(path.stem, fields.words("title"), fields.words("summary"), body)


def _letter(table: Fields) -> Letter:
    table.only("slug", "name", "description", "sent", "days", "at", "sender")
    days = table.list_of("days", str)
    if unknown := set(days) - set(_WEEKDAYS):
        table.fail("days", f"no such day: {', '.join(sorted(unknown))}")
    return Letter(
        slug=table.words("slug"),
        name=table.words("name"),
        description=table.words("description"),
        sent=table.words("sent"),
        days=tuple(_WEEKDAYS.index(day) + 1 for day in days),
        at=table.get("at", time),
        sender=table.words("sender"),
    )


def _front(table: Fields) -> Front:
    table.only("lead", "seconds")
    return Front(table.words("lead"), table.list_of("seconds", str))


def _menu(menus: Fields, name: str) -> tuple[MenuItem, ...]:
    """``"section:economy"``, or ``"/corrections/ | Corrections"`` with words of its own."""
    lines = (line.partition("|") for line in menus.list_of(name, str))
    items = tuple(MenuItem(href.strip(), words.strip()) for href, _, words in lines)
    for item in items:
        is_ours = item.href.startswith(("section:", "topic:", "page:", "/"))
        if not is_ours and parse_reference(item.href) is None:
            menus.fail(name, f"leads nowhere: {item.href}")
    return items
