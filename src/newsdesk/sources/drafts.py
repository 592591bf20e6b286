"""What a draft says and who said it: the engine's proposals beside what the desk decided, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from uuid import UUID, uuid5

from newsdesk.article.prose import Prose
from newsdesk.sources import anchors
from newsdesk.sources.anchors import Quote
from newsdesk.sources.engine import read
from newsdesk.sources.engine.language import languages
from newsdesk.sources.engine.record import Record, Span
from newsdesk.sources.engine.record import Statement as Found
from newsdesk.sources.models import AttributionRow, StatementRow
from newsdesk.sources.spelling import folded

Places = tuple[tuple[int, int], ...]
CONFIRMED, REJECTED = StatementRow.State.CONFIRMED, StatementRow.State.REJECTED
LONGEST = 200
"""Characters of a name or a title that are kept; what is longer was no name."""
STOPS = ".!?…\n"
ALIKE = 0.6
"""How alike (0 to 1) a proposal's words must be to those of a statement that is gone, to be taken for its new ones."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain as the desk sees it.

    ``source`` is the id of a known source, None where it is not decided; ``document`` the number of a file at the desk.
    """

    kind: str
    name: str
    title: str = ""
    mention: str = ""
    url: str = ""
    reason: str = ""
    source: UUID | None = None
    document: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A statement beside a draft.

    ``state`` is ``proposed``, ``confirmed``, ``rejected`` or ``gone``: confirmed, but its words are no longer in the
    draft; then ``places`` is empty and ``now`` the id of a proposal whose words are much like it. ``places`` are
    characters of the prose; ``sure`` from 0 to 1 is how often proposals made so are right; ``why`` are the engine's
    rules.
    """

    id: UUID
    state: str
    quotes: tuple[Quote, ...]
    kind: str
    chain: tuple[Link, ...]
    places: Places = ()
    cue: Quote | None = None
    said_on: date | None = None
    hedges: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    sure: float = 1.0
    now: UUID | None = None

    @property
    def words(self) -> str:
        return " … ".join(quote.exact for quote in self.quotes)


@dataclass(frozen=True, slots=True)
class Draft:
    """All statements of a draft in its order, what is gone last; what was rejected; the hedges without a source."""

    article: UUID
    prose: Prose
    items: tuple[Item, ...]
    unsourced: tuple[Span, ...] = field(default=())
    rejected: tuple[Item, ...] = field(default=())

    def item(self, id: UUID) -> Item | None:
        return next((item for item in (*self.items, *self.rejected) if item.id == id), None)


def draft(
    article: UUID, prose: Prose, published: date, least: float = 0.0, language: str = "en", ourselves: str = ""
) -> Draft:
    """Reads a draft; proposals less sure than ``least`` are left out. A language the engine has not gives none.

    ``ourselves`` is the newsroom's name: what somebody told us came through nobody.
    """
    record = _record(prose.text, published, language)
    decided = list(_decided(article, prose.text))
    taken = [place for item, _ in decided for place in item.places]
    found = _proposals(article, prose.text, record, ourselves)
    known = {item.id for item, _ in decided}
    proposals = [_apart(item, known) for item in found if not _overlaps(item.places, taken)]
    shown = [item for item, state in decided if state == CONFIRMED]
    standing = [item for item in shown if item.state != "gone"]
    sure = [item for item in proposals if item.sure >= least]
    gone = [_with_successor(item, sure) for item in shown if item.state == "gone"]
    rejected = [replace(item, state="rejected") for item, state in decided if state == REJECTED and item.places]
    return Draft(
        article,
        prose,
        (*sorted(standing + sure, key=_order), *gone),
        tuple(_without_source(record.unsourced_hedges, prose.text, standing)),
        tuple(sorted(rejected, key=_order)),
    )


def _apart(item: Item, known: set[UUID]) -> Item:
    """A proposal in the words of a statement that is gone, for they are said by somebody else now, is another one."""
    return replace(item, id=uuid5(item.id, "said by somebody else")) if item.id in known else item


def _without_source(hedges: Iterable[Span], text: str, standing: list[Item]) -> Iterator[Span]:
    """The hedges in whose sentence the desk has confirmed nobody."""
    sourced = [place for item in standing for place in item.places]
    for hedge in hedges:
        start = max(text.rfind(stop, 0, hedge.start) for stop in STOPS) + 1
        ends = [at for stop in STOPS if (at := text.find(stop, hedge.end)) >= 0]
        if not _overlaps(((start, min(ends, default=len(text))),), sourced):
            yield hedge


def _order(item: Item) -> Places:
    return item.places


