"""What a speech service sent, kept in the folder of a clip, so that the next attempt does not pay for it again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

MOST = 4_000
"""Characters in one request; the strictest service takes 4,096."""


def parts(text: str, most: int = MOST) -> list[str]:
    """A text in as few parts as may be, cut at blanks where there are any."""
    found = []
    while len(text) > most:
        cut = text.rfind(" ", 1, most + 1)
        cut = cut if cut > 0 else most
        found.append(text[:cut])
        text = text[cut:].lstrip(" ")
    return [*found, text] if text else found


def place(folder: Path, *of: str) -> Path:
    """Where a piece is kept: named after everything that makes it what it is."""
    return folder / f"{hashlib.sha256(json.dumps(of).encode()).hexdigest()}.piece"


def fetch(wanted: Iterable[tuple[Path, str]], fetched: Callable[[str], bytes], at_once: int) -> None:
    """Puts each missing piece in its place, whole or not at all; a failure ends it, after those under way."""
    missing = {path: text for path, text in wanted if not path.is_file()}
    with ThreadPoolExecutor(at_once) as pool:
        tasks = [pool.submit(_keep, path, text, fetched) for path, text in missing.items()]
        try:
            for task in tasks:
                task.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _keep(path: Path, text: str, fetched: Callable[[str], bytes]) -> None:
    data = fetched(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    half.write_bytes(data)
    os.replace(half, path)
