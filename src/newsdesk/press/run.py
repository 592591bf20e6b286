"""One run of the press: mark, take, draw, write, until nothing is due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count, groupby

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from newsdesk.archive.keys import Lane
from newsdesk.archive.models import Change
from newsdesk.archive.reader import Archive
from newsdesk.press import room
from newsdesk.press.draw import DrawError, Drawn, draw
from newsdesk.press.frame import Frame
from newsdesk.press.framing import frame as make_frame
from newsdesk.press.hands import hands
from newsdesk.press.lock import press_lock
from newsdesk.press.mark import mark, mark_theme
from newsdesk.press.models import Sheet
from newsdesk.press.plan import stage_of
from newsdesk.press.reads import BlockReads
from newsdesk.press.recipe import Wanted, recipes
from newsdesk.press.routes import write_routes
from newsdesk.press.settle import Result, Tally, settle
from newsdesk.press.shelves import current
from newsdesk.press.shelves.base import Printed, Shelf, ShelfError
from newsdesk.press.shelves.media import content_type
from newsdesk.press.theme import theme

BLOCK = 32
"""Sheets between two markings: small enough that a publish is never more than a block away."""


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
    archive, reads = Archive(), BlockReads(sheets)
    archive.warm([*reads.names(), *_openings(sheets)])
    results: list[Result] = []
    for _, stage in groupby(sheets, key=lambda sheet: recipes()[sheet.recipe].stage):
        results += _print_stage(list(stage), press, archive, frame)
    if not all(map(_synced, sheets)):
        press.shelf.sync()
    settle(results, reads, frame.fingerprint, tally)
    if press.keep_paths:
        tally.paths += [sheet.path for sheet in sheets]


def _print_stage(stage: Sequence[Sheet], press: Press, archive: Archive, frame: Frame) -> list[Result]:
    """Draws the sheets of one stage and puts them; urgent ones are written and synced by other hands meanwhile.

    Returns when all are on the shelf, so that nothing of the next stage links to what is not there yet.
    """
    put = []
    with hands(waiting=any(map(_synced, stage))) as give:
        for sheet in stage:
            drawn = _draw(sheet, archive, frame)
            put.append((sheet, drawn, give(_put, sheet, drawn, press)))
    return [(sheet, _outcome(drawn, done)) for sheet, drawn, done in put]


def _openings(sheets: Sequence[Sheet]) -> Iterator[str]:
    """The keys that sheets drawn for the first time are known to read."""
    known = recipes()
    for sheet in sheets:
        if not sheet.printed_at:
            yield from known[sheet.recipe].opens(sheet.args)


def _draw(sheet: Sheet, archive: Archive, frame: Frame) -> Drawn | DrawError:
    """What goes wrong is a value, so that the others go on."""
    try:
        return draw(recipes()[sheet.recipe], Wanted(sheet.path, sheet.args), archive, frame, theme().templates)
    except DrawError as error:
        return error


def _put(sheet: Sheet, drawn: Drawn | DrawError, press: Press) -> None:
    """Brings the shelf to what was drawn; an unchanged sheet is not written again. Knows no database."""
    if isinstance(drawn, DrawError):
        return
    if drawn.printed is None:
        press.shelf.delete(sheet.path)
    elif drawn.digest != sheet.digest or (press.repair and not press.shelf.holds(sheet.path, drawn.printed)):
        press.shelf.put(sheet.path, drawn.printed, sync=_synced(sheet))


def _synced(sheet: Sheet) -> bool:
    """Whether its files are made durable one by one; those of lower lanes are with their block."""
    return sheet.lane <= Lane.EDITOR


def _outcome(drawn: Drawn | DrawError, done: Future[None]) -> Drawn | DrawError:
    try:
        done.result()
    except ShelfError as error:
        if error.full:
            stopped = gettext("The press has stopped: %(error)s. What is published stays up.")
            raise room.NoRoom(stopped % {"error": error}) from error
        return DrawError(str(error), drawn.reads)
    return drawn
