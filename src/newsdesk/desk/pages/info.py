"""Standing pages: about us, contact, ownership. Not news; they stand at ``/<slug>/``."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PagePermissionTester

from newsdesk.archive.reader import Archive
from newsdesk.article.links import may_be_top_level, page_path
from newsdesk.desk.blocks import StandingBody
from newsdesk.desk.checking import refuse, standing_problems
from newsdesk.desk.copying import DraftCopyForm
from newsdesk.desk.forms import HeldToRules
from newsdesk.desk.identity import Identified
from newsdesk.desk.pages.article import default_language
from newsdesk.desk.permissions import PublishedPage
from newsdesk.desk.problems import Problem
from newsdesk.desk.site import UrlParts, url_parts


class InfoPage(Identified, Page):
    """Its slug may be none of the site's own words, no year and no section's."""

    summary = models.TextField(_("summary"), blank=True, help_text=_("For search engines; one or two sentences."))
    body = StreamField(StandingBody(), verbose_name=_("body"), blank=True)
    language = models.CharField(_("language"), max_length=12, default=default_language)

    parent_page_types = ["desk.StandingPagesPage"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []
    exclude_fields_in_copy = ["uuid"]
    copy_form_class = DraftCopyForm
    base_form_class = HeldToRules
    content_panels = (TitleFieldPanel("title"), FieldPanel("summary"), FieldPanel("body"))
    promote_panels = (FieldPanel("slug"),)
    settings_panels = (FieldPanel("language"),)

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")

    def clean(self) -> None:
        super().clean()
        from newsdesk.desk.sections import Section

        if not may_be_top_level(self.slug) or Section.objects.filter(slug=self.slug).exists():
            raise ValidationError({"slug": _("“%s” already means something else on the site.") % self.slug})

    def problems(self) -> list[Problem]:
        return standing_problems(self)

    def full_clean(self, exclude: Any = None, *args: Any, **kwargs: Any) -> None:
        """What is live keeps the newsroom's rules, as an article does."""
        super().full_clean(exclude, *args, **kwargs)
        if exclude is None and self.live and self.live_revision_id:
            refuse(self)

    def with_content_json(self, content: dict[str, Any]) -> Page:
        page = super().with_content_json(content)
        page.uuid, page.live_revision_id = self.uuid, self.live_revision_id
        return page

    def get_url_parts(self, request: Any = None) -> UrlParts | None:
        recorded = Archive().page(self.archive_id)
        return url_parts(page_path(recorded.slug)) if recorded else None

    def serve_preview(self, request: Any, mode_name: str) -> HttpResponse:
        """The press's own draw of the page as it stands in memory."""
        from newsdesk.desk.preview import preview

        return preview(self)

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return PublishedPage(user, self)

    def copy(self, *args: Any, **kwargs: Any) -> Page:
        """A copy is a new page, and a draft."""
        return super().copy(*args, **(kwargs | {"keep_live": False}))
