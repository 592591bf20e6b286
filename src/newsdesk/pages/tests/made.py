"""A small paper of two people, two sections and a topic, and what its sheets look like when drawn."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import Any

from django.template import Context
from django.utils import timezone, translation

from newsdesk.article.body import Paragraph, PictureUse, Run
from newsdesk.article.byline import Credit
from newsdesk.article.clip import Clip
from newsdesk.article.edition import Edition, Label
from newsdesk.article.people import Author, StandingPage, Subject
from newsdesk.article.picture import Picture
from newsdesk.pages.tests.paper import Paper, at
from newsdesk.press.frame import Frame, Link, SectionLink
from newsdesk.press.recipe import Wanted, recipes
from newsdesk.press.shelves.base import Printed
from newsdesk.press.theme import theme

DIGEST = "ab" * 32
NOON = at(2026, 3, 17, 10, 33)
SAID = "The letter was clear."


def frame(**other: Any) -> Frame:
    given: dict[str, Any] = {
        "site_name": "The Courier",
        "site_url": "https://courier.example",
        "language": "en",
        "time_zone": "Europe/Kyiv",
        "tagline": "Independent since 1911",
        "main_menu": (Link("Harbour", "/harbour/"),),
        "sections": (SectionLink("s1", "Harbour", "/harbour/"),),
        "assets": theme().assets.paths,
        "theme": theme().digest,
    }
    return Frame(**given | other)


def edition(article: str, headline: str = "", **other: Any) -> Edition:
    number = int(article.removeprefix("a"))
    first = other.pop("first_published", NOON + timedelta(minutes=number))
    given: dict[str, Any] = {
        "kind": "news",
        "language": "en",
        "slugline": article,
        "slug": f"story-{number}",
        "headline": headline or f"Story {number}",
        "standfirst": f"What happened in story {number}.",
        "first_published": first,
        "published_at": first,
        "byline": (Credit("c1", "Ines Halvard"), Credit("c2", "the night desk", is_desk=True)),
        "section": Label("s1", "Harbour"),
        "topics": (Label("t1", "Ferries"),),
        "body": (Paragraph((Run(SAID),)),),
        "picture": PictureUse("p1"),
    }
    return Edition(article=article, **given | other)


def clip(one: Edition, **other: Any) -> Clip:
    given: dict[str, Any] = {
        "of": one.article, "spoken": "", "script": "", "digest": "cd" * 32, "kind": "formant", "voice": "espeak",
        "engine": "espeak-ng", "version": "1.52", "language": "en", "made_at": NOON, "seconds": 271.4, "lufs": -16.0,
        "mp3_bytes": 2_171_200, "mp4_bytes": 1_085_600, "title": "The day", "label": "Read by a synthetic voice",
    }  # fmt: skip
    return Clip(**given | other)


def paper(*editions: Edition) -> Paper:
    made = Paper()
    made.subjects = {
        "s1": Subject("s1", "section", "Harbour", "harbour", "The port and its money."),
        "t1": Subject("t1", "topic", "Ferries", "ferries"),
    }
    made.authors = {
        "c1": Author("c1", "Ines Halvard", "ines-halvard", biography="Covers the harbour."),
        "c2": Author("c2", "the night desk", "night-desk", is_desk=True),
    }
    made.pictures = {
        "p1": Picture(
            "p1", DIGEST, 1600, 1000, "The berth.", "A grey berth at dawn.", "Maren Tolle",
            "Maren Tolle / POOL / Nordfoto", "© Nordfoto", "", (0.25, 0.5), (640, 1280), ("avif", "webp", "jpeg"),
        )
    }  # fmt: skip
    made.pages = {"g1": StandingPage("g1", "about", "About us", "en", (Paragraph((Run("We print."),)),))}
    made.editions = {one.article: one for one in editions}
    return made


def page(archive: Paper, recipe: str, path: str, args: str = "", **of_frame: Any) -> Any:
    """The context of a sheet."""
    given = frame(**of_frame)
    with translation.override(given.language), timezone.override(given.zone):
        return recipes()[recipe].gather(archive, given, Wanted(path, args))  # type: ignore[arg-type]


def drawn(archive: Paper, recipe: str, path: str, args: str = "", **of_frame: Any) -> str:
    """A sheet as readers get it."""
    given, found = frame(**of_frame), recipes()[recipe]
    context = page(archive, recipe, path, args, **of_frame)
    with translation.override(given.language), timezone.override(given.zone):
        if isinstance(context, Printed):
            return context.body.decode()
        if found.write:
            return found.write(context, given).body.decode()
        return _template(found.template).render(Context({"page": context, "frame": given}))


@cache
def _template(name: str) -> Any:
    return theme().templates.get_template(name)


def article(archive: Paper, id: str = "a1", **of_frame: Any) -> str:
    found = archive.editions[id]
    return drawn(archive, "article", archive.path_of(found), id, **of_frame)
