"""Confirmed statements as the values an edition carries."""

from __future__ import annotations

from uuid import UUID

from newsdesk.article.body import Body
from newsdesk.article.prose import Place, Prose, prose
from newsdesk.article.source import NAMED, Attribution, Statement
from newsdesk.sources import anchors
from newsdesk.sources.drafts import Item, Link, confirmed
from newsdesk.sources.models import SourceRow


def statements(article: UUID, body: Body) -> tuple[Statement, ...]:
    """What was confirmed and still stands in the body, in its order."""
    running = prose(body)
    return tuple(_statement(item, running) for item in confirmed(article, running.text))


def named_sources(filed: tuple[Statement, ...]) -> list[SourceRow]:
    """The sources an edition names, each once."""
    ids = {link.source for statement in filed for link in statement.chain if link.source}
    return list(SourceRow.objects.filter(uuid__in=ids).order_by("pk"))


def _statement(item: Item, running: Prose) -> Statement:
    return Statement(
        id=item.id.hex[:8],
        kind=item.kind,  # type: ignore[arg-type]
        content=tuple(place for start, end in item.places for place in running.places(start, end)),
        chain=tuple(_attribution(link) for link in item.chain),
        cue=_cue(item, running),
        said_on=item.said_on,
        hedges=item.hedges,
    )


def _cue(item: Item, running: Prose) -> Place | None:
    found = anchors.find(running.text, item.cue, near=item.places[-1][1]) if item.cue else None
    places = running.places(*found) if found else ()
    return places[0] if places else None


def _attribution(link: Link) -> Attribution:
    """An unnamed source crosses by its words alone."""
    named = link.kind in NAMED and link.source is not None
    return Attribution(
        name=link.name,
        kind=link.kind,  # type: ignore[arg-type]
        source=str(link.source) if named else "",
        title=link.title,
        url=link.url,
        reason="" if named else link.reason,
    )
