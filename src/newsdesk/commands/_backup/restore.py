"""Restores a backup: everything is unpacked and checked beside the newsroom before anything of it is touched."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from newsdesk.commands._backup import database, manifest
from newsdesk.settings_env.refused import Refused

PIECE = 1 << 20


def restore(file: Path, *, force: bool) -> Path | None:
    """Puts a backup in the place of the newsroom; where what stood there went, if anything did. Raises ``Refused``."""
    from django.conf import settings

    data: Path = settings.NEWSDESK_DATA
    try:
        with ZipFile(file) as archive, tempfile.TemporaryDirectory(prefix=".restore-", dir=data) as folder:
            known = manifest.read(archive)
            if known.database != database.kind():
                raise Refused(f"this is a backup of a newsroom on {known.database}; set NEWSDESK_DATABASE_URL to one")
            old = [place for place in _places() if place.exists() and (place.is_file() or any(place.iterdir()))]
            if (old or _has_tables()) and not force:
                raise Refused(f"there is a newsroom in {data} already; add --force to put this one in its place")
            _unpack(archive, known, Path(folder))
            aside = _put_aside(old, data) if old else None
            _put_in_place(Path(folder), known)
    except (BadZipFile, EOFError, NotImplementedError) as wrong:
        raise Refused(f"{file} is damaged or no backup ({wrong}); nothing was changed") from None
    except OSError as error:
        raise Refused(f"{error.filename or file}: {error.strerror or error}; mend that and try again") from None
    return aside


def _unpack(archive: ZipFile, known: manifest.Manifest, folder: Path) -> None:
    """Writes the members the manifest names, no others, each checked against its digest."""
    for name, expected in known.members.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with (
            archive.open(name) as source,
            os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640), "wb") as out,
        ):
            while piece := source.read(PIECE):
                digest.update(piece)
                out.write(piece)
        if digest.hexdigest() != expected:
            raise Refused(f"{name} in this backup is damaged; nothing was changed")


def _places() -> list[Path]:
    """What a newsroom keeps in files; SQLite's log and index stand beside it."""
    places = list(manifest.folders().values())
    if database.kind() == "sqlite":
        name = str(database.settings()["NAME"])
        places += [Path(name), Path(f"{name}-wal"), Path(f"{name}-shm")]
    return places


def _has_tables() -> bool:
    """Whether a PostgreSQL database holds a newsroom; SQLite's is a file."""
    from django.db import connection

    return database.kind() == "postgresql" and bool(connection.introspection.table_names())


def _put_aside(old: list[Path], data: Path) -> Path:
    """Nothing is thrown away: what stood there is kept for whoever restored the wrong file."""
    aside = data / f"before-restore-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    aside.mkdir()
    for place in old:
        shutil.move(place, aside / place.name)
    return aside


def _put_in_place(folder: Path, known: manifest.Manifest) -> None:
    from django.conf import settings

    for name, place in manifest.folders().items():
        with suppress(FileNotFoundError):
            place.rmdir()
        if (folder / name).exists():
            shutil.move(folder / name, place)
        else:
            place.mkdir(parents=True, exist_ok=True)
    database.load(folder / manifest.DATABASES[known.database])
    for stamped in (settings.NEWSDESK_DATA / "run").glob("*.stamp"):
        stamped.unlink()
