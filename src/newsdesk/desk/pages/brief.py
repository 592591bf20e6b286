"""A brief: an article written in one short form, for the feed; it can be expanded when the story grows."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from newsdesk.desk.forms import BriefForm
from newsdesk.desk.pages.article import ArticlePage, Kind
from newsdesk.desk.pages.panels import BRIEF


class BriefPage(ArticlePage):
    """The same row as any article and nothing more; only its form is another."""

    base_form_class = BriefForm
    edit_handler = BRIEF
    parent_page_types = ["desk.MonthPage"]

    class Meta:
        verbose_name = _("brief")
        verbose_name_plural = _("briefs")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.pk:
            self.kind = Kind.BRIEF


@transaction.atomic
def expand(brief: BriefPage, kind: str = Kind.NEWS) -> ArticlePage:
    """The same article under the long form, as a draft; readers see the brief until that draft is published."""
    article_type = ContentType.objects.get_for_model(ArticlePage)
    brief.revisions.update(content_type=article_type)
    ArticlePage.objects.filter(pk=brief.pk).update(content_type=article_type)
    BriefPage.objects.filter(pk=brief.pk)._raw_delete(brief._state.db)
    article: ArticlePage = ArticlePage.objects.get(pk=brief.pk).get_latest_revision_as_object()
    article.kind = kind
    article.save_revision(clean=False)
    return article
