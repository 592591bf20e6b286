"""A full bake: everything that should be on the shelf, drawn again; and an audit of what lies there."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db.models import Q

from newsdesk.archive import clips
from newsdesk.archive.keys import Lane
from newsdesk.archive.reader import Archive
from newsdesk.article.clip import paths as clip_paths
from newsdesk.press.draw import draw
from newsdesk.press.lock import press_lock
from newsdesk.press.mark import mark
from newsdesk.press.models import Sheet
from newsdesk.press.recipe import Wanted, recipes
from newsdesk.press.run import Press, run
from newsdesk.press.settle import Tally
from newsdesk.press.shelves.base import Shelf
from newsdesk.press.theme import theme

BLOCK = 128
BEGUN = 0
"""``due`` of a sheet that a full bake has yet to draw; changes have higher ids."""


def begin() -> int:
    """Marks every sheet that should exist or does, or goes on with a bake begun before; how many are due."""
    with press_lock():
        while mark().changes:  # everything is drawn anyway: what they mark need not be drawn twice
            pass
    if not Sheet.objects.filter(due=BEGUN).exists():
        Sheet.objects.update(due=BEGUN, lane=Lane.THEME, next_attempt_at=None)
    for recipe, wanted in expected():
        _add_missing(recipe, wanted)
    return Sheet.objects.filter(due__isnull=False).count()


def bake(progress: Callable[[Tally], None] | None = None) -> Tally:
    """Draws all that ``begin`` marked; what was damaged on the shelf is put right."""
    return run(Press.open(repair=True), BLOCK, progress=progress)


def expected() -> Iterator[tuple[str, list[Wanted]]]:
    """Every sheet that should exist, by recipe, a thousand at a time."""
    for recipe in recipes().values():
        wanted = iter(recipe.every(Archive()))
        while part := list(islice(wanted, 1000)):
            yield recipe.name, part


def _add_missing(recipe: str, wanted: Iterable[Wanted]) -> None:
    rows = [Sheet(path=one.path, recipe=recipe, args=one.args, due=BEGUN, lane=Lane.THEME) for one in wanted]
    Sheet.objects.bulk_create(rows, ignore_conflicts=True)


@dataclass(frozen=True, slots=True)
class Fault:
    """A sheet that is not as it should be."""

    path: str
    what: str


def audit(sample: int, seed: int | None = None) -> tuple[int, list[Fault]]:
    """Draws a random sample again and compares it with the record and the shelf; also looks for what is missing or
    too much.

    Returns how many sheets were drawn, and the faults. Sheets that are due are left out: they are known to be old.
    """
    with press_lock():
        faults = list(_missing())
        sheets = list(Sheet.objects.filter(due__isnull=True, attempts=0))
        chosen = random.Random(seed).sample(sheets, min(sample, len(sheets)))  # noqa: S311 - a sample, no secret
        press = Press.open()
        faults += _unheard(press.shelf)
        frame = press.set_frame()
        for sheet in chosen:
            if sheet.theme != frame.fingerprint:
                faults.append(
                    Fault(sheet.path, "stands in another frame: settings, menus or theme differ from its drawing")
                )
                continue
            drawn = draw(recipes()[sheet.recipe], Wanted(sheet.path, sheet.args), Archive(), frame, theme().templates)
            if drawn.printed is None:
                faults.append(Fault(sheet.path, "is on the shelf and should not be"))
            elif drawn.digest != sheet.digest:
                faults.append(Fault(sheet.path, "is drawn differently now: a change was not named"))
            elif not press.shelf.holds(sheet.path, drawn.printed):
                faults.append(Fault(sheet.path, "was damaged on the shelf"))
    return len(chosen), faults


def _missing() -> Iterator[Fault]:
    for _, wanted in expected():
        paths = [one.path for one in wanted]
        known = set(Sheet.objects.filter(Q(path__in=paths)).values_list("path", flat=True))
        yield from (Fault(path, "should be on the shelf and is not") for path in paths if path not in known)


def _unheard(shelf: Shelf) -> Iterator[Fault]:
    """Files of clips are no sheets, but readers are led to them."""
    for clip in clips.standing():
        for path in clip_paths(clip.digest):
            if not shelf.has(path):
                yield Fault(path, "is a clip's file and not on the shelf; the heavy worker looks for such every hour")
