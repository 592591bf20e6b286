"""The body of a story: paragraphs, headings, quotes, lists and ``:::`` directives, parsed to an article's blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsdesk.article.body import Block, Body, BulletList, Heading, Paragraph, PullQuote
from newsdesk.example.directives import Directive, parse_directive
from newsdesk.example.inline import parse_text
from newsdesk.example.problem import ReadError

_FENCE = ":::"
_BULLET = re.compile(r"(?:-|\d+\.)\s+")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines that belong together; ``line`` is the number of the first in its file."""

    line: int
    lines: tuple[str, ...]


def parse_body(words: str, path: Path, first_line: int = 1) -> Body:
    """The blocks of a body; ``ReadError`` at what cannot be read, its line counted from ``first_line``."""
    return tuple(_block(chunk, path) for chunk in _chunks(words, path, first_line))


def _chunks(words: str, path: Path, first_line: int) -> Iterator[Chunk]:
    """Split at blank lines, except inside a directive, which runs to the line that holds nothing but its fence."""
    gathered: list[str] = []
    started = first_line
    for number, line in enumerate([*words.splitlines(), ""], first_line):
        in_directive = bool(gathered) and gathered[0].startswith(_FENCE)
        if not gathered:
            started = number
        if line.strip() or in_directive:
            gathered.append(line.rstrip())
        elif gathered:
            yield Chunk(started, tuple(gathered))
            gathered = []
        if in_directive and line.strip() == _FENCE:
            yield Chunk(started, tuple(gathered))
            gathered = []
    if gathered:
        raise ReadError(path, started, f"this directive is never closed: end it with a line of {_FENCE}")


def _block(chunk: Chunk, path: Path) -> Block:
    try:
        return _parse(chunk)
    except ValueError as error:
        raise ReadError(path, chunk.line, str(error)) from error


def _parse(chunk: Chunk) -> Block:
    first = chunk.lines[0]
    if first.startswith(_FENCE):
        name, _, argument = first.removeprefix(_FENCE).strip().partition(" ")
        return parse_directive(Directive(name, argument.strip(), chunk.lines[1:-1]))
    if first.startswith("## "):
        return Heading(_one_line(chunk).removeprefix("## ").strip())
    if first.startswith("> "):
        return _quote(chunk)
    if _BULLET.match(first):
        return _list(chunk)
    return Paragraph(parse_text(" ".join(chunk.lines)))


def _one_line(chunk: Chunk) -> str:
    if len(chunk.lines) > 1:
        raise ValueError("a blank line must follow a heading")
    return chunk.lines[0]


def _quote(chunk: Chunk) -> PullQuote:
    words = " ".join(line.removeprefix(">").strip() for line in chunk.lines)
    text, _, who = words.rpartition(" — ")
    return PullQuote(text or who, who if text else "")


def _list(chunk: Chunk) -> BulletList:
    items: list[str] = []
    for line in chunk.lines:
        if mark := _BULLET.match(line):
            items.append(line[mark.end() :])
        else:
            items[-1] += " " + line.strip()
    return BulletList(tuple(parse_text(item) for item in items), ordered=chunk.lines[0][0].isdigit())
