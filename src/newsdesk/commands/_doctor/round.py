"""Goes from check to check; one that breaks down is a finding of its own."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from newsdesk.commands._doctor import checks
from newsdesk.commands._doctor.finding import Finding, fail
from newsdesk.commands._newsroom.ready import has_key


def findings() -> Iterator[Finding]:
    """All findings, by the names of the checks' files; those with ``NEEDS_NEWSROOM`` only where one was made."""
    made = has_key()
    for module in sorted(iter_modules(checks.__path__), key=lambda one: one.name):
        check = import_module(f"{checks.__name__}.{module.name}")
        if made or not getattr(check, "NEEDS_NEWSROOM", False):
            yield from _made_by(check, module.name)


def _made_by(check: ModuleType, name: str) -> Iterator[Finding]:
    try:
        yield from check.check()
    except Exception as error:  # noqa: BLE001  the other checks are still worth making
        yield fail(f"the check of {name} broke down ({error.__class__.__name__}: {error})", "see what else failed")
