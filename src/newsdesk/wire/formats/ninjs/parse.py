"""A ninjs document -> an ``Item``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from newsdesk.article.body import Body
from newsdesk.wire.errors import WireError
from newsdesk.wire.formats.ninjs import words
from newsdesk.wire.formats.ninjs.byline import byline
from newsdesk.wire.formats.ninjs.document import Document
from newsdesk.wire.formats.ninjs.markup import blocks, plain_blocks, same_words
from newsdesk.wire.formats.ninjs.pictures import photo
from newsdesk.wire.item import STATUSES, TYPES, Item, Status, Type

_OLDER = ("guid", "headline", "body_text", "body_html", "body_xhtml", "description_text")
_MARKUP = ("application/xhtml+xml", "text/html")


def parse(document: Mapping[str, Any]) -> Item:
    """The item in a document of version 2 or 3; raises ``WireError`` with the field and what was expected there."""
    read = Document.of(document)
    _refuse_older(read)
    type = cast(Type, read.one_of("type", TYPES, "text"))
    associated = read.each("associations")
    pictures = [photo(one) for one in _main_first(associated) if one.text("type") == "picture"]
    headline = words.by_role(read.each("headlines"), words.HEADLINE) or read.text("title")
    section, topics = _subjects(read)
    return Item(
        uri=read.required("uri"),
        type=type,
        kind=words.kind(read),
        status=cast(Status, read.one_of("pubstatus", STATUSES, "usable")),
        version=read.text("version"),
        language=read.text("language"),
        headline=headline,
        standfirst=words.by_role(read.each("descriptions"), words.STANDFIRST) if type != "picture" else "",
        slugline=read.text("slugline"),
        byline=byline(read),
        located=read.text("located"),
        section=section,
        topics=topics,
        urgency=read.number("urgency", 1, 9, 5),
        body=_body(read, associated, headline),
        pictures=(photo(read),) if type == "picture" else tuple(pictures),
        related=_related(associated),
        first_created=read.moment("firstcreated", "versioncreated"),
        version_created=read.moment("versioncreated", "firstcreated"),
        embargoed_until=read.moment("embargoeduntil", "embargoed"),
        expires=read.moment("expires"),
        ed_note=read.text("ednote"),
    )


def _refuse_older(read: Document) -> None:
    version = read.object("standard").text("version")
    if version.startswith("1.") or (not version and any(name in read.fields for name in _OLDER)):
        raise WireError("standard.version", "ninjs 2 or 3 (version 1 names its fields otherwise)")


def _main_first(associated: Sequence[Document]) -> list[Document]:
    """Photographs called main before the others, which keep their order."""
    return sorted(associated, key=lambda one: "main" not in (one.text("rel") + one.text("name")).lower())


def _related(associated: Sequence[Document]) -> tuple[str, ...]:
    """Other items of text, by their URIs."""
    return tuple(
        dict.fromkeys(one.required("uri") for one in associated if one.text("type") in ("text", "composite", ""))
    )


def _subjects(read: Document) -> tuple[str, tuple[str, ...]]:
    """The primary subject, which is the section, and all others, each name once."""
    named = [(subject.text("name", "literal"), words.role(subject.text("rel"))) for subject in read.each("subjects")]
    section = next((name for name, relation in named if name and relation == "primary"), "")
    return section, tuple(dict.fromkeys(name for name, _ in named if name and name != section))


def _body(read: Document, associated: Sequence[Document], headline: str) -> Body:
    """The richest body that can be read; a first line that only repeats the headline is left out."""
    pictures = _pointers(associated)
    body: Body = ()
    for one in sorted(read.each("bodies"), key=_poverty):
        body = body or _read_body(one, pictures)
    while body and same_words(body[0], headline):
        body = body[1:]
    return body


def _read_body(one: Document, pictures: Mapping[str, str]) -> Body:
    value, content_type = one.text("value"), one.text("contenttype").partition(";")[0]
    if content_type in _MARKUP or (not content_type and value.startswith("<")):
        return blocks(value, pictures)
    return plain_blocks(value) if content_type in ("text/plain", "") else ()


def _poverty(body: Document) -> tuple[bool, bool]:
    plain = body.text("contenttype").partition(";")[0] == "text/plain"
    return plain, words.role(body.text("role")) not in ("main", "body", "")


def _pointers(associated: Sequence[Document]) -> dict[str, str]:
    """All that an ``img`` may call an associated photograph."""
    names: dict[str, str] = {}
    for one in associated:
        if one.text("type") == "picture":
            uri = one.required("uri")
            files = [rendition.text("href") for rendition in one.each("renditions")]
            names |= dict.fromkeys(filter(None, [uri, one.text("name"), *files]), uri)
    return names
