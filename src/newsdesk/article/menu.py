"""Menus, as an editor ordered them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One line of a menu; ``href`` is ``section:<id>``, ``topic:<id>``, ``page:<id>``, a path or a URL.

    Empty ``words`` stand for the name of what it leads to, as it is called today.
    """

    href: str
    words: str = ""
