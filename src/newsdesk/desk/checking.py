"""Holds what is published to the rules: gathers the facts, asks ``problems.py``, and refuses what blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from newsdesk.archive.reader import Archive
from newsdesk.article.body import references
from newsdesk.article.edition import Edition
from newsdesk.article.picture import Picture
from newsdesk.desk import filing
from newsdesk.desk.problems import Facts, Problem, blocking_first, find, photographs
from newsdesk.desk.sourcing_problems import problems_of_sources

if TYPE_CHECKING:
    from newsdesk.desk.pages.article import ArticlePage
    from newsdesk.desk.pages.info import InfoPage


def problems(page: ArticlePage) -> list[Problem]:
    """Everything to mend in the article as it stands in memory, the blocking problems first."""
    return blocking_first([*_problems_of_edition(page), *problems_of_sources(page)])


def _problems_of_edition(page: ArticlePage) -> list[Problem]:
    edition = filing.file(page)
    return find(edition, Facts(_pictures(page), dead(edition), Archive().state(edition.article)))


def standing_problems(page: InfoPage) -> list[Problem]:
    """A standing page is free in all but its photographs."""
    return list(photographs(filing.file_standing(page), Facts(_pictures(page))))


def _pictures(page: ArticlePage | InfoPage) -> dict[str, Picture]:
    return {photograph.archive_id: photograph.as_picture() for photograph in filing.photographs(page)}


def blocking(page: ArticlePage | InfoPage) -> list[Problem]:
    return [problem for problem in page.problems() if problem.blocks_publication]


def refuse(page: ArticlePage | InfoPage) -> None:
    """Raises ``ValidationError`` with every blocking problem."""
    if found := blocking(page):
        raise ValidationError([f"{problem.what} {problem.how_to_fix}" for problem in found])


def dead(edition: Edition) -> frozenset[str]:
    """The references an edition makes to articles and pages that readers cannot see."""
    archive = Archive()
    made = {*references(edition.body), *(f"article:{id}" for id in edition.related)}
    articles = {ref.removeprefix("article:") for ref in made if ref.startswith("article:")}
    live = set(archive.cards(articles)) | {edition.article}
    pages = {ref for ref in made if ref.startswith("page:") and not archive.page(ref.removeprefix("page:"))}
    return frozenset({f"article:{id}" for id in articles - live} | pages)