@lru_cache(maxsize=16)
def _record(text: str, published: date, language: str) -> Record:
    """What the engine reads; remembered, for one opening of the editor asks twice and a decision once more after it."""
    code = language.lower().partition("-")[0]  # what is known of English is known of en-GB
    return read(text, published, code) if code in languages() else Record((), ())


def confirmed(article: UUID, text: str) -> list[Item]:
    """The confirmed statements whose words stand in the text, in its order."""
    rows = (item for item, state in _decided(article, text) if state == CONFIRMED)
    return sorted((item for item in rows if item.places), key=_order)


def _decided(article: UUID, text: str) -> Iterator[tuple[Item, str]]:
    rows = StatementRow.objects.filter(article=article).order_by("pk").prefetch_related("chain__source")
    found = [(_item_of(row, text), row.state) for row in rows]
    nearest = _nearest((item for item, state in found if state == CONFIRMED), text)
    for item, state in found:
        if state == CONFIRMED and item.places and nearest[item.places] is not item:
            item = replace(item, state="gone", places=())
        yield item, state


def _nearest(items: Iterable[Item], text: str) -> dict[Places, Item]:
    """Of statements in the same words whose anchors lead to one place, as after one was cut, whose place it is."""
    best: dict[Places, tuple[int, Item]] = {}
    for item in items:
        pairs = zip(item.places, item.quotes, strict=False)
        alike = sum(anchors.likeness(text, place, quote) for place, quote in pairs)
        if item.places and (item.places not in best or alike > best[item.places][0]):
            best[item.places] = alike, item
    return {places: item for places, (_, item) in best.items()}


def _item_of(row: StatementRow, text: str) -> Item:
    quotes, chain = tuple(Quote(**one) for one in row.quotes), tuple(map(_link_of, row.chain.all()))
    places = (anchors.find_all(text, quotes) or ()) if _names_its_origin(text, chain) else ()
    return Item(
        id=row.uuid,
        state="confirmed" if places else "gone",
        quotes=quotes,
        kind=row.kind,
        chain=chain,
        places=places,
        cue=Quote(**row.cue) if row.cue else None,
        said_on=row.said_on,
        hedges=tuple(row.hedges),
        why=tuple(row.why),
    )


def _names_its_origin(text: str, chain: tuple[Link, ...]) -> bool:
    """Whether the text still has the name of who said it, or the word that stood for it: with another name there,
    readers would be told of somebody who said nothing.
    """
    return not chain or (chain[0].name if chain[0].name in chain[0].mention else chain[0].mention) in text


def _link_of(row: AttributionRow) -> Link:
    return Link(row.kind, row.name, row.title, row.mention, row.url, row.reason, row.source.uuid, row.document_id)


def _proposals(article: UUID, text: str, record: Record, ourselves: str) -> Iterator[Item]:
    for found in record.statements:
        if found.chain:
            yield _proposal(article, text, found, ourselves)


def _is_us(link: Link, ourselves: str) -> bool:
    """Whether a name is the newsroom's own or the end of it: "the Packet" of "The Averra Packet"."""
    name, whole = folded(link.name).split(), folded(ourselves).split()
    return link.kind == "outlet" and bool(name) and whole[-len(name) :] == name


def _proposal(article: UUID, text: str, found: Found, ourselves: str) -> Item:
    quotes = tuple(anchors.quote(text, span.start, span.end) for span in found.content)
    return Item(
        id=uuid5(article, "\n".join(quote.prefix + quote.exact for quote in quotes)),
        state="proposed",
        quotes=quotes,
        kind=found.kind,
        chain=tuple(_chain(text, found, ourselves)),
        places=tuple((span.start, span.end) for span in found.content),
        cue=anchors.quote(text, found.cue.start, found.cue.end) if found.cue else None,
        said_on=found.said_on,
        hedges=tuple(span.text for span in found.hedges),
        why=found.why,
        sure=found.sure,
    )


def _chain(text: str, found: Found, ourselves: str) -> Iterator[Link]:
    for place, link in enumerate(found.chain):
        mention = text[link.mention.start : link.mention.end][: 2 * LONGEST]
        made = Link(link.kind, link.name[:LONGEST], (link.title or "")[:LONGEST], mention)
        if place == 0 or not _is_us(made, ourselves):
            yield made


def _overlaps(places: Places, taken: Iterable[tuple[int, int]]) -> bool:
    return any(start < end_taken and start_taken < end for start, end in places for start_taken, end_taken in taken)


def _with_successor(item: Item, proposals: list[Item]) -> Item:
    likeness = [(SequenceMatcher(None, item.words, one.words, autojunk=False).ratio(), one) for one in proposals]
    best = max(likeness, key=lambda pair: pair[0], default=None)
    return replace(item, now=best[1].id) if best and best[0] >= ALIKE else item
