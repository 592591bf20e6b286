"""Draws one sheet: gather under a recording archive, then the template with every query refused."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NoReturn

from django.db import connections
from django.template import Context, Engine
from django.utils import timezone, translation

from newsdesk.archive.reader import Archive
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Recipe, Wanted
from newsdesk.press.shelves.base import Printed


class QueryWhileDrawing(Exception):
    """A template asked the database: what it showed could not be recorded."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a recipe made of a sheet, None where it should not exist; every key it read; the digest of what it made."""

    printed: Printed | None
    reads: frozenset[str]
    digest: str = ""


class DrawError(Exception):
    """A sheet could not be drawn; ``reads`` are the keys it had read by then."""

    def __init__(self, reason: str, reads: frozenset[str]) -> None:
        super().__init__(reason)
        self.reads = reads


class _Engine(Engine):
    default_builtins = [
        "newsdesk.press.template_builtins",
        "django.template.loader_tags",
        "django.templatetags.i18n",
        "django.templatetags.l10n",
    ]


def engine(template_dirs: list[str], libraries: dict[str, str]) -> Engine:
    """A template engine that can draw nothing but what it is given."""
    return _Engine(dirs=template_dirs, libraries=libraries, builtins=list(libraries.values()), autoescape=True)


def draw(recipe: Recipe, wanted: Wanted, archive: Archive, frame: Frame, templates: Engine) -> Drawn:
    """Draws a sheet; raises ``DrawError`` for whatever went wrong in the recipe or its template."""
    with archive.noting() as noted:
        try:
            with _in_the_language_of(frame):
                printed = _printed(recipe, wanted, archive, frame, templates)
        except Exception as error:
            raise DrawError(f"{type(error).__name__}: {error}", frozenset(noted)) from error
    return Drawn(printed, frozenset(noted), digest(printed) if printed else "")


def digest(printed: Printed) -> str:
    """SHA-256 over status, content type, location and body."""
    head = f"{printed.status}\n{printed.content_type}\n{printed.location}\n"
    return hashlib.sha256(head.encode() + printed.body).hexdigest()


def _printed(recipe: Recipe, wanted: Wanted, archive: Archive, frame: Frame, templates: Engine) -> Printed | None:
    context = recipe.gather(archive, frame, wanted)
    if context is None or isinstance(context, Printed):
        return context
    with _no_queries():
        if recipe.write:
            return recipe.write(context, frame)
        return _from_template(recipe.template, context, frame, templates)


def _from_template(name: str, page: Any, frame: Frame, templates: Engine) -> Printed:
    body = templates.get_template(name).render(Context({"page": page, "frame": frame}))
    return Printed(body.encode())


@contextmanager
def _in_the_language_of(frame: Frame) -> Iterator[None]:
    with translation.override(frame.language), timezone.override(frame.zone):
        yield


@contextmanager
def _no_queries() -> Iterator[None]:
    with connections["default"].execute_wrapper(_refuse):
        yield


def _refuse(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> NoReturn:
    raise QueryWhileDrawing(sql[:200])
