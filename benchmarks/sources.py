"""How many articles a second the engine reads, and how well; ``--data`` adds articles annotated flat, one a line."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

from benchmarks import ground
from benchmarks.sources_flat import flat_figures
from newsdesk.sources.engine import read
from newsdesk.sources.engine.tests import annotated
from newsdesk.sources.engine.tests.measured import measured

WORDS = 750
DAY = date(2026, 3, 17)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks sources", description=__doc__)
    parser.add_argument("--articles", type=int, default=100, help="how many articles of 750 words to read")
    parser.add_argument("--data", type=Path, help="JSON lines, plain or gzip: text, and attributions by offsets")
    options = parser.parse_args(arguments)
    print(ground.machine())
    print(f"{_speed(options.articles):.0f} articles of {WORDS} words a second of one processor")
    for name, articles in _parts():
        figures = measured(articles, read)._asdict()
        print(f"{name}, {len(articles)} articles:", ", ".join(f"{key} {value:.1f}" for key, value in figures.items()))
    if options.data:
        print("\n".join(flat_figures(options.data)))
    return 0


def _parts() -> Iterator[tuple[str, list[annotated.Article]]]:
    """The annotated articles by what they tell: the second round was first read by rules that had not seen it."""
    opened = [annotated.load(path) for path in sorted(annotated.ARTICLES.glob("*.toml"))]
    yield "open, first round", [article for article in opened if article.round == 1]
    yield "open, second round", [article for article in opened if article.round > 1]
    yield "kept aside", [annotated.load(path) for path in sorted(annotated.KEPT_ASIDE.glob("*.toml"))]


def _speed(count: int) -> float:
    texts = _texts(count)
    read(texts[0], DAY)
    started = time.process_time()
    for text in texts:
        read(text, DAY)
    return count / (time.process_time() - started)


def _texts(count: int) -> list[str]:
    """Articles of 750 words, put together from the annotated ones."""
    pieces = cycle(annotated.load(path).text for path in annotated.paths())
    texts = []
    for _ in range(count):
        text = next(pieces)
        while len(text.split()) < WORDS:
            text += "\n" + next(pieces)
        texts.append(" ".join(text.split(" ")[:WORDS]))
    return texts
