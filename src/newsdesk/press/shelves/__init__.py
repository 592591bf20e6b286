"""Where sheets stand, one file for each kind of place; may import brotli, and Django's settings in ``current`` only."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from .base import Printed, Shelf, ShelfError

__all__ = ["Printed", "Shelf", "ShelfError", "current", "opened"]


@cache
def opened(kind: str, place: Path) -> Shelf:
    """The shelf of ``kind`` (the name of a module of this folder, each with a ``shelf(place)``) at ``place``."""
    try:
        made = import_module(f"{__name__}.{kind}")
    except ModuleNotFoundError as absent:
        raise ShelfError(f"there is no shelf of the kind {kind!r}") from absent
    shelf: Shelf = made.shelf(place)
    return shelf


def current() -> Shelf:
    """The newsroom's own shelf: a folder of this machine, ``NEWSDESK_SHELF``."""
    from django.conf import settings

    return opened("disk", Path(settings.NEWSDESK_SHELF))
