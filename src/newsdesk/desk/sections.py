"""Sections: the one place of the paper an article belongs to, and a page at the top of the site."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from newsdesk.archive import record
from newsdesk.article.edition import Label
from newsdesk.article.links import may_be_top_level
from newsdesk.article.people import Subject
from newsdesk.desk.recorded import Recorded


class Section(index.Indexed, Recorded):
    """Stands at ``/<slug>/``, so its slug may be none of the site's own words, no year and no standing page's."""

    description = models.TextField(_("description"), blank=True)

    panels = (FieldPanel("name"), FieldPanel("description"), FieldPanel("slug"))
    search_fields = (index.SearchField("name"), index.AutocompleteField("name"))

    class Meta(Recorded.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def clean(self) -> None:
        super().clean()
        from newsdesk.desk.pages.info import InfoPage

        if not may_be_top_level(self.slug) or InfoPage.objects.filter(slug=self.slug).exists():
            raise ValidationError({"slug": _("“%s” already means something else on the site.") % self.slug})

    def label(self) -> Label:
        return Label(self.archive_id, self.name)

    def to_archive(self) -> None:
        record.subject(Subject(self.archive_id, "section", self.name, self.slug, self.description))
