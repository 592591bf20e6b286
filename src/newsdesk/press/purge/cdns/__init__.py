"""One file is one kind of CDN, found by being there.

Each has ``AT_ONCE``, the words it takes in one request; ``purge(url, token, words, hard)``, that request, for the
address and token of the settings; and ``problem(answer)``, empty where it has done so, else why not. All are pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from newsdesk.net import Answer, Ask


class Cdn(Protocol):
    AT_ONCE: int

    def purge(self, url: str, token: str, words: Sequence[str], hard: bool) -> Ask: ...

    def problem(self, answer: Answer) -> str: ...


def names() -> list[str]:
    return sorted(module.name for module in iter_modules(__path__))


def named(name: str) -> Cdn:
    return cast(Cdn, import_module(f"{__name__}.{name}"))


def current() -> Cdn:
    """The one that ``NEWSDESK_PURGE_CDN`` names."""
    from django.conf import settings

    return named(settings.NEWSDESK_PURGE_CDN)
