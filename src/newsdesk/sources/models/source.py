"""A source as the desk knows it, and the names and titles it was printed with over time."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsdesk.archive import record
from newsdesk.article.links import slugify
from newsdesk.article.source import NAMED, Source


class SourceRow(models.Model):
    """Somebody or something statements come from.

    A named one is found again by its names in every article. An unnamed one belongs to one article until an editor says
    that it is another's too; it is never public, and its id never leaves the desk. ``printed`` where an edition names
    it: then the archive has it, and it cannot be deleted.
    """

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        ORGANISATION = "organisation", _("Organisation")
        OUTLET = "outlet", _("Outlet")
        DOCUMENT = "document", _("Document")
        ANONYMOUS = "anonymous", _("Unnamed source")
        GROUP = "group", _("Group")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, default=Kind.PERSON)
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("slug"), max_length=80, blank=True, help_text=_("Its part of the address of its page."))
    has_page = models.BooleanField(
        _("has a page"),
        default=False,
        help_text=_("Readers find all articles that quote it on a page of its own. Not for private persons."),
    )
    description = models.TextField(_("description"), blank=True, help_text=_("Readers see it."))
    url = models.URLField(_("address"), max_length=500, blank=True, help_text=_("Its site, or the document itself."))
    notes = models.TextField(
        _("notes"),
        blank=True,
        help_text=_("For the desk. Readers never see them. Never write here who an unnamed source is."),
    )
    printed = models.BooleanField(default=False, editable=False)
    merged_into = models.ForeignKey("self", null=True, editable=False, on_delete=models.PROTECT, related_name="merged")

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["slug"], condition=~models.Q(slug=""), name="source_slug_once"),
        ]
        indexes = [models.Index(fields=["kind", "name"], name="source_kind_name")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Readers were told a name, or none: a source does not go from one to the other under what rests on it."""
        before = type(self).objects.filter(pk=self.pk).first()
        if before and before.is_named != self.is_named and (before.printed or before.attributions.exists()):
            raise ValidationError(
                {
                    "kind": _(
                        "Statements rest on it, and editions keep the name or its lack. Mend each statement under "
                        "Sources beside its article, where another source can be named or none."
                    )
                }
            )

    @property
    def archive_id(self) -> str:
        """The id under which the archive knows it."""
        return str(self.uuid)

    @property
    def is_named(self) -> bool:
        return self.kind in NAMED

    def as_source(self) -> Source:
        """The source as readers see it."""
        return Source(
            id=self.archive_id,
            kind=self.kind,  # type: ignore[arg-type]
            name=self.name,
            slug=self.slug if self.has_page else "",
            description=self.description,
            url=self.url,
        )

    def to_archive(self) -> None:
        """Writes the value readers see; from now on the source cannot be deleted."""
        if not self.printed:
            type(self).objects.filter(pk=self.pk).update(printed=True)
            self.printed = True
        record.source(self.as_source())

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """What readers have seen of it is brought up to date in the same transaction."""
        if not self.is_named:
            self.has_page = False
        if self.has_page and not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)
        if self.printed and self.is_named:
            self.to_archive()

    def _free_slug(self) -> str:
        base = slugify(self.name, 72)
        taken = set(type(self).objects.filter(slug__startswith=base).values_list("slug", flat=True))
        return next(slug for slug in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken)


class NameRow(models.Model):
    """A name and title a source was printed with, and the days it was first and last seen so."""

    source = models.ForeignKey(SourceRow, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=200)
    folded = models.CharField(max_length=200, db_index=True, editable=False)
    title = models.CharField(pgettext_lazy("of a person", "title"), max_length=200, blank=True)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"))

    class Meta:
        ordering = ("-until", "name")
        constraints = [models.UniqueConstraint(fields=["source", "name", "title"], name="source_name_once")]

    def __str__(self) -> str:
        return f"{self.title} {self.name}".strip()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = self.name.casefold()
        super().save(*args, **kwargs)
