"""The job of pictures: rows that have no files yet, and the function that makes one row's.

Safe to run twice and by several workers: a row is taken by an update that only one of them can make, and comes back by
itself if its worker dies.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction
from django.utils import timezone

from newsdesk import bell
from newsdesk.archive import record
from newsdesk.article.picture import file_path, social_path
from newsdesk.pictures import confined, store
from newsdesk.pictures.models import Original
from newsdesk.pictures.particulars import PictureMetadata, to_json
from newsdesk.pictures.renditions import FORMATS
from newsdesk.press import shelves

LEASE = timedelta(seconds=2 * confined.SECONDS)  # longer than any child lives
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=6)


@transaction.atomic
def ask(
    digest: str,
    format: str,
    width: int,
    height: int,
    metadata: PictureMetadata,
    focal_point: tuple[float, float] = (0.5, 0.5),
) -> None:
    """Asks for the files of an original: at the upload, and with every filing, which is free where nothing changed.

    ``width`` and ``height`` are those of ``guard.Accepted``. A changed credit or focal point makes the files due again.
    """
    store.path_of(digest)
    now = timezone.now()
    wanted: dict[str, Any] = {"format": format, "width": width, "height": height, "metadata": to_json(metadata)}
    wanted |= {"focal_x": focal_point[0], "focal_y": focal_point[1]}
    due_now: dict[str, Any] = {"asked_at": now, "next_attempt_at": now}
    row, new = Original.objects.select_for_update().get_or_create(digest=digest, defaults=wanted | due_now)
    if not new and any(getattr(row, name) != value for name, value in wanted.items()):
        due_now |= {"made_at": None, "attempts": 0, "error": ""}
        Original.objects.filter(id=row.id).update(**wanted, **due_now)
    elif not new:
        return
    bell.ring()


def look_for_lost() -> int:
    """Makes due again what was made and is gone from the shelf, as after a restore; how many originals."""
    shelf, now = shelves.current(), timezone.now()
    made = Original.objects.exclude(made_at=None).only("digest", "widths")
    lost = [row.id for row in made.iterator() if not all(map(shelf.has, _paths(row)))]
    due_now: dict[str, Any] = {"made_at": None, "attempts": 0, "error": "", "asked_at": now, "next_attempt_at": now}
    return Original.objects.filter(id__in=lost).update(**due_now)


def _paths(row: Original) -> Iterator[str]:
    yield social_path(row.digest)
    yield from (file_path(row.digest, width, format) for width in row.widths for format in FORMATS)


def due(limit: int) -> list[int]:
    """The ids of up to ``limit`` originals whose files are to be made now, those that have waited longest first."""
    rows = Original.objects.filter(made_at=None, next_attempt_at__lte=timezone.now())
    return list(rows.order_by("next_attempt_at").values_list("id", flat=True)[:limit])


def make_one(original_id: int) -> None:
    """Makes all files of one original, puts them on the shelf and tells the archive; a failure is noted on its row."""
    row = _take(original_id)
    if row is None:
        return
    try:
        with TemporaryDirectory(prefix="newsdesk-picture-") as folder:
            answer = confined.run("make", _order(row, folder))
            _shelve(row.digest, Path(folder), answer)
    except (confined.ChildFailed, shelves.ShelfError, OSError) as error:
        _failed(row, str(error))
    else:
        _made(row, tuple(answer["widths"]), tuple(answer["formats"]))


def _take(original_id: int) -> Original | None:
    """The row, leased, or None where there is nothing to do or another worker has it."""
    now = timezone.now()
    row = Original.objects.filter(id=original_id, made_at=None, next_attempt_at__lte=now).first()
    if row is None:
        return None
    unchanged = Original.objects.filter(id=row.id, asked_at=row.asked_at, attempts=row.attempts, made_at=None)
    taken = unchanged.update(attempts=row.attempts + 1, began_at=now, next_attempt_at=now + LEASE)
    row.attempts += 1
    return row if taken else None


def _order(row: Original, folder: str) -> dict[str, Any]:
    original = {"original": str(store.path_of(row.digest)), "width": row.width, "metadata": row.metadata}
    return original | {"focal_point": [row.focal_x, row.focal_y], "into": folder}


def _shelve(digest: str, folder: Path, answer: dict[str, Any]) -> None:
    shelf = shelves.current()
    for width in answer["widths"]:
        for format in answer["formats"]:
            shelf.put_file(file_path(digest, width, format), (folder / f"{width}.{format}").read_bytes())
    shelf.put_file(social_path(digest), (folder / "og.jpeg").read_bytes())


@transaction.atomic
def _made(row: Original, widths: tuple[int, ...], formats: tuple[str, ...]) -> None:
    """Finished, unless it was asked for anew meanwhile; the files exist either way."""
    record.pictured(row.digest, widths, formats)
    Original.objects.filter(id=row.id).update(widths=list(widths))
    asked_once = Original.objects.filter(id=row.id, asked_at=row.asked_at)
    asked_once.update(made_at=timezone.now(), error="")
    bell.ring()


def _failed(row: Original, error: str) -> None:
    asked_once = Original.objects.filter(id=row.id, asked_at=row.asked_at)
    asked_once.update(error=error, next_attempt_at=_next(timezone.now(), row.attempts))


def _next(now: datetime, attempts: int) -> datetime:
    """When to try again: the pause doubles with every failure."""
    doublings = min(attempts - 1, 20)
    return now + min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)
