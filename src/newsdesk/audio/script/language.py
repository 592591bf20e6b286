"""One language's tables: every TOML file of its folder, merged; a language without a folder has none."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "languages"


class Language:
    """``code`` as voices know it; ``table`` is empty where the folder lacks it, so a language may begin with one."""

    def __init__(self, code: str, tables: dict[str, Any]) -> None:
        self.code = code
        self._tables = tables

    def table(self, name: str) -> dict[str, Any]:
        found = self._tables.get(name, {})
        return found if isinstance(found, dict) else {}

    def rows(self, name: str) -> list[dict[str, Any]]:
        """A table of which there are several, such as the rules."""
        found = self._tables.get(name, [])
        return found if isinstance(found, list) else []

    def word(self, name: str) -> str:
        """One of the words around an article, such as what stands before a correction; empty where unknown."""
        return str(self.table("words").get(name, ""))


def languages() -> list[str]:
    """The codes of all languages there are."""
    return sorted(folder.name for folder in FOLDER.iterdir() if any(folder.glob("*.toml")))


def language(code: str) -> Language:
    """The language of an edition's code, ``en-GB`` being ``en``; a neutral one where there is no folder."""
    return _language(base(code))


def base(code: str) -> str:
    """The language of a code, without its land."""
    return lookup(code)[-1]


def lookup(code: str) -> tuple[str, ...]:
    """The code, then what it is a kind of: ``en-gb-oxendict``, ``en-gb``, ``en``.

    https://www.rfc-editor.org/rfc/rfc4647#section-3.4
    """
    parts = code.lower().replace("_", "-").split("-")
    found = []
    while parts:
        found.append("-".join(parts))
        parts.pop()
        if len(parts) > 1 and len(parts[-1]) == 1:  # it only says what kind of thing would have followed
            parts.pop()
    return tuple(found)


def _known(code: str) -> Language:
    tables: dict[str, Any] = {}
    for file in sorted((FOLDER / code).glob("*.toml")):
        tables |= tomllib.loads(file.read_text("utf-8"))
    return Language(code, tables)


@cache
def _language(code: str) -> Language:
    return _known(code) if code in languages() else Language(code, {})
