"""Turns changes into due sheets, in one transaction: a change row goes only when every sheet that read its key is
marked.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Least

from newsdesk.archive import keys
from newsdesk.archive.models import Change
from newsdesk.archive.reader import Archive
from newsdesk.press.models import Sheet
from newsdesk.press.plan import Mark, marks, touches_frame
from newsdesk.press.recipe import FRAME, Wanted, recipes

AT_ONCE = 500
"""Changes taken in one marking, the most urgent and newest first, so that a publish never waits behind an import."""


@dataclass(frozen=True, slots=True)
class Marked:
    """How many changes were taken, and whether one of them belongs to the frame."""

    changes: int
    frame: bool


@transaction.atomic
def mark() -> Marked:
    """Marks what the next changes make due; changes none where there are none."""
    changes = list(Change.objects.order_by("lane", "-id").values_list("id", "key", "lane")[:AT_ONCE])
    if not changes:
        return Marked(0, False)
    marked = marks(changes)
    archive = Archive()
    for one in marked:
        _mark_readers(one)
        _mark_wanted(archive, one)
    Change.objects.filter(id__in=[id for id, _, _ in changes]).delete()
    return Marked(len(changes), touches_frame(marked))


@transaction.atomic
def mark_theme(fingerprint: str) -> int:
    """Marks every sheet drawn in another frame, in the last lane, and adds what a first frame brings; how many were
    marked.
    """
    archive = Archive()
    for recipe in recipes().values():
        for wanted in recipe.sheets_for(archive, FRAME, ""):
            fields = {"recipe": recipe.name, "args": wanted.args, "due": 0, "lane": keys.Lane.EDITOR}
            Sheet.objects.get_or_create(path=wanted.path, defaults=fields)
    others = Sheet.objects.exclude(theme=fingerprint).filter(due__isnull=True)
    return others.update(due=0, lane=keys.Lane.THEME)


def want(recipe: str, wanted: Wanted, due: int, lane: int) -> None:
    """Sees to it that a sheet is there and due, drawn by this recipe."""
    sheet, _ = Sheet.objects.get_or_create(
        path=wanted.path, defaults={"recipe": recipe, "args": wanted.args, "due": due, "lane": lane}
    )
    if (sheet.recipe, sheet.args) != (recipe, wanted.args):
        Sheet.objects.filter(id=sheet.id).update(recipe=recipe, args=wanted.args)
    _due(Sheet.objects.filter(id=sheet.id), due, lane)


def _mark_readers(one: Mark) -> None:
    _due(Sheet.objects.filter(reads__key__name=one.key), one.due, one.lane)


def _mark_wanted(archive: Archive, one: Mark) -> None:
    kind, id = keys.parse(one.key)
    for recipe in recipes().values():
        for wanted in recipe.sheets_for(archive, kind, id):
            want(recipe.name, wanted, one.due, one.lane)


def _due(sheets: QuerySet[Sheet], due: int, lane: int) -> None:
    """A sheet that is due already keeps the more urgent lane and the newer change; a failed one is tried again at
    once.
    """
    waiting = When(due__isnull=False, then=Least(F("lane"), Value(lane)))
    newest = When(due__gt=due, then=F("due"))
    sheets.update(lane=Case(waiting, default=Value(lane)), due=Case(newest, default=Value(due)), next_attempt_at=None)
