"""Where chapters begin and end."""

from __future__ import annotations


def spans(chapters: list[tuple[str, float]], seconds: float) -> list[tuple[str, int, int]]:
    """Title, start and end in thousandths of a second: each ends where the next begins, the last with the sound."""
    starts = [round(start * 1000) for _, start in chapters]
    ends = [*starts[1:], round(seconds * 1000)][: len(starts)]
    return [(title, start, end) for (title, _), start, end in zip(chapters, starts, ends, strict=True)]
