"""One run of the press: mark, take, draw, write, until nothing is due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from newsdesk.archive.keys import Lane
from newsdesk.archive.models import Change
from newsdesk.archive.reader import Archive
from newsdesk.press import room
from newsdesk.press.draw import DrawError, Drawn, digest, draw
from newsdesk.press.frame import Frame
from newsdesk.press.framing import frame as make_frame
from newsdesk.press.lock import press_lock
from newsdesk.press.mark import mark, mark_theme
from newsdesk.press.models import Sheet
from newsdesk.press.plan import pause, stage_of
from newsdesk.press.reads import KeyIds, replace_reads
from newsdesk.press.recipe import Wanted, recipes
from newsdesk.press.routes import write_routes
from newsdesk.press.shelves import current
from newsdesk.press.shelves.base import Printed, Shelf, ShelfError
from newsdesk.press.shelves.media import content_type
from newsdesk.press.theme import theme

BLOCK = 32
"""Sheets between two markings: small enough that a publish is never more than a block away."""


@dataclass(slots=True)
class Tally:
    """What a run did, in sheets; ``paths`` are those drawn, in order."""

    drawn: int = 0
    written: int = 0
    retired: int = 0
    failed: int = 0
    paths: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Press:
    """A press made ready: shelf, theme and frame. Kept by the worker from one run to the next."""

    shelf: Shelf
    keep_paths: bool = False
    repair: bool = False
    frame: Frame | None = None
    _marked_theme: str = ""

    @classmethod
    def open(cls, repair: bool = False) -> Press:
        return cls(current(), repair=repair)

    def set_frame(self) -> Frame:
        """Reads the frame again; where it is new, puts the theme's files on the shelf and marks every sheet."""
        self.frame = make_frame(Archive())
        if self.frame.fingerprint != self._marked_theme:
            _put_assets(self.shelf)
            write_routes()
            mark_theme(self.frame.fingerprint)
            self._marked_theme = self.frame.fingerprint
        return self.frame


def has_work() -> bool:
    """Whether a run would find anything to do; two small queries."""
    return Change.objects.exists() or _due().exists()


def run(
    press: Press, block: int = BLOCK, blocks: int | None = None, progress: Callable[[Tally], None] | None = None
) -> Tally:
    """Draws until nothing is due, or so many blocks.

    Raises ``PressBusy`` where another process is at the press, ``NoRoom`` on a full disk; what is due stays due.
    """
    tally = Tally()
    with press_lock():
        frame = press.set_frame()
        for _ in count() if blocks is None else range(blocks):
            marked = mark()
            if marked.frame:
                frame = press.set_frame()
            sheets = _take(block)
            if not sheets and not marked.changes:
                break
            if sheets:
                with _telling_the_desk():
                    room.check(*press.shelf.free_bytes())
                    _print(sheets, press, frame, tally)
            if progress:
                progress(tally)
    return tally


@contextmanager
def _telling_the_desk() -> Iterator[None]:
    """A press that stops for want of room says so on the desk, which still has some."""
    try:
        yield
    except room.NoRoom as full:
        room.halted(str(full))
        raise
    room.resumed()


def _put_assets(shelf: Shelf) -> None:
    """Puts the theme's files where they are missing; those of older themes stay, older pages still name them."""
    for path, data in theme().assets.files.items():
        file = Printed(data, content_type=content_type(path))
        if not shelf.holds(path, file):
            shelf.put(path, file, sync=True)


def _due() -> QuerySet[Sheet]:
    ready = Q(next_attempt_at__isnull=True) | Q(next_attempt_at__lte=timezone.now())
    return Sheet.objects.filter(ready, due__isnull=False)


def _take(block: int) -> list[Sheet]:
    """The next due sheets, most urgent lane first, newest change first; then in the order in which they may link."""
    known = recipes()
    sheets = list(_due().order_by("lane", "-due")[:block])
    return sorted(sheets, key=lambda sheet: stage_of(sheet.recipe, known))


def _print(sheets: Sequence[Sheet], press: Press, frame: Frame, tally: Tally) -> None:
    archive = Archive()
    results = [(sheet, _one(sheet, press, archive, frame)) for sheet in sheets]
    if any(sheet.lane > Lane.EDITOR for sheet in sheets):
        press.shelf.sync()
    with transaction.atomic():
        ids = KeyIds()
        for sheet, drawn in results:
            _settle(sheet, drawn, ids, frame, tally)
    if press.keep_paths:
        tally.paths += [sheet.path for sheet in sheets]


def _one(sheet: Sheet, press: Press, archive: Archive, frame: Frame) -> Drawn | DrawError:
    """Draws a sheet and puts it on the shelf; what goes wrong is a value, so that the others go on."""
    try:
        recipe = recipes()[sheet.recipe]
        drawn = draw(recipe, Wanted(sheet.path, sheet.args), archive, frame, theme().templates)
    except DrawError as error:
        return error
    try:
        _put(sheet, drawn.printed, press)
    except ShelfError as error:
        if error.full:
            raise room.NoRoom(f"The press has stopped: {error}. What is published stays up.") from error
        return DrawError(str(error), drawn.reads)
    return drawn


def _put(sheet: Sheet, printed: Printed | None, press: Press) -> None:
    """Brings the shelf to what was drawn; an unchanged sheet is not written again."""
    if printed is None:
        press.shelf.delete(sheet.path)
    elif digest(printed) != sheet.digest or (press.repair and not press.shelf.holds(sheet.path, printed)):
        press.shelf.put(sheet.path, printed, sync=sheet.lane <= Lane.EDITOR)


def _settle(sheet: Sheet, drawn: Drawn | DrawError, ids: KeyIds, frame: Frame, tally: Tally) -> None:
    """Records what came of a sheet; its digest is written only now, when its files are there."""
    tally.drawn += 1
    if isinstance(drawn, DrawError):
        tally.failed += 1
        replace_reads(sheet.id, ids.of(drawn.reads), keep_old=True)
        _failed(sheet, str(drawn))
    elif drawn.printed is None:
        tally.retired += 1
        sheet.delete()
    else:
        replace_reads(sheet.id, ids.of(drawn.reads))
        tally.written += _printed(sheet, digest(drawn.printed), frame)


def _printed(sheet: Sheet, digest: str, frame: Frame) -> bool:
    """Up to date, unless it was marked again meanwhile; whether its files were written."""
    row = Sheet.objects.filter(id=sheet.id)
    row.update(
        digest=digest,
        theme=frame.fingerprint,
        printed_at=timezone.now(),
        error="",
        attempts=0,
        next_attempt_at=None,
    )
    row.filter(due=sheet.due).update(due=None)
    return digest != sheet.digest


def _failed(sheet: Sheet, reason: str) -> None:
    attempts = sheet.attempts + 1
    Sheet.objects.filter(id=sheet.id).update(
        error=reason[:2000], attempts=attempts, next_attempt_at=timezone.now() + timedelta(seconds=pause(attempts))
    )
