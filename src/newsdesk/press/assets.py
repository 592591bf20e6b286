"""The theme's files under names that change with their content, so that caches may keep them for ever.

``url(…)`` in a style sheet is rewritten to the hashed names; a style sheet's own hash is taken after that.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = "/static/"
URL = re.compile(r"""url\(\s*(['"]?)(?!data:|https?:|/|#)([^'")]+)\1\s*\)""")


@dataclass(frozen=True, slots=True)
class Assets:
    """``paths`` maps a file's name to the path it is served at; ``files`` maps that path to its bytes."""

    paths: Mapping[str, str]
    files: Mapping[str, bytes]


class MissingAsset(Exception):
    """A style sheet names a file that the theme does not have."""


def hashed(files: Mapping[str, bytes]) -> Assets:
    """Hashed names for a theme's files, given by name (``css/site.css``); raises ``MissingAsset``."""
    paths: dict[str, str] = {}
    out: dict[str, bytes] = {}
    for name in sorted(files, key=lambda name: name.endswith(".css")):  # style sheets last: they name the others
        data = _rewritten(name, files[name], paths) if name.endswith(".css") else files[name]
        stem, extension = posixpath.splitext(name)
        paths[name] = f"{ROOT}{stem}.{hashlib.sha256(data).hexdigest()[:12]}{extension}"
        out[paths[name]] = data
    return Assets(paths, out)


def read_files(folders: list[Path]) -> dict[str, bytes]:
    """Every file below the folders by its relative name; a folder named earlier overrides a later one."""
    files: dict[str, bytes] = {}
    for folder in reversed(folders):
        found = (path for path in sorted(folder.rglob("*")) if path.is_file())
        files |= {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    return files


def _rewritten(sheet: str, css: bytes, paths: Mapping[str, str]) -> bytes:
    def replace(match: re.Match[str]) -> str:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), match[2].split("#")[0].split("?")[0]))
        if name not in paths:
            raise MissingAsset(f"{sheet} names {match[2]}, which the theme does not have")
        return f'url("{paths[name]}")'

    return URL.sub(replace, css.decode()).encode()
