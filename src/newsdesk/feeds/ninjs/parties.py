"""Who an article has it from, as readers may know: a named source by its name, an unnamed one by its words alone."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.article.edition import Edition
from newsdesk.article.links import source_path
from newsdesk.article.source import Attribution, Source
from newsdesk.feeds.lookup import Lookup
from newsdesk.feeds.ninjs.piece import Party


def parties(edition: Edition, look: Lookup) -> tuple[Party, ...]:
    """Everybody once, in the order of the text, as an origin where somebody is one anywhere; then whose copy it is."""
    named = list(_named(edition, look))
    origins = {party.name: party for party in named if party.role == "origin"}
    everybody = dict.fromkeys(origins.get(party.name, party) for party in named)
    supplier = edition.dateline.source if edition.dateline else ""
    return (*everybody, *([Party(supplier, "supplier")] if supplier else []))


def _named(edition: Edition, look: Lookup) -> Iterator[Party]:
    for statement in edition.statements:
        for place, link in enumerate(statement.chain):
            yield _party(link, "through" if place else "origin", look)


def _party(link: Attribution, role: str, look: Lookup) -> Party:
    """As it is called today, else as it was printed."""
    today = look.archive.source(link.source) if link.source else None
    return Party(today.name, role, _page(today, look)) if today else Party(link.name, role)


def _page(source: Source, look: Lookup) -> str:
    return look.frame.url(source_path(source.slug)) if source.slug else ""
