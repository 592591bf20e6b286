"""Reads fields of a JSON document by name and shape, and says where one is not what the standard promises.

Names are compared in lower case, unknown ones are passed over, and null counts as absent: agencies add their own
fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from newsdesk.article.text import storable
from newsdesk.wire.errors import WireError


@dataclass(frozen=True, slots=True)
class Document:
    """An object of the document; ``fields`` by lower-case name, ``at`` its place (``associations[0].``).

    All methods raise ``WireError`` for a field of another shape.
    """

    fields: Mapping[str, Any]
    at: str = ""

    @classmethod
    def of(cls, value: Any, at: str = "") -> Self:
        if not isinstance(value, Mapping):
            raise WireError(at.rstrip(".") or "document", "an object")
        return cls({str(name).lower(): field for name, field in value.items()}, at)

    def text(self, *names: str) -> str:
        """The first of these that is there, without blanks at its ends; empty where none is."""
        for name in names:
            value = self.fields.get(name)
            if value is not None and not isinstance(value, str):
                raise WireError(self.at + name, "text")
            if value and (words := storable(value).strip()):
                return words
        return ""

    def required(self, name: str) -> str:
        if found := self.text(name):
            return found
        raise WireError(self.at + name, "text, which every item must have")

    def one_of(self, name: str, choices: tuple[str, ...], default: str) -> str:
        found = self.text(name) or default
        if found not in choices:
            raise WireError(self.at + name, f"one of {', '.join(choices)}")
        return found

    def number(self, name: str, low: int, high: int, default: int) -> int:
        """A whole number from ``low`` to ``high``; version 2 also writes ``3.0``."""
        value = self.fields.get(name, default)
        value = default if value is None else value
        if isinstance(value, int | float) and not isinstance(value, bool) and value in range(low, high + 1):
            return int(value)
        raise WireError(self.at + name, f"a whole number from {low} to {high}")

    def moment(self, *names: str) -> datetime | None:
        """The first of these that is there: RFC 3339, so with an offset."""
        for name in names:
            if written := self.text(name):
                return _moment(written, self.at + name)
        return None

    def object(self, name: str) -> Self:
        return self.of(self.fields.get(name) or {}, f"{self.at}{name}.")

    def each(self, name: str) -> list[Self]:
        """The objects of a list; an empty one where there is none."""
        values = self.fields.get(name) or []
        if not isinstance(values, list):
            raise WireError(self.at + name, "a list of objects")
        return [self.of(value, f"{self.at}{name}[{number}].") for number, value in enumerate(values)]


def _moment(written: str, at: str) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise WireError(at, "a date and time with its offset, such as 2026-03-17T09:30:00Z")
    return moment
