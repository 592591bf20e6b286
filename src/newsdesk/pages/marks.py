"""Puts into a body, where it says who said something, a link to the chain of that statement: pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.article.body import Block, Body, BulletList, Paragraph, Run, Text, plain_text, runs, words_of
from newsdesk.article.prose import Place
from newsdesk.article.source import Statement

HREF = "#s-"
"""How the reference of such a link begins; the statement's id follows."""

Marks = Sequence[tuple[int, int, str]]


def marked(body: Body, statements: Sequence[Statement]) -> Body:
    """The body with one link a statement, on its cue or, where it has none, on its last word.

    Words that are a link already stay what they are, and no two marks overlap; of words with several marks of type the
    first stretch is the link, since an id may stand only once.
    """
    if not statements:
        return body
    marks: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for statement in statements:
        if place := _place(body, statement):
            marks[place.block].append((place.start, place.end, HREF + statement.id))
    return tuple(_block(block, sorted(marks.get(number, ()))) for number, block in enumerate(body))


def ids(body: Body) -> frozenset[str]:
    """The statements that a marked body leads to."""
    made = (run.href for block in body for run in runs(block))
    return frozenset(href.removeprefix(HREF) for href in made if href.startswith(HREF))


def _place(body: Body, statement: Statement) -> Place | None:
    if statement.cue:
        return statement.cue
    last = statement.content[-1]
    words = plain_text((body[last.block],))[last.start : last.end].rstrip()
    start = last.start + words.rfind(" ") + 1
    return Place(last.block, start, last.start + len(words)) if words else None


def _block(block: Block, marks: Marks) -> Block:
    if not marks:
        return block
    match block:
        case Paragraph(text=text):
            return Paragraph(_text(text, marks))
        case BulletList(items=items):
            return replace(block, items=_items(items, marks))
        case _:
            return block


def _items(items: tuple[Text, ...], marks: Marks) -> tuple[Text, ...]:
    made, at = [], 0
    for item in items:
        made.append(_text(item, [(start - at, end - at, href) for start, end, href in marks if start >= at]))
        at += len(words_of(item)) + 1
    return tuple(made)


def _text(text: Text, marks: Marks) -> Text:
    made: list[Run] = []
    at = 0
    for run in text:
        until = at + len(run.text)
        made += _run(
            run, [(start - at, min(end, until) - at, href) for start, end, href in marks if at <= start < until]
        )
        at = until
    return tuple(made)


def _run(run: Run, marks: Marks) -> list[Run]:
    """The run, cut where a mark begins and ends."""
    if run.href:
        return [run]
    parts, at = [], 0
    for start, end, href in marks:
        if at <= start < end:
            parts += [replace(run, text=run.text[at:start]), replace(run, text=run.text[start:end], href=href)]
            at = end
    return [part for part in (*parts, replace(run, text=run.text[at:])) if part.text]
