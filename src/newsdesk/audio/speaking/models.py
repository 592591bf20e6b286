"""Fetches a model of Piper from where it is published: whole, compared with the index, and only then in its place.

The index is ``voices.json``, which gives each file's size and digest: https://huggingface.co/rhasspy/piper-voices
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from newsdesk import net
from newsdesk.settings_env.parsers import safe_address

INDEX_SECONDS, SECONDS = 30.0, 3600.0
INDEX_MOST, MOST = 8 << 20, 1 << 30
REDIRECTS = 5
FOUND, ELSEWHERE = (200, 206), (301, 302, 303, 307, 308)
NAME = re.compile(r"[A-Za-z0-9_]+(-[A-Za-z0-9_]+)+")

Told = Callable[[str, int, int], None]
"""Hears a file's name, how much of it there is, and how much there will be."""


class ModelFailed(Exception):
    """No model; the message ends with the remedy."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of a model; ``digest`` is a SHA-256 where the index has one, else the MD5 that it has."""

    path: str
    size: int
    digest: str

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


def get(base: str, name: str, folder: Path, told: Told) -> list[Path]:
    """Puts the files of model ``name`` into ``folder``; goes on where it stopped. Raises ``ModelFailed``."""
    files = files_of(_index(base), name)
    folder.mkdir(parents=True, exist_ok=True)
    halves = [(_half(base, file, folder, told), folder / file.name) for file in files]
    for half, whole in halves:  # none is in its place before all are here
        os.replace(half, whole)
    return [whole for _, whole in halves]


def files_of(index: Any, name: str) -> list[File]:
    """Its settings and the model itself, in this order, so that what is found in place is whole."""
    if not NAME.fullmatch(name) or not isinstance(index, dict) or name not in index:
        raise ModelFailed(f"there is no model {name!r}{_similar(index, name)}")
    wanted = (f"{name}.onnx.json", f"{name}.onnx")
    try:
        files = [_file(path, told) for path, told in index[name]["files"].items() if path.endswith(wanted)]
    except (KeyError, TypeError, AttributeError, ValueError):
        raise ModelFailed(f"the index says nothing we understand of {name!r}; set NEWSDESK_PIPER_URL") from None
    if sorted(file.name for file in files) != sorted(wanted):
        raise ModelFailed(f"the index lacks a file of {name!r}; choose another model")
    return sorted(files, key=lambda file: wanted.index(file.name))


def _file(path: str, told: dict[str, Any]) -> File:
    size = int(told["size_bytes"])
    if not 0 < size <= MOST:
        raise ValueError(size)
    return File(path, size, str(told.get("sha256") or told["md5_digest"]).lower())


def _similar(index: Any, name: str) -> str:
    language = name.partition("-")[0].partition("_")[0]
    alike = sorted(other for other in index if other.partition("_")[0] == language) if isinstance(index, dict) else []
    return f"; there are {', '.join(alike[:12])}" if alike else "; see what NEWSDESK_PIPER_URL offers"


def _index(base: str) -> Any:
    body = bytearray()
    _receive(f"{base.rstrip('/')}/voices.json", lambda _, part: body.extend(part), {}, INDEX_SECONDS, INDEX_MOST)
    try:
        return json.loads(body)
    except ValueError:
        raise ModelFailed("what came is no index of models; set NEWSDESK_PIPER_URL") from None


def _half(base: str, file: File, folder: Path, told: Told) -> Path:
    """The file under another name, whole and compared."""
    half = folder / f"{file.name}.half"
    have = half.stat().st_size if half.is_file() else 0
    if have > file.size:
        half.unlink()
        have = 0
    if have < file.size:
        _fetch(f"{base.rstrip('/')}/{quote(file.path)}", file, half, have, told)
    if half.stat().st_size != file.size or _digest(half, file.digest) != file.digest:
        half.unlink()
        raise ModelFailed(f"{file.name} is not what the index says; try again")
    return half


def _fetch(url: str, file: File, half: Path, have: int, told: Told) -> None:
    """The rest of it, or all of it where the other side does not go on."""
    with half.open("ab") as into:

        def take(status: int, part: bytes) -> None:
            if status == 200 and into.tell() == have:
                into.truncate(0)  # it begins anew
                into.seek(0)
            into.write(part)
            told(file.name, into.tell(), file.size)

        _receive(url, take, {"Range": f"bytes={have}-"} if have else {}, SECONDS, file.size)


def _receive(
    url: str, take: Callable[[int, bytes], object], headers: dict[str, str], seconds: float, most: int
) -> None:
    """What is there, by a few redirects, none to where somebody on the way could read or change what comes."""

    def take_it(status: int, part: bytes) -> None:
        if status in FOUND:
            take(status, part)

    try:
        for _ in range(REDIRECTS):
            asked = net.Ask("GET", url, headers | {"Accept-Encoding": "identity"})
            answer = net.receive(asked, take_it, seconds, most)
            if answer.status not in ELSEWHERE:
                break
            url = _safe(urljoin(url, answer.headers.get("location", "")))
    except net.NetError as error:
        raise ModelFailed(f"nothing came from {_host(url)}: {error}; {REMEDY}") from None
    except OSError as error:
        raise ModelFailed(f"the folder of models cannot be written ({error.__class__.__name__}); make room") from None
    if answer.status not in FOUND:
        raise ModelFailed(f"{_host(url)} answered {answer.status}; {REMEDY}")


def _safe(url: str) -> str:
    """The address, where it is safe; what stands after ``?`` may be anything."""
    try:
        safe_address(url.partition("?")[0])
    except ValueError:
        raise ModelFailed("it leads to an address without https; set NEWSDESK_PIPER_URL to another place") from None
    return url


def _host(url: str) -> str:
    return urlsplit(url).hostname or "nowhere"


def _digest(file: Path, like: str) -> str:
    name = "sha256" if len(like) == 64 else "md5"
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, lambda: hashlib.new(name, usedforsecurity=False)).hexdigest()


REMEDY = "try again with a network, or put the two files of the model into the folder NEWSDESK_PIPER_MODELS yourself"
