"""Why there is no speech, so that it can be kept on a row and read in any language: a message id, and what it is about.

As text it is the message alone, or a JSON list of both: ``["the voice %(voice)s …", {"voice": "espeak"}]``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

_LISTED = '["'


@dataclass(frozen=True, slots=True)
class Reason:
    """``values`` stand in the message by their names; one may be a reason itself."""

    message: str
    values: Mapping[str, str | int | Reason]

    def __str__(self) -> str:
        return self.said(str)

    def said(self, translate: Callable[[str], str]) -> str:
        """In the words that ``translate`` has for the message."""
        words = translate(self.message)
        said = {name: one.said(translate) if isinstance(one, Reason) else one for name, one in self.values.items()}
        return words % said if said else words

    def kept(self) -> str:
        """As text, for a row or a pipe."""
        return json.dumps(_listed(self), ensure_ascii=False) if self.values else self.message


def because(message: str, **values: str | int | Reason) -> Reason:
    return Reason(message, values)


def read(text: str) -> Reason:
    """What ``kept`` wrote."""
    return _read(json.loads(text)) if text.startswith(_LISTED) else Reason(text, {})


def _listed(reason: Reason) -> list[Any]:
    values = {name: _listed(one) if isinstance(one, Reason) else one for name, one in reason.values.items()}
    return [reason.message, values]


def _read(listed: list[Any]) -> Reason:
    message, values = listed
    return Reason(message, {name: _read(one) if isinstance(one, list) else one for name, one in values.items()})
