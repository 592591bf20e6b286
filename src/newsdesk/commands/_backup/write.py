"""Writes a backup: beside its place first, so that a file of that name is always whole."""

from __future__ import annotations

import hashlib
import os
import tempfile
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import newsdesk
from newsdesk.commands._backup import database, manifest
from newsdesk.settings_env.refused import Refused

PIECE = 1 << 20
LARGEST_OF_KEYS = 1 << 16
"""Bytes of a file that is looked at for keys; photographs are larger."""


def write(file: Path) -> int:
    """Backs the newsroom up into ``file``, readable by us alone; how many files it holds. Raises ``Refused``."""
    if file.exists():
        raise Refused(f"{file} exists already; name a new file")
    try:
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=file.absolute().parent) as folder:
            count = _fill(Path(folder, "backup.zip"), Path(folder))
            os.link(Path(folder, "backup.zip"), file)
    except OSError as error:
        raise Refused(
            f"{file} cannot be written: {error.strerror or error}; name a file in a folder with room"
        ) from None
    return count


def _fill(zip_file: Path, folder: Path) -> int:
    members: dict[str, str] = {}
    kind = database.kind()
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    with (
        os.fdopen(os.open(zip_file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as out,
        ZipFile(out, "w") as archive,
    ):
        snapshot = folder / manifest.DATABASES[kind]
        database.save(snapshot)
        members[snapshot.name] = _add(archive, snapshot, snapshot.name)
        snapshot.unlink()
        for place, name in _files():
            members[name] = _add(archive, place, name)
        archive.writestr(
            manifest.NAME, manifest.Manifest(newsdesk.__version__, kind, made_at, members).text(), ZIP_DEFLATED
        )
        out.flush()
        os.fsync(out.fileno())
    return len(members)


def _files() -> Iterator[tuple[Path, str]]:
    """Every kept file and its name in the backup; no links, nothing that is still being written, and never a key."""
    for name, folder in manifest.folders().items():
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not file.is_symlink() and not file.name.startswith(".") and not _is_key(file):
                yield file, f"{name}/{file.relative_to(folder).as_posix()}"


def _is_key(file: Path) -> bool:
    """Whether it holds a confidential key: the file of keys, another name of it, or a copy."""
    from django.conf import settings

    keys = [urlsafe_b64encode(key) for key in settings.NEWSDESK_CONFIDENTIAL_KEYS]
    return bool(keys) and file.stat().st_size <= LARGEST_OF_KEYS and any(key in file.read_bytes() for key in keys)


def _add(archive: ZipFile, file: Path, name: str) -> str:
    """Adds a file and returns its SHA-256; photographs are packed already."""
    packed = ZIP_DEFLATED if name in manifest.DATABASES.values() else ZIP_STORED
    info = ZipInfo.from_file(file, name)
    info.compress_type = packed
    digest = hashlib.sha256()
    with file.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
        while piece := source.read(PIECE):
            digest.update(piece)
            target.write(piece)
    return digest.hexdigest()
