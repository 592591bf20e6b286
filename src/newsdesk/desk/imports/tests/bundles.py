"""Folders of ninjs documents as an agency would send them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsdesk.desk.tests.pictures import jpeg

URI = "https://agency.example/items/"

PHOTO: dict[str, Any] = {
    "name": "mainPicture",
    "uri": "https://agency.example/pictures/ferry",
    "type": "picture",
    "by": "Mari Lund",
    "descriptions": [{"role": "caption", "value": "The ferry."}, {"role": "altText", "value": "A white ferry"}],
    "infoSources": [{"name": "POOL", "role": "pool"}, {"name": "NTB", "role": "distributor"}],
    "renditions": [{"name": "original", "href": "ferry.jpg", "contentType": "image/jpeg"}],
}

Bundle = Callable[..., Path]


def item(name: str, **fields: Any) -> dict[str, Any]:
    """Everything publication asks for; ``name`` ends its URI."""
    given: dict[str, Any] = {
        "uri": URI + name,
        "type": "text",
        "firstCreated": "2026-03-17T09:30:00Z",
        "versionCreated": "2026-03-17T12:00:00Z",
        "pubStatus": "usable",
        "language": "en",
        "headlines": [{"value": f"About {name}"}],
        "bodies": [{"contentType": "application/xhtml+xml", "value": "<p>It sailed.</p>"}],
        "people": [{"name": "Ines Halvard", "rel": "creator"}],
        "organisations": [{"name": "Harbour desk", "rel": "creator"}],
        "subjects": [{"name": "Feed", "rel": "primary"}, {"name": "Ferries", "rel": "about"}],
    }
    return given | fields


def related(name: str) -> dict[str, Any]:
    return {"name": "related", "rel": "related", "uri": URI + name, "type": "text"}


def write(folder: Path, *items: dict[str, Any], picture: bytes | None = None) -> Path:
    """The folder with one file an item, named by its place, and ``ferry.jpg`` beside them."""
    folder.mkdir(exist_ok=True)
    for number, one in enumerate(items, 1):
        (folder / f"{number}.json").write_text(json.dumps(one), encoding="utf-8")
    (folder / "ferry.jpg").write_bytes(picture or jpeg())
    return folder
