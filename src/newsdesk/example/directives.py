"""The blocks that are no running text: picture, gallery, embed, table, fact box and related card, one parser each."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newsdesk.article.body import Block, Embed, FactBox, Gallery, PictureUse, RelatedCard, Table
from newsdesk.article.links import parse_reference
from newsdesk.example.inline import parse_text

_OPTION = re.compile(r"(?P<key>[a-z]+):\s+(?P<value>.+)")
_RULE = re.compile(r"\|(?:\s*-+\s*\|)+")


@dataclass(frozen=True, slots=True)
class Directive:
    """``::: name argument``, and the lines between that and the closing fence."""

    name: str
    argument: str
    lines: tuple[str, ...] = ()


def parse_directive(directive: Directive) -> Block:
    """The block a directive stands for; ``ValueError`` says what is wrong with it."""
    parse = PARSERS.get(directive.name)
    if parse is None:
        raise ValueError(f"no directive “{directive.name}”; there are {', '.join(PARSERS)}")
    if not directive.argument:
        raise ValueError(f"“{directive.name}” needs a word after it")
    return parse(directive)


def _picture(directive: Directive) -> PictureUse:
    options = _options(directive, {"caption", "alt"})
    return PictureUse(directive.argument, options.get("caption", ""), options.get("alt", ""))


def _gallery(directive: Directive) -> Gallery:
    uses = []
    for line in _written(directive):
        slug, _, caption = line.partition("|")
        uses.append(PictureUse(slug.strip(), caption.strip()))
    if len(uses) < 2:
        raise ValueError("a gallery holds at least two pictures")
    return Gallery(tuple(uses), directive.argument)


def _embed(directive: Directive) -> Embed:
    options = _options(directive, {"title", "provider"})
    reference = parse_reference(directive.argument)
    if reference is None or reference.kind != "url" or "title" not in options:
        raise ValueError("an embed needs a URL and a title")
    return Embed(directive.argument, options["title"], options.get("provider", ""))


def _table(directive: Directive) -> Table:
    lines = _written(directive)
    has_stub = "stub: yes" in lines
    lines = [line for line in lines if line != "stub: yes"]
    has_head = len(lines) > 1 and bool(_RULE.fullmatch(lines[1]))
    rows = tuple(_cells(line) for line in lines if not _RULE.fullmatch(line))
    if len({len(row) for row in rows}) != 1:
        raise ValueError("a table has rows of equal length")
    return Table(rows, directive.argument, has_head, has_stub)


def _cells(line: str) -> tuple[str, ...]:
    if not (line.startswith("|") and line.endswith("|") and len(line) > 1):
        raise ValueError(f"a row of a table stands between bars: {line}")
    return tuple(cell.strip() for cell in line[1:-1].split("|"))


def _fact_box(directive: Directive) -> FactBox:
    paragraphs = itertools.groupby(directive.lines, key=lambda line: bool(line.strip()))
    texts = tuple(parse_text(" ".join(lines)) for is_written, lines in paragraphs if is_written)
    return FactBox(directive.argument, texts)


def _related(directive: Directive) -> RelatedCard:
    if _written(directive):
        raise ValueError("a related card holds nothing but the slugline of its article")
    return RelatedCard(directive.argument)


def _written(directive: Directive) -> list[str]:
    return [line.strip() for line in directive.lines if line.strip()]


def _options(directive: Directive, allowed: set[str]) -> dict[str, str]:
    options = {}
    for line in _written(directive):
        option = _OPTION.fullmatch(line)
        if option is None or option["key"] not in allowed:
            raise ValueError(f"“{directive.name}” knows {', '.join(sorted(allowed))}, not “{line}”")
        options[option["key"]] = option["value"]
    return options


PARSERS: Mapping[str, Callable[[Directive], Block]] = {
    "picture": _picture,
    "gallery": _gallery,
    "embed": _embed,
    "table": _table,
    "fact-box": _fact_box,
    "related": _related,
}
