"""The head of a document, from what a page is about."""

from __future__ import annotations

from typing import Any

from newsdesk.article import links
from newsdesk.article.people import Subject
from newsdesk.pages import structured
from newsdesk.pages.contexts import Alternate, Head, Html, Name, SocialImage
from newsdesk.press.frame import Frame

FORMATS = tuple((format, f"application/{format}+xml") for format in links.FEED_FORMATS)
DESCRIPTION_LENGTH = 200


def head(
    frame: Frame,
    path: str,
    title: str,
    description: str = "",
    *,
    things: tuple[dict[str, Any], ...] = (),
    crumbs: tuple[Name, ...] = (),
    image: SocialImage | None = None,
    subject: Subject | None = None,
    index: bool = True,
) -> Head:
    """The head of any page but an article's; the site's own name comes last in its title."""
    trail = (structured.breadcrumbs(frame, *crumbs),) if crumbs else ()
    return Head(
        title=titled(frame, title),
        headline=title or frame.site_name,
        path=path,
        url=frame.url(path),
        description=shortened(description or titled(frame, title)),
        json_ld=structured.script(*things, *trail) if things or trail else Html(),
        image=image,
        alternates=alternates(frame, subject),
        index=index,
    )


def titled(frame: Frame, title: str) -> str:
    return f"{title} | {frame.site_name}" if title else frame.site_name


def alternates(frame: Frame, subject: Subject | None = None) -> tuple[Alternate, ...]:
    """The feeds of the site, and those of a section or topic before them."""
    site = [Alternate(frame.site_name, media, f"/feeds/site.{format}") for format, media in FORMATS]
    if subject is None:
        return tuple(site)
    title = titled(frame, subject.name)
    own = (links.feed_path(subject.kind, subject.slug, format) for format in links.FEED_FORMATS)
    return (*(Alternate(title, media, path) for (_, media), path in zip(FORMATS, own, strict=True)), *site)


def shortened(words: str, most: int = DESCRIPTION_LENGTH) -> str:
    """At most so many characters of the words, cut at one."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(" ,;:–—") + "…"
