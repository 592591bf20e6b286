"""Takes a text through all stages, from tokens to the record."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from itertools import islice

from newsdesk.sources.engine.attribution import Attribution, Range
from newsdesk.sources.engine.carriers import saying
from newsdesk.sources.engine.chains import Chained, chained
from newsdesk.sources.engine.dates import said_on
from newsdesk.sources.engine.hedges import Hedge, hedges, unsourced
from newsdesk.sources.engine.kinds_of_speech import kind_of
from newsdesk.sources.engine.linker import link
from newsdesk.sources.engine.links import links
from newsdesk.sources.engine.names import Names
from newsdesk.sources.engine.record import Link, Record, Statement
from newsdesk.sources.engine.sureness import sure
from newsdesk.sources.engine.text import Text


def record(text: Text, published: date, wide: bool) -> Record:
    """The statements of a parsed text, in the order of their content, and its unsourced hedges."""
    names = Names(text)
    found = hedges(text)
    made = chained(text, link(text, wide))
    speakers: list[Link] = []
    statements = [_statement(text, names, each, found, published, speakers) for each in made]
    statements.sort(key=lambda statement: statement.content[0])
    loose = unsourced(found, [range(*span) for each in made for span in _sourced(each)])
    return Record(tuple(statements), tuple(text.span(hedge.first, hedge.end) for hedge in loose))


def _statement(
    text: Text, names: Names, each: Chained, found: list[Hedge], published: date, speakers: list[Link]
) -> Statement:
    said = each.said
    chain = links(text, names, each, speakers)
    return Statement(
        content=tuple(text.span(*span) for span in sorted(said.content)),
        cue=text.span(*said.cue) if said.cue else None,
        kind=kind_of(text, said.content),
        chain=chain,
        said_on=said_on(text, published, _zones(text, each)),
        hedges=tuple(text.span(hedge.first, hedge.end) for hedge in _inside(found, said.content)),
        why=(*said.why, *(f"chain.{carrier.why[0]}" for carrier in each.carriers)),
        sure=sure(text, each, chain),
    )


def _zones(text: Text, each: Chained) -> Iterator[range]:
    for said in (each.said, *each.carriers):
        yield from saying(text, said)


def _inside(found: list[Hedge], content: tuple[Range, ...]) -> Iterator[Hedge]:
    for first, end in sorted(content):
        for hedge in islice(found, bisect_left(found, (first,)), None):
            if hedge.end > end:
                break
            yield hedge


def _sourced(each: Chained) -> Iterator[Range]:
    yield from each.said.content
    for said in (each.said, *each.carriers):
        yield from _cue_and_source(said)


def _cue_and_source(said: Attribution) -> Iterator[Range]:
    if said.cue:
        yield said.cue
    if said.source:
        yield said.source
