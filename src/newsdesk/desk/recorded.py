"""Contributors, sections, topics: each save writes the value readers see, in the same transaction."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from newsdesk.article.links import slugify
from newsdesk.desk.identity import Printed


class Recorded(Printed):
    """A named thing with a page of its own on the reader's site; an empty slug is made from the name."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("slug"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("Its part of the address. Left empty, it is made from the name."),
    )

    class Meta:
        abstract = True
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def to_archive(self) -> None:
        """Writes the value readers see; called inside the transaction that saves the row."""
        raise NotImplementedError

    def clean(self) -> None:
        super().clean()
        self.slug = self.slug or slugify(self.name, 80)
        if type(self)._default_manager.filter(slug=self.slug).exclude(pk=self.pk).exists():
            raise ValidationError({"slug": _("Another one has this address already. Choose a different slug.")})

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or slugify(self.name, 80)
        super().save(*args, **kwargs)
        self.to_archive()
