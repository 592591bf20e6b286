"""Where named things stand, and what they leave behind: whoever leaves an address leaves a redirect there, and whoever
takes one ends it.

A redirect leads to a reference, not to a path: after two moves both old addresses lead to the newest, and after a
move back there is none.
"""

from __future__ import annotations

from collections.abc import Callable

from newsdesk.archive import keys, outbox, value_writer
from newsdesk.archive.codec import decode
from newsdesk.archive.keys import Lane
from newsdesk.archive.models import ListingRow, ValueRow
from newsdesk.article import letter, links
from newsdesk.article.letter import Letter
from newsdesk.article.people import Author, StandingPage, Subject
from newsdesk.article.redirect import Redirect
from newsdesk.article.source import Source

Named = Author | Subject | Source | StandingPage | Letter

KINDS: dict[str, tuple[Callable[[str], str], type[Named]]] = {
    "section": (keys.label, Subject),
    "topic": (keys.label, Subject),
    "author": (keys.author, Author),
    "page": (keys.page, StandingPage),
    "source": (keys.source, Source),
    "letter": (keys.letter, Letter),
}
"""Kinds of reference to what has an address: the key of its value, and the noun."""


def name(value: Named) -> str:
    """How menus and redirects name it: ``topic:<id>``."""
    match value:
        case Author():
            return f"author:{value.id}"
        case Source():
            return f"source:{value.id}"
        case Subject():
            return f"{value.kind}:{value.id}"
        case StandingPage():
            return f"page:{value.id}"
        case Letter():
            return f"letter:{value.id}"


def path(value: Named) -> str:
    """Where its front, or the page itself, stands; empty for a source without a page."""
    match value:
        case Author():
            return links.author_path(value.slug)
        case Source():
            return links.source_path(value.slug) if value.slug else ""
        case Subject(kind="section"):
            return links.section_path(value.slug)
        case Subject():
            return links.topic_path(value.slug)
        case StandingPage():
            return links.page_path(value.slug)
        case Letter():
            return letter.letter_path(value.slug)


def moved(before: Named | None, after: Named | None) -> None:
    """Names what a new, changed or dropped value does to addresses; must run in the transaction that writes it.

    The address comes last: its ``Change`` then has the highest id, and the press, newest first, draws the new place
    before the redirects to it.
    """
    who, old, new = after or before, before and path(before), after and path(after)
    if who is None or old == new:
        return
    if before and old:
        left = name(before)
        value_writer.put(keys.redirect(old), Redirect(left, _leaves(left)), Lane.EDITOR)
    if new:
        value_writer.drop(keys.redirect(new), Lane.EDITOR)
    if new and not old:
        outbox.changed(leading_to(name(who)), Lane.EDITOR)
    outbox.changed([keys.address(name(who))], Lane.EDITOR if after else Lane.WITHDRAWAL)


def leading_to(reference: str) -> list[str]:
    """The keys of all redirects to something: none of them has a sheet while it is gone."""
    rows = ValueRow.objects.filter(key__startswith=keys.redirect(""), data__to=reference).order_by("key")
    return list(rows.values_list("key", flat=True))


def of(reference: str) -> str | None:
    """The path of what is called ``topic:<id>`` and the like; None where there is none."""
    kind, _, id = reference.partition(":")
    key, noun = KINDS[kind]
    data = ValueRow.objects.filter(key=key(id)).values_list("data", flat=True).first()
    found = decode(data, noun) if data else None
    return path(found) if found and reference == name(found) else None


def _leaves(reference: str) -> int:
    """The highest serial of a leaf of this front."""
    listing = ListingRow.objects.filter(name=reference.replace(":", "-", 1)).first()
    return listing.next_serial - 1 if listing else 0
