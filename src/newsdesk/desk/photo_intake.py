"""What happens to a file on its way in: refused or accepted, read, freed of where it was taken, kept by its digest."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db.models.signals import pre_save
from django.utils.translation import gettext
from wagtail.models import UploadedFile

from newsdesk.pictures import store
from newsdesk.pictures.guard import Limits, PictureRefused
from newsdesk.pictures.particulars import to_json
from newsdesk.pictures.upload import Upload, receive

if TYPE_CHECKING:
    from newsdesk.desk.photographs import Photograph

WORDS = ("headline", "caption", "alt", "creator", "credit", "copyright", "source_type", "taken_on")


class CleanFile(ContentFile):  # type: ignore[type-arg]  # no generic at run time
    """A file that has been received: what may be stored, under a safe name, with what was found out about it."""

    def __init__(self, upload: Upload) -> None:
        super().__init__(upload.data, upload.name)
        self.upload = upload


def clean(file: File[bytes]) -> CleanFile:
    """The file as it may be stored. Raises ``ValidationError`` with the reason and the remedy; stores nothing."""
    file.seek(0)
    try:
        return CleanFile(receive(file.read(), PurePath(file.name or "picture").name, _limits()))
    except PictureRefused as refused:
        raise ValidationError(f"{gettext(refused.reason)} {gettext(refused.remedy)}") from refused


def listen() -> None:
    """Wagtail puts a file aside whose other fields were wrong: that one has to be clean as well."""
    pre_save.connect(_put_aside, sender=UploadedFile, dispatch_uid="desk-photo-put-aside")


def _put_aside(instance: UploadedFile, **kwargs: Any) -> None:
    if instance.file and not instance.file._committed:
        instance.file = clean(instance.file.file)


def take_in(photograph: Photograph) -> None:
    """Replaces the photograph's file by one without location and fills the words nobody has written yet.

    Works on files, so it is called outside any transaction. Raises ``ValidationError`` as ``clean`` does.
    """
    photograph.file.open()
    given = photograph.file.file
    upload = (given if isinstance(given, CleanFile) else clean(given)).upload
    photograph.digest = store.keep(upload.data)
    photograph.format = upload.accepted.format
    photograph.upright_width, photograph.upright_height = upload.accepted.width, upload.accepted.height
    photograph.said = to_json(upload.metadata)
    _fill_words(photograph, upload)
    _store(photograph, upload)


def _limits() -> Limits:
    """What this newsroom takes."""
    return Limits(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)


def _store(photograph: Photograph, upload: Upload) -> None:
    """Wagtail's own file, which the desk's thumbnails are made of."""
    field = photograph.file.field
    photograph.file = field.storage.save(field.generate_filename(photograph, upload.name), ContentFile(upload.data))
    photograph._set_image_file_metadata()
    photograph.file.close()


def _fill_words(photograph: Photograph, upload: Upload) -> None:
    photograph.title = photograph.title or upload.metadata.headline[:255] or PurePath(upload.name).stem
    for field in WORDS:
        if not getattr(photograph, field):
            setattr(photograph, field, _fitting(photograph, field, getattr(upload.metadata, field)))


def _fitting(photograph: Photograph, field: str, value: object) -> object:
    length: int | None = getattr(photograph._meta.get_field(field), "max_length", None)
    return value[:length] if isinstance(value, str) and length else value
