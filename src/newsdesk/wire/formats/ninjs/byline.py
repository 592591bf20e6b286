"""Who an item is by, in the order its own line names them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsdesk.wire.formats.ninjs.document import Document
from newsdesk.wire.formats.ninjs.words import role
from newsdesk.wire.item import Name

_ROLES = {
    "creator": "",
    "author": "",
    "writer": "",
    "contributor": "additional reporting",
    "photographer": "photographs",
    "translator": "translation",
}
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\boch\b|\bog\b|\bта\b|\bі\b)\s*", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:by|von|par|av)\s+", re.IGNORECASE)


def byline(document: Document) -> tuple[Name, ...]:
    """People and organisations who made the item, the organisations as desks, ordered as in ``by``.

    Whoever ``by`` does not name comes last, people first. Where nobody is listed as its maker, the names are read
    out of ``by``.
    """
    listed = [*_makers(document, "people", is_desk=False), *_makers(document, "organisations", is_desk=True)]
    line = document.text("by")
    if not listed:
        return tuple(dict.fromkeys(Name(name) for name in _AND.split(_BY.sub("", line)) if name))
    return tuple(dict.fromkeys(sorted(listed, key=lambda maker: _place(maker.name, line))))


def _makers(document: Document, field: str, *, is_desk: bool) -> Iterable[Name]:
    for entry in document.each(field):
        relation, name = role(entry.text("rel")), entry.text("name", "literal")
        if name and relation in _ROLES:
            yield Name(name, is_desk, _ROLES[relation])


def _place(name: str, line: str) -> int:
    found = line.casefold().find(name.casefold())
    return found if found >= 0 else len(line) + 1
