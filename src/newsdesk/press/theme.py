"""The theme at hand: its templates, its files, and what tells it from another.

A theme is an app with ``templates/`` and ``static/``; the newsroom's own stands before the built-in one and overrides
it by name.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.template import Engine

from newsdesk.press.assets import Assets, hashed, read_files
from newsdesk.press.draw import engine


@dataclass(frozen=True, slots=True)
class Theme:
    """``digest`` changes when a template or a file does."""

    templates: Engine
    assets: Assets
    digest: str


@cache
def theme() -> Theme:
    """The theme of this process; a changed theme is found when the worker starts again."""
    folders = [_folder(name) for name in settings.NEWSDESK_THEMES]
    templates = [folder / "templates" for folder in folders]
    assets = hashed(read_files([folder / "static" for folder in folders]))
    return Theme(
        engine([str(folder) for folder in templates], dict(settings.NEWSDESK_TEMPLATE_LIBRARIES)),
        assets,
        _digest(read_files(templates), assets),
    )


def _folder(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise LookupError(f"NEWSDESK_THEME names {name!r}, which is no installed package")
    return Path(spec.submodule_search_locations[0])


def _digest(templates: dict[str, bytes], assets: Assets) -> str:
    total = hashlib.sha256()
    for name, data in sorted(templates.items()):
        total.update(name.encode() + b"\0" + data)
    total.update(repr(sorted(assets.paths.items())).encode())
    return total.hexdigest()[:16]
