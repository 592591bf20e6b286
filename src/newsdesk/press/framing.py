"""Makes the frame of every page out of the archive, the settings and the theme."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import get_language_info

from newsdesk.archive.reader import Archive
from newsdesk.article import links
from newsdesk.article.menu import MenuItem
from newsdesk.article.people import Subject
from newsdesk.press.frame import Frame, Link, SectionLink
from newsdesk.press.theme import theme


def frame(archive: Archive) -> Frame:
    """The frame as it is now. A newsroom without a main menu gets its sections, by name."""
    main = archive.menu("main") or tuple(MenuItem(f"section:{subject.id}") for subject in _all_sections(archive))
    at_hand = theme()
    return Frame(
        site_name=settings.NEWSDESK_SITE_NAME,
        site_url=settings.NEWSDESK_SITE_URL.rstrip("/"),
        language=settings.LANGUAGE_CODE,
        time_zone=settings.TIME_ZONE,
        tagline=settings.NEWSDESK_TAGLINE,
        direction="rtl" if get_language_info(settings.LANGUAGE_CODE)["bidi"] else "ltr",
        main_menu=tuple(_links(archive, main)),
        footer_menu=tuple(_links(archive, archive.menu("footer"))),
        sections=tuple(_section_links(archive, main)),
        assets=at_hand.assets.paths,
        theme=at_hand.digest,
    )


def _all_sections(archive: Archive) -> list[Subject]:
    subjects = (archive.subject(id) for id in archive.values("label"))
    return sorted((one for one in subjects if one and one.kind == "section"), key=lambda one: one.name)


def _links(archive: Archive, menu: tuple[MenuItem, ...]) -> Iterator[Link]:
    for item in menu:
        if found := _resolve(archive, item.href):
            words, path = found
            yield Link(item.words or words, path)


def _section_links(archive: Archive, menu: tuple[MenuItem, ...]) -> Iterator[SectionLink]:
    for item in menu:
        kind, _, id = item.href.partition(":")
        if kind == "section" and (subject := archive.subject(id)):
            yield SectionLink(id, item.words or subject.name, links.section_path(subject.slug))


def _resolve(archive: Archive, href: str) -> tuple[str, str] | None:
    """Words and path of what a menu item leads to; None where that is gone."""
    kind, _, id = href.partition(":")
    if kind in ("section", "topic"):
        subject = archive.subject(id)
        path = links.section_path if kind == "section" else links.topic_path
        return (subject.name, path(subject.slug)) if subject else None
    if kind == "page":
        page = archive.page(id)
        return (page.title, links.page_path(page.slug)) if page else None
    return href, href
