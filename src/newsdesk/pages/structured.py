"""What machines are told about a page: schema.org as JSON-LD.

https://schema.org/NewsArticle and https://developers.google.com/search/docs/appearance/structured-data/article
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from newsdesk.article.edition import Edition
from newsdesk.article.picture import Picture, file_path
from newsdesk.pages import kinds
from newsdesk.pages.contexts import Byliner, Html, Moment, Name, Note
from newsdesk.press.frame import Frame

_ESCAPES = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def script(*things: dict[str, Any]) -> Html:
    """Things as the text of a script element; no text in them can close it."""
    whole = {"@context": "https://schema.org", "@graph": [_without_blanks(thing) for thing in things]}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in _ESCAPES:
        text = text.replace(character, escaped)
    return Html(text)


def publisher(frame: Frame) -> dict[str, Any]:
    return {
        "@type": "NewsMediaOrganization",
        "@id": frame.url("/#publisher"),
        "name": frame.site_name,
        "url": frame.url("/"),
        "correctionsPolicy": frame.url("/corrections/"),
    }


def article(
    edition: Edition,
    frame: Frame,
    path: str,
    *,
    authors: Sequence[Byliner],
    published: Moment,
    modified: Moment,
    section: Name | None,
    topics: Sequence[Name],
    picture: Picture | None,
    notes: Sequence[Note],
) -> dict[str, Any]:
    return {
        "@type": kinds.TYPES[edition.kind],
        "@id": frame.url(path) + "#article",
        "headline": edition.headline,
        "description": edition.standfirst,
        "mainEntityOfPage": frame.url(path),
        "inLanguage": edition.language,
        "datePublished": published.iso,
        "dateModified": modified.iso,
        "author": [_author(one, frame) for one in authors if not one.role],
        "contributor": [_author(one, frame) for one in authors if one.role],
        "publisher": publisher(frame),
        "articleSection": section and section.words,
        "keywords": [topic.words for topic in topics],
        "image": picture and _image(picture, frame),
        "correction": [_correction(note) for note in notes],
        "isAccessibleForFree": True,
    }


def breadcrumbs(frame: Frame, *names: Name) -> dict[str, Any]:
    """From the home page to this one."""
    steps = [Name(frame.site_name, "/"), *names]
    items = [
        {"@type": "ListItem", "position": number, "name": step.words, "item": frame.url(step.path)}
        for number, step in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def person(one: Byliner, frame: Frame) -> dict[str, Any]:
    return {"@type": "ProfilePage", "mainEntity": _author(one, frame) | {"description": one.biography}}


def _author(one: Byliner, frame: Frame) -> dict[str, Any]:
    return {
        "@type": "Organization" if one.is_desk else "Person",
        "name": one.name,
        "url": frame.url(one.path) if one.path else "",
        "jobTitle": "" if one.is_desk else one.title,
        "image": frame.url(one.portrait.src) if one.portrait else "",
    }


def _image(picture: Picture, frame: Frame) -> dict[str, Any]:
    width = max(picture.widths, default=0)
    return {
        "@type": "ImageObject",
        "contentUrl": frame.url(file_path(picture.digest, width, "jpeg")) if width else "",
        "width": width,
        "height": round(width * picture.height / picture.width) if picture.width else 0,
        "caption": picture.caption,
        "creditText": picture.credit,
        "creator": {"@type": "Person", "name": picture.creator} if picture.creator else None,
        "copyrightNotice": picture.copyright or picture.credit,
    }


def _correction(note: Note) -> dict[str, Any]:
    return {"@type": "CorrectionComment", "text": note.text, "datePublished": note.at.iso}


def _without_blanks(value: Any) -> Any:
    """The same without empty strings, zeros, nothings and empty lists; ``False`` stays."""
    if isinstance(value, dict):
        return {key: kept for key, inner in value.items() if (kept := _without_blanks(inner)) or kept is False}
    return [_without_blanks(inner) for inner in value] if isinstance(value, list) else value
