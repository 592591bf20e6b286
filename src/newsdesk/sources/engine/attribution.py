"""One attribution as the linker finds it: flat, in tokens, before chains and names."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.sources.engine.lexicon import Verb

Range = tuple[int, int]


class Attribution(NamedTuple):
    """``cue``, ``source`` and each of ``content`` are token ranges, end exclusive; ``why`` has the rules' ids."""

    cue: Range | None
    source: Range | None
    content: tuple[Range, ...]
    why: tuple[str, ...]
    verb: Verb | None = None


def place(attribution: Attribution) -> int:
    """Where an attribution stands: at its cue, or at its content where it has none."""
    return attribution.cue[0] if attribution.cue else attribution.content[0][0]


def last_token(attribution: Attribution) -> int:
    """The end of the last thing that belongs to an attribution."""
    ends = [end for _, end in attribution.content]
    return max(*ends, attribution.cue[1] if attribution.cue else 0, attribution.source[1] if attribution.source else 0)
