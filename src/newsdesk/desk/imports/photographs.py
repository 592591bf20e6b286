"""Photographs of a wire as the desk's own: the file goes through the door every upload goes through."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext as _

from newsdesk.desk import photo_intake
from newsdesk.desk.imports.identity import uuid_of
from newsdesk.desk.photographs import Photograph
from newsdesk.desk.source_types import SourceType
from newsdesk.wire.item import Photo


def take_in(photo: Photo, folder: Path, root: Path) -> Photograph:
    """The photograph, made or brought up to date; its file stands in ``folder`` or below ``root``.

    Works on files, so call it outside any transaction. Raises ``ValidationError`` for a file missing or refused.
    """
    photograph = Photograph.objects.filter(uuid=uuid_of(photo.uri)).first()
    file = _clean(photo, folder, root) if photo.file or photograph is None else None
    photograph = photograph or Photograph(uuid=uuid_of(photo.uri))
    changed = photograph.pk is None
    if file and sha256(file.upload.data).hexdigest() != photograph.digest:
        photograph.file, changed = file, True
    for name, words in _words(photo).items():
        if words and getattr(photograph, name) != words:
            setattr(photograph, name, words)
            changed = True
    if changed:
        photograph.save()
    return photograph


def _clean(photo: Photo, folder: Path, root: Path) -> photo_intake.CleanFile:
    path = _local(photo.file, folder, root)
    with path.open("rb") as opened:
        return photo_intake.clean(File(opened, name=path.name))


def _local(href: str, folder: Path, root: Path) -> Path:
    """The file beside the document; nothing outside ``root`` is ever opened, whatever links lead there."""
    if not href:
        raise ValidationError(_("A photograph has no file. Import its own document, or add a rendition to this one."))
    if urlsplit(href).scheme:
        raise ValidationError(_("“%s” is not beside the document. Put the file there and name it.") % href)
    path = (folder / unquote(href)).resolve()
    if not path.is_relative_to(root.resolve()):
        raise ValidationError(_("“%s” leads out of the folder. Put the file beside the document.") % href)
    if not path.is_file():
        raise ValidationError(_("There is no file “%s”. Put it beside the document.") % href)
    return path


def _words(photo: Photo) -> dict[str, Any]:
    """Fields of the photograph, cut to their length; an unknown way of making is left to the desk."""
    words = {
        "title": photo.headline or photo.caption or photo.uri,
        "headline": photo.headline,
        "caption": photo.caption,
        "alt": photo.alt,
        "creator": photo.creator,
        "credit": photo.credit,
        "copyright": photo.copyright,
        "source_type": photo.source_type if photo.source_type in SourceType.values else "",
    }
    return {name: value[: _length(name)] for name, value in words.items()}


def _length(field: str) -> int | None:
    length: int | None = getattr(Photograph._meta.get_field(field), "max_length", None)
    return length
