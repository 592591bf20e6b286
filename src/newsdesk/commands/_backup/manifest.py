"""What a backup says of itself, so that nothing is restored that was damaged or is not ours."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from newsdesk.settings_env.refused import Refused

NAME = "manifest.json"
FORMAT = 1
FOLDERS = ("originals", "media", "recordings")
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


@dataclass(frozen=True, slots=True)
class Manifest:
    """``members`` maps each file's name in the zip to its SHA-256; ``made_at`` is in UTC, ISO 8601."""

    newsdesk: str
    database: str
    made_at: str
    members: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT

    def text(self) -> str:
        return json.dumps(asdict(self), indent=1)


def folders() -> dict[str, Path]:
    """Where each of the folders stands in this newsroom."""
    from django.conf import settings

    places = (settings.NEWSDESK_ORIGINALS, settings.MEDIA_ROOT, settings.NEWSDESK_DATA / "recordings")
    return dict(zip(FOLDERS, map(Path, places), strict=True))


def read(archive: ZipFile) -> Manifest:
    """The manifest of a backup; raises ``Refused`` where there is none, or one that this version cannot follow."""
    try:
        data = json.loads(archive.read(NAME))
        if data["format"] != FORMAT:
            raise Refused(
                f"this backup is of format {data['format']}, which this Newsdesk does not know; use a newer one"
            )
        manifest = Manifest(**data)
        bad = [name for name in manifest.members if not is_safe(name)]
        missing = manifest.members.keys() - set(archive.namelist())
        if manifest.database not in DATABASES or DATABASES[manifest.database] not in manifest.members:
            bad.append("a database of an unknown kind")
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise Refused(
            f"this is no backup of Newsdesk: its manifest is missing or damaged ({wrong.__class__.__name__})"
        ) from None
    if bad or missing:
        raise Refused(
            f"this backup names {sorted(bad + sorted(missing))[0]!r}, which cannot be restored; nothing was changed"
        )
    return manifest


def is_safe(name: object) -> bool:
    """Whether a member may be written: the database, or a file below one of our folders, by no other way."""
    if not isinstance(name, str) or "\\" in name or "\0" in name:
        return False
    parts = PurePosixPath(name).parts
    straight = bool(parts) and "/".join(parts) == name and not {"..", ".", "/"} & set(parts)
    return straight and (name in DATABASES.values() or (parts[0] in FOLDERS and len(parts) > 1))
