"""What fronts and leaves of listings share: which paths they stand at, and the links between them."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article import links
from newsdesk.article.listing import LeafLink
from newsdesk.article.people import Subject
from newsdesk.pages.contexts import Name
from newsdesk.pages.moments import span
from newsdesk.press.frame import Frame


@dataclass(frozen=True, slots=True)
class Place:
    """Where a listing's front stands today; ``words`` are empty where the site names it (feed, corrections)."""

    path: str
    words: str = ""
    subject: Subject | None = None


def place(archive: Archive, listing: str) -> Place | None:
    """The place of a listing that readers can see; None for months, and for what is gone."""
    if listing == keys.RIVER:
        return Place(links.FEED)
    if listing == keys.CORRECTIONS:
        return Place(links.CORRECTIONS)
    kind, _, id = listing.partition("-")
    if kind == "author":
        author = archive.author(id)
        return Place(links.author_path(author.slug), author.name) if author else None
    if kind == "source":
        source = archive.source(id)
        return Place(links.source_path(source.slug), source.name) if source and source.slug else None
    subject = archive.subject(id) if kind in ("section", "topic") else None
    return Place(subject_path(subject), subject.name, subject) if subject else None


def named_by(listing: str) -> list[str]:
    """The keys that ``place`` reads."""
    kind, _, id = listing.partition("-")
    name = {"author": keys.author, "section": keys.label, "topic": keys.label}.get(kind)
    return [name(id)] if name else []


def subject_path(subject: Subject) -> str:
    path = links.section_path if subject.kind == "section" else links.topic_path
    return path(subject.slug)


def neighbour(front: str, link: LeafLink | None, frame: Frame) -> Name | None:
    """A link to a leaf of the listing whose front stands at ``front``."""
    return Name(span(link, frame), links.leaf_path(front, link.serial)) if link else None
