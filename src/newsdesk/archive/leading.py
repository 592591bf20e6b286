"""Where a reference leads today, for whoever prints links: pages, feeds and letters alike."""

from __future__ import annotations

from newsdesk.archive.reader import Archive
from newsdesk.article import links


def leads_to(archive: Archive, href: str) -> str:
    """A path of the site or a URL; empty where the reference leads nowhere, and the words stand alone."""
    reference = links.parse_reference(href)
    match reference and reference.kind:
        case "url":
            return href
        case "article":
            return archive.permalink(href.partition(":")[2]) or ""
        case "page":
            page = archive.page(href.partition(":")[2])
            return links.page_path(page.slug) if page else ""
        case _:
            return ""
