"""One language's words: every TOML file of its folder is a table of lists."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from newsdesk.sources.engine.phrases import Phrases

FOLDER = Path(__file__).parent / "languages"


class Language:
    """The tables of one folder; what a table lacks is an empty list, so a new language may begin with one file."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._tables = {file.stem: _load(file) for file in sorted((FOLDER / code).glob("*.toml"))}
        self.words = cache(self._words)  # asked some thousand times a text
        self.phrases = cache(self._phrases)

    def table(self, name: str) -> dict[str, Any]:
        return self._tables.get(name, {})

    def _words(self, name: str, *keys: str) -> frozenset[str]:
        """The words under one or several keys of a table; under none, all of the table's lists."""
        lists = [value for key, value in self.table(name).items() if not keys or key in keys]
        return frozenset(word for words in lists if isinstance(words, list) for word in words)

    def _phrases(self, name: str, *keys: str) -> Phrases:
        return Phrases(self._words(name, *keys))


def _load(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf8"))


def languages() -> list[str]:
    """The codes of all languages there are."""
    return sorted(folder.name for folder in FOLDER.iterdir() if any(folder.glob("*.toml")))


@cache
def language(code: str) -> Language:
    """The language of a code such as ``en``; KeyError where it has no folder."""
    if code not in languages():
        raise KeyError(code)
    return Language(code)
