"""What an editor must mend before publication: pure rules over an edition and what is known of what it points at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from newsdesk.article.body import PictureUse, pictures, references
from newsdesk.article.edition import Edition
from newsdesk.article.links import slugify
from newsdesk.article.people import StandingPage
from newsdesk.article.picture import Picture

LONGEST_HEADLINE = 110  # characters: https://developers.google.com/search/docs/appearance/structured-data/article


@dataclass(frozen=True, slots=True)
class Problem:
    """``where`` is a field of the article's form; ``what`` and ``how_to_fix`` are sentences for the editor.

    ``words`` are those concerned, as they stand in the text; empty where it is about the whole field.
    """

    where: str
    what: str
    how_to_fix: str
    blocks_publication: bool = True
    words: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need beside the edition: its photographs by id; the references that lead nowhere; and the
    state in which the archive has the article, as ``Archive.state`` names it.
    """

    pictures: Mapping[str, Picture]
    dead: frozenset[str] = frozenset()
    state: str | None = None


Rule = Callable[[Edition, Facts], Iterator[Problem]]


def find(edition: Edition, facts: Facts) -> list[Problem]:
    """Every problem, the blocking ones first."""
    return blocking_first(problem for rule in RULES for problem in rule(edition, facts))


def blocking_first(found: Iterable[Problem]) -> list[Problem]:
    return sorted(found, key=lambda problem: not problem.blocks_publication)


def withdrawn(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """A kill and a takedown are final; only what was unpublished may return."""
    if facts.state in ("killed", "takedown"):
        yield Problem("title", _("This article was withdrawn for good."), _("Write another one."))


def headline(edition: Edition, facts: Facts) -> Iterator[Problem]:
    if not edition.headline.strip():
        yield Problem("title", _("There is no headline."), _("Write one."))
    elif len(edition.headline) > LONGEST_HEADLINE:
        length = {"length": len(edition.headline), "longest": LONGEST_HEADLINE}
        yield Problem(
            "title",
            _("The headline has %(length)s characters; search engines cut it after %(longest)s.") % length,
            _("Shorten it."),
            blocks_publication=False,
        )


def body(edition: Edition, facts: Facts) -> Iterator[Problem]:
    if not edition.body:
        yield Problem("body" if edition.kind != "brief" else "words", _("There is no text."), _("Write some."))


def byline(edition: Edition, facts: Facts) -> Iterator[Problem]:
    if edition.kind != "brief" and not edition.byline:
        yield Problem("contributors", _("There is no byline."), _("Name a person or a desk."))


def section(edition: Edition, facts: Facts) -> Iterator[Problem]:
    if edition.kind != "brief" and not edition.section:
        yield Problem("section", _("There is no section."), _("Choose one."))


def topics(edition: Edition, facts: Facts) -> Iterator[Problem]:
    if not edition.topics:
        yield Problem(
            "topics",
            _("There is no topic, so it stands in no topic's feed."),
            _("Choose at least one."),
            blocks_publication=False,
        )


def slug(edition: Edition, facts: Facts) -> Iterator[Problem]:
    if edition.slug and edition.slug != slugify(edition.slug, 255):
        yield Problem(
            "slug",
            _("The slug “%s” has more than small Latin letters, digits and hyphens.") % edition.slug,
            _("Write it as “%s”.") % slugify(edition.slug),
        )


def photographs(edition: Edition | StandingPage, facts: Facts) -> Iterator[Problem]:
    for where, use in uses(edition):
        picture = facts.pictures[use.picture]
        words = replace(picture, caption=use.caption or picture.caption, alt=use.alt or picture.alt)
        yield from (Problem(where, what, _("Open the photograph and fill it in.")) for what in missing(words))


def missing(picture: Picture) -> Iterator[str]:
    """What readers of a photograph must be told and are not."""
    yield from (
        what
        for words, what in (
            (picture.caption, _("A photograph has no caption.")),
            (picture.alt, _("A photograph has no alt text.")),
            (picture.creator, _("A photograph does not say who made it.")),
            (picture.credit, _("A photograph has no credit.")),
        )
        if not words
    )


def links(edition: Edition, facts: Facts) -> Iterator[Problem]:
    for reference in dict.fromkeys((*references(edition.body), *(f"article:{id}" for id in edition.related))):
        if reference in facts.dead:
            yield Problem(
                "body" if reference in references(edition.body) else "related",
                _("A link leads to an article that readers cannot see."),
                _("Take it out, or publish that article."),
                blocks_publication=False,
            )


def uses(shown: Edition | StandingPage) -> Iterator[tuple[str, PictureUse]]:
    """Each use of a photograph, with the field it stands in."""
    if isinstance(shown, Edition) and shown.picture:
        yield "picture", shown.picture
    yield from (("body", use) for block in shown.body for use in pictures(block))


RULES: tuple[Rule, ...] = (withdrawn, headline, body, byline, section, topics, slug, photographs, links)
