"""One attribution as the linker finds it: flat, in tokens, before chains and names."""

from __future__ import annotations

from typing import NamedTuple

Range = tuple[int, int]


class Attribution(NamedTuple):
    """``cue``, ``source`` and each of ``content`` are token ranges, end exclusive; ``why`` has the rules' ids."""

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    why: tuple[str, ...]
