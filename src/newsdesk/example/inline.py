r"""The marks inside a line: ``*emphasis*``, ``**strong**``, ``[words](reference)``; ``\`` takes a mark its meaning.

A small part of Markdown (https://spec.commonmark.org/), enough for copy and with one way to write each thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from newsdesk.article.body import Run, Text
from newsdesk.article.links import parse_reference

_MARK = re.compile(
    r"\\(?P<escaped>[\\*\[\]])"
    r"|\*\*(?P<strong>(?:\\.|[^\\])+?)\*\*(?!\*)"
    r"|\*(?P<emphasis>(?:\\.|[^*\\])+)\*"
    r"|\[(?P<words>(?:\\.|[^\]\\])+)\]\((?P<href>[^()\s]+)\)"
)


def parse_text(words: str) -> Text:
    """The runs of a line; ``ValueError`` where a link leads nowhere or a mark is not closed."""
    return tuple(_joined(_parse(" ".join(words.split()), Run(""))))


def _parse(words: str, like: Run) -> Iterator[Run]:
    position = 0
    for mark in _MARK.finditer(words):
        yield replace(like, text=_plain(words[position : mark.start()]))
        yield from _marked(mark, like)
        position = mark.end()
    yield replace(like, text=_plain(words[position:]))


def _marked(mark: re.Match[str], like: Run) -> Iterator[Run]:
    if mark["escaped"]:
        yield replace(like, text=mark["escaped"])
    elif mark["strong"]:
        yield from _parse(mark["strong"], replace(like, strong=True))
    elif mark["emphasis"]:
        yield from _parse(mark["emphasis"], replace(like, emphasis=True))
    else:
        if parse_reference(mark["href"]) is None:
            raise ValueError(f"no such kind of link: {mark['href']}")
        yield from _parse(mark["words"], replace(like, href=mark["href"]))


def _plain(words: str) -> str:
    if stray := re.search(r"[*\[\]\\]", words):
        raise ValueError(f"a lone {stray[0]} in “{words.strip()}”: close the mark, or write \\{stray[0]}")
    return words


def _joined(parts: Iterator[Run]) -> Iterator[Run]:
    """Neighbours with the same marks as one run; empty ones dropped."""
    last: Run | None = None
    for run in parts:
        if not run.text:
            continue
        if last is not None and replace(last, text="") == replace(run, text=""):
            last = replace(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
