"""Names the links of a chain, from whoever is closest to the fact outwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsdesk.sources.engine.attribution import Range
from newsdesk.sources.engine.carriers import cited, outlets
from newsdesk.sources.engine.chains import Chained
from newsdesk.sources.engine.names import Names
from newsdesk.sources.engine.record import Link
from newsdesk.sources.engine.text import Text


def links(text: Text, names: Names, each: Chained, speakers: list[Link]) -> tuple[Link, ...]:
    """The chain of one statement; its links join ``speakers``, by whom later pronouns are resolved.

    They are resolved in the order of the text, since "she" may only be somebody named before. Whoever carried it
    joins last, since "Kovac said the mayor had told him A" is about Kovac.
    """
    ranges = list(_ranges(text, names, each))
    resolved: dict[Range, Link] = {}
    count = len(speakers)
    for source in sorted(set(ranges)):
        resolved[source] = names.link(*source, speakers)
        speakers.append(resolved[source])
    speakers[count:] = [resolved[source] for source in ranges]
    return tuple(_once(resolved[source] for source in ranges))


def _once(chain: Iterable[Link]) -> Iterator[Link]:
    """Nobody stands in a chain twice: "Tribunen first reported it … Tribunen said"."""
    seen: set[tuple[str, str]] = set()
    for link in chain:
        if (link.name, link.kind) not in seen:
            seen.add((link.name, link.kind))
            yield link


def _ranges(text: Text, names: Names, each: Chained) -> Iterator[Range]:
    """Where each link stands; whom an outlet cites comes right below it."""
    found: list[Range] = []
    below = cited(text, names, each)
    for said in (each.said, *each.carriers):
        outermost = said is (each.carriers[-1] if each.carriers else each.said)
        own = [
            *(below if outermost else []),
            *([said.source] if said.source else []),
            *outlets(text, names, said, each),
        ]
        found += [source for source in own if source not in found]
    yield from found
