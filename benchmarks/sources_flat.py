"""Scores flat attributions, which have a source, a cue and a content but no chain."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newsdesk.sources.engine import for_scoring

PARTS = ("content", "cue", "source")
ENOUGH = 0.5
MARKS = "\"“'‘`"


def flat_figures(file: Path) -> Iterator[str]:
    """Precision, recall and F1 of all attributions, and of those of direct quotes who has the right speaker."""
    count: Counter[str] = Counter()
    for article in _articles(file):
        wanted = [_places(one) for one in article["attributions"]]
        found = [_places(one) for one in _read(article)]
        _count(count, wanted, found)
        _count_quotes(count, article, wanted, found)
    both, one, other = count["both"], count["found"], count["wanted"]
    f1 = 200 * both / (one + other)
    yield f"flat: precision {100 * both / one:.1f}, recall {100 * both / other:.1f}, F1 {f1:.1f}"
    yield f"direct quotes: {count['quotes']}, right speaker {100 * count['right'] / max(count['quotes'], 1):.1f} %"


def _articles(file: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf8") if file.suffix == ".gz" else file.open(encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)


def _read(article: dict[str, Any]) -> list[dict[str, Any]]:
    """What the engine finds, in the form of the data: each part is a list of spans."""
    found = for_scoring(article["text"])
    return [{"content": one["content"], "cue": [one["cue"]], "source": [one["source"]]} for one in found]


def _places(attribution: dict[str, Any]) -> dict[str, set[int]]:
    return {part: _characters(span for span in attribution[part] if span) for part in PARTS}


def _characters(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def _count(count: Counter[str], wanted: list[dict[str, set[int]]], found: list[dict[str, set[int]]]) -> None:
    free = list(found)
    for one in wanted:
        same = next((other for other in free if _same(one, other)), None)
        if same is not None:
            free.remove(same)
            count["both"] += 1
    count["wanted"] += len(wanted)
    count["found"] += len(found)


def _same(one: dict[str, set[int]], other: dict[str, set[int]]) -> bool:
    if one["cue"] and other["cue"] and not one["cue"] & other["cue"]:
        return False
    if bool(one["source"]) != bool(other["source"]) or (one["source"] and not one["source"] & other["source"]):
        return False
    union = one["content"] | other["content"]
    return bool(union) and len(one["content"] & other["content"]) / len(union) >= ENOUGH


def _count_quotes(
    count: Counter[str], article: dict[str, Any], wanted: list[dict[str, set[int]]], found: list[dict[str, set[int]]]
) -> None:
    for one in wanted:
        if not one["source"] or not one["content"] or article["text"][min(one["content"])] not in MARKS:
            continue
        best = max(found, key=lambda other: len(other["content"] & one["content"]), default=None)
        count["quotes"] += 1
        count["right"] += bool(best and best["content"] & one["content"] and best["source"] & one["source"])
