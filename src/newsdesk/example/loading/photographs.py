"""Takes the photographs in as uploads; their words are read from the files, where the painter wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsdesk.desk.photo_intake import CleanFile
from newsdesk.desk.photographs import Photograph
from newsdesk.example import shape
from newsdesk.example.loading.drawing import Uploads
from newsdesk.example.loading.identity import uuid_for
from newsdesk.pictures.upload import Upload

Photographs = Mapping[str, Photograph]
"""By slug."""

_FOCUS = 0.3  # of the width: the part of a picture that a thumbnail should show


def take_in(described: Iterable[shape.Photograph], uploads: Uploads) -> Photographs:
    """The photographs, made where the desk has none yet. Works on files: call it outside any transaction."""
    return {one.slug: _found(one.slug) or _made(one, uploads[one.slug].result()) for one in described}


def _found(slug: str) -> Photograph | None:
    return Photograph.objects.filter(uuid=uuid_for("picture", slug)).first()


def _made(described: shape.Photograph, upload: Upload) -> Photograph:
    width, height = upload.accepted.width, upload.accepted.height
    x, y = described.focal_point
    photograph = Photograph(
        uuid=uuid_for("picture", described.slug),
        title=described.slug.replace("-", " ").title(),
        file=CleanFile(upload),
        city=described.city,
        focal_point_x=round(x * width),
        focal_point_y=round(y * height),
        focal_point_width=round(_FOCUS * width),
        focal_point_height=round(_FOCUS * width),
    )
    photograph.save()
    photograph.tags.set(described.keywords)
    return photograph
