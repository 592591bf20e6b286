"""An article as it is written: the page type editors work on. What readers see of it is filed by ``filing.py``."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.locks import BaseLock
from wagtail.models import Page, PagePermissionTester, Revision
from wagtail.search import index

from newsdesk.archive.reader import Archive
from newsdesk.article.links import slugify
from newsdesk.desk.blocks import ArticleBody
from newsdesk.desk.checking import problems, refuse
from newsdesk.desk.copying import DraftCopyForm
from newsdesk.desk.due import due_time
from newsdesk.desk.forms import ArticleForm
from newsdesk.desk.identity import Identified
from newsdesk.desk.locks import lock_of
from newsdesk.desk.pages.panels import ARTICLE
from newsdesk.desk.permissions import PublishedPage
from newsdesk.desk.problems import Problem
from newsdesk.desk.site import UrlParts, url_parts


class Kind(models.TextChoices):
    NEWS = "news", _("News")
    BRIEF = "brief", _("Brief")
    EXPLAINER = "explainer", _("Explainer")
    ANALYSIS = "analysis", _("Analysis")
    OPINION = "opinion", _("Opinion")
    INVESTIGATION = "investigation", _("Investigation")


def default_language() -> str:
    return str(settings.LANGUAGE_CODE).split("-")[0]


class ArticlePage(Identified, Page):
    """``title`` is the headline; ``ed_note`` is never filed.

    ``worked_at`` is when it was last worked on, for lists; ``late_by`` how many seconds late the live edition came out.
    """

    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, default=Kind.NEWS)
    slugline = models.CharField(
        _("slugline"), max_length=80, blank=True, help_text=_("The desk's working title; readers never see it.")
    )
    standfirst = models.TextField(_("standfirst"), blank=True)
    dateline_place = models.CharField(_("place"), max_length=80, blank=True)
    dateline_date = models.DateField(_("filed on"), null=True, blank=True)
    dateline_source = models.CharField(_("source"), max_length=80, blank=True)
    section = models.ForeignKey(
        "desk.Section",
        verbose_name=_("section"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    urgency = models.PositiveSmallIntegerField(
        _("urgency"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(9)],
        help_text=_("1 is the highest, 9 the lowest."),
    )
    ed_note = models.TextField(_("note to editors"), blank=True, help_text=_("Never shown to readers."))
    picture = models.ForeignKey(
        "desk.Photograph",
        verbose_name=_("main photograph"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    picture_caption = models.TextField(_("caption, if not the photograph's own"), blank=True)
    picture_alt = models.TextField(_("alt text, if not the photograph's own"), blank=True)
    body = StreamField(ArticleBody(), verbose_name=_("body"), blank=True)
    publish_at = models.DateTimeField(_("publish at"), null=True, blank=True)
    embargoed_until = models.DateTimeField(
        _("embargoed until"), null=True, blank=True, help_text=_("Until then no reader gets any of it.")
    )
    language = models.CharField(_("language"), max_length=12, default=default_language)
    worked_at = models.DateTimeField(null=True, editable=False, db_index=True)
    late_by = models.PositiveIntegerField(default=0, editable=False)

    parent_page_types = ["desk.MonthPage"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []
    exclude_fields_in_copy = ["uuid", "worked_at", "late_by"]
    copy_form_class = DraftCopyForm
    base_form_class = ArticleForm
    edit_handler = ARTICLE
    search_fields = (
        *Page.search_fields,
        index.SearchField("slugline", boost=2),
        index.AutocompleteField("slugline"),
        index.SearchField("standfirst"),
        index.SearchField("body"),
        index.FilterField("kind"),
        index.FilterField("section"),
        index.FilterField("worked_at"),
    )

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def headline(self) -> str:
        return str(self.title)

    def due_at(self) -> Any:
        """When it may come out at the earliest; None for at once."""
        return due_time(self.publish_at, self.embargoed_until)

    def problems(self) -> list[Problem]:
        return problems(self)

    def full_clean(self, exclude: Any = None, *args: Any, **kwargs: Any) -> None:
        """What is live keeps the newsroom's rules, whatever the door; a form, which excludes fields, has its own."""
        self.go_live_at = self.due_at()
        super().full_clean(exclude, *args, **kwargs)
        if exclude is None and self.live and self.live_revision_id:
            refuse(self)

    def save_revision(self, *args: Any, overwrite_revision: Revision | None = None, **kwargs: Any) -> Revision:
        """Autosave never overwrites a revision that is live or waits: it would lose its text, or its time."""
        self.go_live_at = self.due_at()
        if overwrite_revision and self._is_in_use(overwrite_revision):
            overwrite_revision = None
        revision = super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)
        self.worked_at = revision.created_at
        ArticlePage.objects.filter(pk=self.pk).update(worked_at=self.worked_at)
        return revision

    def with_content_json(self, content: dict[str, Any]) -> Page:
        """A revision as an article; what belongs to the article as a whole is taken from its row."""
        article = super().with_content_json(content)
        article.uuid, article.worked_at, article.late_by = self.uuid, self.worked_at, 0
        article.live_revision_id = self.live_revision_id
        article.go_live_at = article.due_at()
        return article

    def get_url_parts(self, request: Any = None) -> UrlParts | None:
        """Where readers find it: the permalink, which the archive gave; None while it is not live."""
        return url_parts(Archive().permalink(self.archive_id))

    def serve_preview(self, request: Any, mode_name: str) -> HttpResponse:
        """The press's own draw of the page as it stands in memory."""
        from newsdesk.desk.preview import preview

        return preview(self)

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return PublishedPage(user, self)

    def get_lock(self) -> BaseLock | None:
        return lock_of(self, super().get_lock())

    def copy(self, *args: Any, **kwargs: Any) -> Page:
        """A copy is a new article, and a draft."""
        return super().copy(*args, **(kwargs | {"keep_live": False}))

    def create_alias(self, *args: Any, **kwargs: Any) -> Page:
        raise PermissionDenied(_("An article stands in one place; it has no aliases."))

    def _is_in_use(self, revision: Revision) -> bool:
        return revision.approved_go_live_at is not None or revision.pk == self.live_revision_id

    def _set_core_field_defaults(self) -> None:
        has_place = self.path or getattr(self, "_cached_parent_obj", None)
        if not self.slug and self.title and has_place:  # type: ignore[has-type]
            self.slug = self._get_autogenerated_slug(slugify(self.title))
        super()._set_core_field_defaults()
