"""Photographs: Wagtail's image with the words the IPTC asks of a news picture, and the file as it may be kept.

https://www.iptc.org/std/photometadata/specification/IPTC-PhotoMetadata
"""

from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from newsdesk.archive import record
from newsdesk.archive.reader import Archive
from newsdesk.article.picture import Picture
from newsdesk.desk import photo_intake
from newsdesk.desk.identity import Printed
from newsdesk.desk.source_types import SourceType
from newsdesk.pictures import job
from newsdesk.pictures.particulars import PictureMetadata, from_json


class Photograph(Printed, AbstractImage):
    """Words may be missing until it is filed.

    ``digest`` names the kept original, ``upright_*`` are its pixels as readers see it, ``said`` what the file said of
    itself (``pictures.particulars``).
    """

    headline = models.CharField(_("headline"), max_length=250, blank=True)
    caption = models.TextField(_("caption"), blank=True, help_text=_("Who does what, where and when."))
    alt = models.TextField(
        _("alt text"), blank=True, help_text=_("What the picture shows, for those who cannot see it.")
    )
    creator = models.CharField(_("creator"), max_length=250, blank=True, help_text=_("Who took or made it."))
    credit = models.CharField(
        _("credit"), max_length=400, blank=True, help_text=_("The whole chain as printed: Name / POOL / AFP.")
    )
    copyright = models.CharField(_("copyright"), max_length=400, blank=True)
    source_type = models.URLField(_("how it was made"), blank=True, choices=SourceType.choices)
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    digest = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    format = models.CharField(max_length=8, blank=True, editable=False)
    said = models.JSONField(default=dict, editable=False)
    upright_width = models.PositiveIntegerField(default=0, editable=False)
    upright_height = models.PositiveIntegerField(default=0, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "caption",
        "alt",
        "creator",
        "credit",
        "copyright",
        "source_type",
        "headline",
        "city",
        "taken_on",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = (
        *AbstractImage.search_fields,
        index.SearchField("caption"),
        index.SearchField("credit"),
        index.SearchField("creator"),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("photograph")
        verbose_name_plural = _("photographs")

    @property
    def default_alt_text(self) -> str:
        return self.alt or self.title

    def clean(self) -> None:
        """Says in the form why a file is refused, before anything of it is stored."""
        super().clean()
        if self.file and not self.file._committed:
            try:
                self.file.file = photo_intake.clean(self.file.file)
            except ValidationError as refused:
                raise ValidationError({"file": refused.messages}) from refused

    def as_picture(self) -> Picture:
        """The photograph as readers see it."""
        return Picture(
            id=self.archive_id,
            digest=self.digest,
            width=self.upright_width,
            height=self.upright_height,
            caption=self.caption,
            alt=self.alt,
            creator=self.creator,
            credit=self.credit,
            copyright=self.copyright,
            source_type=self.source_type,
            focal_point=self.focus(),
        )

    def focus(self) -> tuple[float, float]:
        """The middle of what matters, as fractions from the top left; the middle of the picture where nobody chose."""
        if self.focal_point_x is None or self.focal_point_y is None or not self.width or not self.height:
            return (0.5, 0.5)
        return (round(self.focal_point_x / self.width, 4), round(self.focal_point_y / self.height, 4))

    def credited(self) -> PictureMetadata:
        """What is written into every file made of it: the desk's words, and the rights the file came with."""
        words = {field: getattr(self, field) for field in photo_intake.WORDS}
        return replace(from_json(self.said), **words)

    def to_archive(self) -> None:
        """Writes the value readers see; called where an edition prints the photograph."""
        record.picture(self.as_picture())

    def ask_for_files(self) -> None:
        """Has the files made that readers will be shown; free where nothing changed."""
        job.ask(self.digest, self.format, self.upright_width, self.upright_height, self.credited(), self.focus())

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Takes a new file in first, outside the transaction; tells the archive too where readers see the picture."""
        if not self.digest or not self.file._committed:
            photo_intake.take_in(self)
        with transaction.atomic():
            super().save(*args, **kwargs)
            self.ask_for_files()
            if Archive().picture(self.archive_id):
                self.to_archive()


class PhotographRendition(AbstractRendition):
    """The desk's own thumbnails; readers are never shown one."""

    image = models.ForeignKey(Photograph, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
