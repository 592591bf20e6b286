"""Writes what templates are given into ``docs/themes.md``, from the classes: ``python -m tools.contexts_page``."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Iterator
from inspect import getdoc
from pathlib import Path
from types import ModuleType

PAGE = Path(__file__).resolve().parent.parent / "docs" / "themes.md"
BEGIN, END = "<!-- contexts: written by python -m tools.contexts_page -->\n", "<!-- end of contexts -->"


def page(text: str) -> str:
    """``text`` with what stands between the two marks written anew."""
    before, rest = text.split(BEGIN)
    return before + BEGIN + generated() + END + rest.split(END)[1]


def generated() -> str:
    """The templates with their contexts, then every class with its fields."""
    from newsdesk.pages import contexts
    from newsdesk.press import frame

    return "\n".join([_templates(), *map(_section, (*_classes(contexts), *_classes(frame)))]) + "\n"


def _templates() -> str:
    from newsdesk.press.recipe import recipes

    named = {"gone.html": "NoticePage"}  # drawn with a status of its own
    for recipe in recipes().values():
        if recipe.template:
            named[recipe.template] = recipe.gather.__annotations__["return"].removesuffix(" | None")
    rows = [f"| `{template}` | [`{name}`](#{name.lower()}) |" for template, name in sorted(named.items())]
    return "\n".join(["", "| template | `page` is |", "|---|---|", *rows, ""])


def _classes(module: ModuleType) -> Iterator[type]:
    """The dataclasses that a module makes itself, in its own order."""
    made = (one for one in vars(module).values() if isinstance(one, type) and dataclasses.is_dataclass(one))
    return (one for one in made if one.__module__ == module.__name__)


def _section(noun: type) -> str:
    words = re.sub(r"``([^`]*)``", r"`\1`", getdoc(noun) or "")
    rows = [f"| `{field.name}` | `{_type(field)}` |{_default(field)} |" for field in dataclasses.fields(noun)]
    methods = [name for name, one in vars(noun).items() if not name.startswith("_") and isinstance(one, property)]
    also = f"\nAlso: {', '.join(f'`{name}`' for name in methods)}.\n" if methods else ""
    return "\n".join(
        [f"### `{noun.__name__}`", "", words, "", "| field | type | default |", "|---|---|---|", *rows, also]
    )


def _type(field: dataclasses.Field[object]) -> str:
    return str(field.type).replace("|", "or")


def _default(field: dataclasses.Field[object]) -> str:
    if field.default is not dataclasses.MISSING:
        return f" `{field.default!r}`"
    return " empty" if field.default_factory is not dataclasses.MISSING else ""


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
    django.setup()
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
