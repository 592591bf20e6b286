"""Topics: what an article is about; it may have any number of them, and each has a page and a feed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from newsdesk.archive import record
from newsdesk.article.edition import Label
from newsdesk.article.people import Subject
from newsdesk.desk.recorded import Recorded


class Topic(index.Indexed, Recorded):
    """Stands at ``/topics/<slug>/``."""

    description = models.TextField(_("description"), blank=True)

    panels = (FieldPanel("name"), FieldPanel("description"), FieldPanel("slug"))
    search_fields = (index.SearchField("name"), index.AutocompleteField("name"))

    class Meta(Recorded.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def label(self) -> Label:
        return Label(self.archive_id, self.name)

    def to_archive(self) -> None:
        record.subject(Subject(self.archive_id, "topic", self.name, self.slug, self.description))
