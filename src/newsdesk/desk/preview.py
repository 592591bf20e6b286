"""Draws a draft as the press would: the reader's own recipe, frame and theme, over an archive that has the draft in it.

https://docs.wagtail.org/en/stable/reference/models.html#wagtail.models.PreviewableMixin.serve_preview
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article import links, spoken
from newsdesk.article.card import card_of
from newsdesk.article.edition import Edition
from newsdesk.article.people import StandingPage
from newsdesk.article.picture import Picture
from newsdesk.desk import filing
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.pages.info import InfoPage
from newsdesk.desk.photographs import Photograph
from newsdesk.pictures.models import Original
from newsdesk.pictures.renditions import FORMATS
from newsdesk.press.draw import DrawError, draw
from newsdesk.press.framing import frame
from newsdesk.press.recipe import Wanted, recipes
from newsdesk.press.serving.rules import CSP
from newsdesk.press.theme import theme

POLICY = CSP.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
"""What readers' browsers are told, except that the desk may frame it."""


class DraftArchive(Archive):
    """The archive as it is, with one article or standing page in it as it would be if it came out now."""

    def with_article(self, edition: Edition, path: str) -> None:
        article = edition.article
        self._memo[keys.edition(article)] = edition
        self._memo[keys.permalink(article)] = path
        self._memo[keys.card(article)] = card_of(edition, path)
        clip = Archive().clip(article)
        self._memo[keys.clip(article)] = clip if clip and clip.spoken == spoken.digest(edition) else None

    def with_standing(self, page: StandingPage) -> None:
        self._memo[keys.page(page.id)] = page

    def with_pictures(self, pictures: Iterable[Picture]) -> None:
        self._memo |= {keys.picture(picture.id): picture for picture in pictures}


def preview(page: ArticlePage | InfoPage) -> HttpResponse:
    """The page as readers would get it; where it cannot be drawn, the reason, so that the form stays usable."""
    archive = DraftArchive()
    archive.with_pictures(_as_shown(filing.photographs(page)))
    name, wanted = _put_in(archive, page)
    try:
        drawn = draw(recipes()[name], wanted, archive, frame(archive), theme().templates)
    except DrawError as error:
        return _told(str(error))
    if drawn.printed is None:
        return _told(_("Nothing of it would be shown."))
    return _answer(drawn.printed.body, drawn.printed.content_type)


def _put_in(archive: DraftArchive, page: ArticlePage | InfoPage) -> tuple[str, Wanted]:
    """Puts the page in; the recipe that draws it, and the sheet it would be."""
    if isinstance(page, InfoPage):
        standing = filing.file_standing(page)
        archive.with_standing(standing)
        return "page", Wanted(links.page_path(standing.slug), standing.id)
    edition = filing.draft(page)
    path = Archive().last_path(edition.article) or _future_path(edition)
    archive.with_article(edition, path)
    return "article", Wanted(path, edition.article)


def _future_path(edition: Edition) -> str:
    slug = edition.slug or links.slugify(edition.headline)
    return links.permalink(timezone.localtime(edition.first_published), slug)


def _as_shown(photographs: Iterable[Photograph]) -> list[Picture]:
    """The photographs with the desk's words of today and the files made so far; without files a page shows a box."""
    pictures = [photograph.as_picture() for photograph in photographs]
    digests = {picture.digest for picture in pictures}
    made = dict(Original.objects.filter(digest__in=digests).values_list("digest", "widths"))
    return [_with_files(picture, tuple(made.get(picture.digest, ()))) for picture in pictures]


def _with_files(picture: Picture, widths: tuple[int, ...]) -> Picture:
    return replace(picture, widths=widths, formats=FORMATS if widths else ())


def _told(reason: str) -> HttpResponse:
    return _answer(render_to_string("newsdesk_desk/preview_failed.html", {"reason": reason}).encode())


def _answer(body: bytes, content_type: str = "text/html; charset=utf-8") -> HttpResponse:
    return HttpResponse(body, content_type, headers={"Content-Security-Policy": POLICY})
