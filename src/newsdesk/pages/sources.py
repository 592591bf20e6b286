"""How the newsroom knows what an article says: its statements, who made them, and through whom they came."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from django.utils.translation import ngettext, pgettext_lazy

from newsdesk.archive.reader import Archive
from newsdesk.article import links
from newsdesk.article.edition import Edition
from newsdesk.article.prose import Prose, prose
from newsdesk.article.source import NAMED, Attribution, Source, Statement, origins
from newsdesk.pages.contexts import ChainLink, Name, Sources, Told
from newsdesk.pages.heads import shortened
from newsdesk.pages.moments import day_words

SHOWN = 90
"""Characters of a statement in the list: enough to know it again."""

KINDS = {
    "person": pgettext_lazy("a kind of source", "Person"),
    "organisation": pgettext_lazy("a kind of source", "Organisation"),
    "outlet": pgettext_lazy("a kind of source", "News outlet"),
    "document": pgettext_lazy("a kind of source", "Document"),
    "anonymous": pgettext_lazy("a kind of source", "Unnamed source"),
    "group": pgettext_lazy("a kind of source", "Group"),
}


def sources(archive: Archive, edition: Edition, led_to: Container[str]) -> Sources | None:
    """The account of an edition's sources; None where none was confirmed. ``led_to``: the statements marked in it."""
    if not edition.statements:
        return None
    everybody = list(_everybody(archive, edition.statements))
    running = prose(edition.body)
    return Sources(
        origins=_counted(origins(edition.statements)),
        named=tuple(link for link in everybody if link.kind in NAMED),
        unnamed=tuple(link for link in everybody if link.kind not in NAMED),
        told=tuple(_told(archive, one, running, marked=one.id in led_to) for one in edition.statements),
    )


def fitting(edition: Edition) -> Edition:
    """The edition without statements whose words are not in its body: a wrong place costs a statement, not the page."""
    if not edition.statements:
        return edition
    running = prose(edition.body)
    whole = tuple(one for one in edition.statements if all(map(running.has, (*one.content, *filter(None, [one.cue])))))
    return replace(edition, statements=whole)


def known(source: Source) -> ChainLink:
    """A source by itself, as it is called today."""
    return ChainLink(_name(source), source.kind, str(KINDS[source.kind]), url=source.url)


def words_of(statement: Statement, running: Prose) -> str:
    """The statement as printed, its parts joined."""
    return " … ".join(running.words(place) for place in statement.content)


def _everybody(archive: Archive, statements: tuple[Statement, ...]) -> Iterator[ChainLink]:
    """Every link of every chain once, by who it is; in the order of the text, with the first title, URL and reason."""
    seen: dict[tuple[str, str], ChainLink] = {}
    for statement in statements:
        for printed in statement.chain:
            key = (printed.kind, printed.source or printed.name.casefold())
            seen[key] = _completed(seen[key], printed) if key in seen else _link(archive, printed)
    yield from seen.values()


def _completed(link: ChainLink, printed: Attribution) -> ChainLink:
    return replace(
        link,
        title=link.title or printed.title,
        url=printed.url if printed.url and not link.host else link.url,
        host=link.host or _host(printed.url),
        reason=link.reason or printed.reason,
    )


def _told(archive: Archive, statement: Statement, running: Prose, *, marked: bool) -> Told:
    day = statement.said_on
    return Told(
        id=statement.id,
        words=shortened(words_of(statement, running), SHOWN),
        chain=tuple(_link(archive, printed) for printed in statement.chain),
        day=day_words(day) if day else "",
        iso=day.isoformat() if day else "",
        marked=marked,
    )


def _link(archive: Archive, printed: Attribution) -> ChainLink:
    """As it is called today, else as it was printed."""
    today = archive.source(printed.source) if printed.source else None
    return ChainLink(
        name=_name(today) if today else Name(printed.name),
        kind=printed.kind,
        kind_words=str(KINDS[printed.kind]),
        title=printed.title,
        url=printed.url or (today.url if today else ""),
        host=_host(printed.url),
        reason=printed.reason,
    )


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _name(source: Source) -> Name:
    return Name(source.name, links.source_path(source.slug) if source.slug else "")


def _counted(number: int) -> str:
    # Translators: how many people, organisations, documents an article's statements come from, whoever passed them on
    return ngettext("%(number)s independent origin", "%(number)s independent origins", number) % {"number": number}
