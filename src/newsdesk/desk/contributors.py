"""Contributors: the people and desks an article is by; none of them needs an account."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from newsdesk.archive import record
from newsdesk.article.people import Author
from newsdesk.desk.problems import missing
from newsdesk.desk.recorded import Recorded


class Contributor(index.Indexed, Recorded):
    """A person, or a desk: a group of editors who sign together."""

    is_desk = models.BooleanField(_("is a desk"), default=False, help_text=_("A group of editors, not a person."))
    title = models.CharField(
        pgettext_lazy("of a person", "title"), max_length=120, blank=True, help_text=_("Such as “Courts reporter”.")
    )
    biography = models.TextField(_("biography"), blank=True)
    email = models.EmailField(_("public e-mail"), blank=True, help_text=_("Printed on the author's page."))
    portrait = models.ForeignKey(
        "desk.Photograph",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    panels = (
        FieldRowPanel([FieldPanel("name"), FieldPanel("is_desk")]),
        FieldPanel("title"),
        FieldPanel("biography"),
        FieldPanel("portrait"),
        FieldPanel("email"),
        FieldPanel("slug"),
    )
    search_fields = (index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("is_desk"))

    class Meta(Recorded.Meta):
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")

    def clean(self) -> None:
        super().clean()
        if self.portrait and (wrong := [*missing(self.portrait.as_picture())]):
            raise ValidationError({"portrait": [*wrong, _("Open the photograph and fill it in.")]})

    def as_author(self) -> Author:
        """The contributor as readers see them."""
        return Author(
            id=self.archive_id,
            name=self.name,
            slug=self.slug,
            is_desk=self.is_desk,
            title=self.title,
            biography=self.biography,
            picture=self.portrait.archive_id if self.portrait else "",
            email=self.email,
        )

    def to_archive(self) -> None:
        if self.portrait:
            self.portrait.to_archive()
        record.author(self.as_author())
