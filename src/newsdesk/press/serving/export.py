"""The shelf for another web server: its notices as a map, and sample configurations that answer as the reader does.

https://nginx.org/en/docs/http/ngx_http_map_module.html, https://nginx.org/en/docs/http/ngx_http_gzip_static_module.html
and https://caddyserver.com/docs/caddyfile/directives/map. Write the lists anew (``newsdesk press notices``) after a
run that changed a notice, then reload the server. Only ``Surrogate-Key`` is missing: a CDN before such a server is
purged by address.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Literal

from newsdesk.press.shelves.paths import path_of
from newsdesk.press.shelves.printing import Notice, read_notice
from newsdesk.settings_env.logs import SIGNED

from .rules import CACHE_CLIP, CACHE_FILE, CACHE_SHEET, CSP, PERMISSIONS, ascii_url

Kind = Literal["nginx", "caddy"]


def export_map(shelf: Path, kind: Kind) -> str:
    """What is no plain 200 on the shelf in the folder ``shelf``, a line for each path: status and where it leads.

    For nginx the inside of ``map $uri $newsdesk_notice``, for Caddy that of ``map {path} {notice} {to}``. Sheets that
    only have a content type of their own are in ``export_types``.
    """
    line = _nginx_line if kind == "nginx" else _caddy_line
    return "".join(line(path, notice) for path, notice in sorted_notices(shelf) if notice.status != 200)


def export_types(shelf: Path, kind: Kind) -> str:
    """The sheets whose content type does not follow from their ending, for the inside of a server block."""
    line = _NGINX_TYPE if kind == "nginx" else _CADDY_TYPE
    return "".join(
        line.format(path=_quoted(path), type=_quoted(notice.content_type))
        for path, notice in sorted_notices(shelf)
        if notice.status == 200
    )


def write_lists(shelf: Path, kind: Kind) -> list[Path]:
    """``notices.<kind>`` and ``types.<kind>`` in the shelf's folder, each replaced at once; returns where they stand.

    The first line is there because Caddy refuses to import an empty file.
    """
    lists = {f"notices.{kind}": export_map(shelf, kind), f"types.{kind}": export_types(shelf, kind)}
    shelf.mkdir(parents=True, exist_ok=True)
    for name, text in lists.items():
        fresh = shelf / f"{name}.new"
        fresh.write_text(f"# Written by: newsdesk press notices {kind}\n{text}", encoding="utf-8")
        fresh.replace(shelf / name)
    return [shelf / name for name in lists]


def sample_config(
    shelf: Path,
    kind: Kind,
    host: str = "paper.example",
    desk: str = "127.0.0.1:8001",
    upload: int = 60,
    reader: str = "127.0.0.1:8000",
) -> str:
    """A site block for the shelf in ``shelf``, the desk listening at ``desk`` and taking ``upload`` megabytes at once,
    a reader process at ``reader``.

    It includes what ``write_lists`` has written.
    """
    text = (files(__package__) / "samples" / f"{kind}.conf").read_text()
    words = {
        "SHELF": str(shelf),
        "HOST": host,
        "DESK": desk,
        "READER": reader,
        "UPLOAD": str(upload),
        "CSP": CSP,
        "PERMISSIONS": PERMISSIONS,
        "SIGNED": SIGNED,
    }
    caches = {"CACHE_SHEET": CACHE_SHEET, "CACHE_FILE": CACHE_FILE, "CACHE_CLIP": CACHE_CLIP}
    for word, meaning in (words | caches).items():
        text = text.replace(f"@{word}@", meaning)
    return text


def sorted_notices(shelf: Path) -> Iterator[tuple[str, Notice]]:
    """(path, notice) for every notice, by path."""
    folder = shelf / "notices"
    for file in sorted(folder.rglob("*.json")):
        *above, name = file.relative_to(folder).parts
        yield path_of((*above, name.removesuffix(".json"))), read_notice(file.read_bytes())


_NGINX_TYPE = "location = {path} {{ types {{ }} default_type {type}; }}\n"
_CADDY_TYPE = "header {path} Content-Type {type}\n"


def _nginx_line(path: str, notice: Notice) -> str:
    return f"{_quoted(path)} {_quoted(f'{notice.status} {ascii_url(notice.location)}'.strip())};\n"


def _caddy_line(path: str, notice: Notice) -> str:
    return f"{_quoted(path)} {notice.status} {_quoted(ascii_url(notice.location) or '-')}\n"


def _quoted(words: str) -> str:
    """A string that both servers read as it is, but for what would begin a variable."""
    return json.dumps(words.replace("$", "%24").replace("{", "%7B").replace("}", "%7D"), ensure_ascii=False)
