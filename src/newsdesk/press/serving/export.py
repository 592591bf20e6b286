"""The shelf for another web server: its notices as a map, and sample configurations that answer as the reader does.

https://nginx.org/en/docs/http/ngx_http_map_module.html, https://nginx.org/en/docs/http/ngx_http_gzip_static_module.html and
https://caddyserver.com/docs/caddyfile/directives/file_server. Write the map anew after each run that changed a notice, then
reload the server.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from newsdesk.press.shelves.paths import path_of
from newsdesk.press.shelves.printing import Notice, read_notice

from .rules import CACHE_FILE, CACHE_SHEET, CSP, PERMISSIONS, ascii_url

Kind = Literal["nginx", "caddy"]


def export_map(shelf: Path, kind: Kind) -> str:
    """What is no plain 200 on the shelf in the folder ``shelf``, one line for each path.

    For nginx the inside of ``map $uri $newsdesk_notice``: ``301 <url>``, ``410`` or ``type <content type>``; for Caddy the
    inside of ``map {path} {notice} {to} {kind}``.
    """
    line = _nginx_line if kind == "nginx" else _caddy_line
    return "".join(line(path, notice) for path, notice in sorted(_notices(shelf / "notices")))


def sample_config(shelf: Path, kind: Kind, host: str = "paper.example", desk: str = "127.0.0.1:8001") -> str:
    """A server block for the shelf in ``shelf`` with the desk at ``desk``; the map is read from ``notices.<kind>`` beside it."""
    template = _NGINX if kind == "nginx" else _CADDY
    words = {
        "SHELF": str(shelf),
        "HOST": host,
        "DESK": desk,
        "CACHE_SHEET": CACHE_SHEET,
        "CACHE_FILE": CACHE_FILE,
        "CSP": CSP,
        "PERMISSIONS": PERMISSIONS,
    }
    for word, meaning in words.items():
        template = template.replace(f"@{word}@", meaning)
    return template


def _notices(folder: Path) -> Iterator[tuple[str, Notice]]:
    for file in folder.rglob("*.json"):
        if file.is_file():
            *above, name = file.relative_to(folder).parts
            yield path_of((*above, name.removesuffix(".json"))), read_notice(file.read_bytes())


def _nginx_line(path: str, notice: Notice) -> str:
    if notice.location:
        said = f"{notice.status} {ascii_url(notice.location)}"
    else:
        said = f"type {notice.content_type}" if notice.status == 200 else str(notice.status)
    return f"{_quoted(path)} {_quoted(said)};\n"


def _caddy_line(path: str, notice: Notice) -> str:
    fields = (str(notice.status), ascii_url(notice.location) or "-", notice.content_type)
    return " ".join(map(_quoted, (quote(path, safe="/:@!$&'()*+,;=~") if "{" in path else path, *fields))) + "\n"


def _quoted(words: str) -> str:
    """A string both servers read as it is; ``$`` would begin a variable of nginx, and no URL needs it bare."""
    return json.dumps(words.replace("$", "%24"), ensure_ascii=False)
