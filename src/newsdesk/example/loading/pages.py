"""Makes a page for every article and standing page, so that what comes later may lead to any of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils import timezone

from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.pages.brief import BriefPage
from newsdesk.desk.pages.info import InfoPage
from newsdesk.desk.pages.newsroom import StandingPagesPage, month_of
from newsdesk.example import shape
from newsdesk.example.loading.identity import uuid_for

Pages = Mapping[str, ArticlePage | InfoPage]
"""By reference: ``article:<slugline>``, ``page:<slug>``."""


def make(newsroom: shape.Newsroom) -> Pages:
    """Drafts with a headline and nothing else."""
    articles = {f"article:{story.slugline}": _article(story) for story in newsroom.stories}
    return articles | {f"page:{page.slug}": page_ for page, page_ in _standing(newsroom.pages)}


def _article(story: shape.Story) -> ArticlePage:
    page_type = BriefPage if story.kind == "brief" else ArticlePage
    page: ArticlePage = page_type(uuid=uuid_for("article", story.slugline), title=story.headline, live=False)
    month_of(story.published or timezone.now()).add_child(instance=page)
    return page


def _standing(pages: Iterable[shape.Page]) -> Iterable[tuple[shape.Page, InfoPage]]:
    parent = StandingPagesPage.objects.get()
    for page in pages:
        made = InfoPage(uuid=uuid_for("page", page.slug), title=page.title, slug=page.slug, live=False)
        parent.add_child(instance=made)
        yield page, made
