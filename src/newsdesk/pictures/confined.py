"""Runs picture work in a confined child, so that a hostile file costs one child and no more."""

from __future__ import annotations

from typing import Any

from newsdesk import confined
from newsdesk.confined import REFUSED, ChildFailed, ChildRefused

__all__ = ["REFUSED", "SECONDS", "ChildFailed", "ChildRefused", "run"]

MODULE = "newsdesk.pictures.child"
SECONDS = 120


def run(work: str, order: dict[str, Any], *, seconds: float = SECONDS) -> dict[str, Any]:
    """Has the child do ``work`` (a function of ``child.WORK``) and returns its answer; order and answer are JSON.

    Raises ``ChildFailed`` and ``ChildRefused``.
    """
    return confined.run(MODULE, work, order, seconds=seconds)
