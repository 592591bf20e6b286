"""A file with a key on each line, the first of which seals; read as ``parsers.keys`` reads it."""

from __future__ import annotations

import os
from base64 import urlsafe_b64encode
from pathlib import Path
from secrets import token_bytes

from newsdesk.settings_env import parsers, table
from newsdesk.settings_env.refused import Refused


def make(file: Path) -> None:
    """Writes a new key into a new file; raises ``Refused``."""
    _refuse_kept(file)
    try:
        _write(file, _new_key())
    except FileExistsError:
        raise Refused(
            f"{file} exists already; name a new file, or put a new key before its own with --rotate"
        ) from None
    except OSError as error:
        raise Refused(
            f"{file} cannot be written: {error.strerror or error}; name a file in a folder of yours"
        ) from None


def rotate(file: Path) -> None:
    """Puts a new key before those of the file, which is whole at every moment; raises ``Refused``."""
    _refuse_kept(file)
    aside = file.with_name(f".{file.name}.new")
    try:
        known = file.read_text(encoding="utf-8")
        if not parsers.keys(known):
            raise ValueError("a file with a key")
        aside.unlink(missing_ok=True)
        _write(aside, _new_key() + known)
        aside.replace(file)
    except ValueError as wrong:
        raise Refused(f"{file} is not {wrong}; name the file of keys") from None
    except OSError as error:
        raise Refused(f"{file}: {error.strerror or error}; name the file of keys, in a folder of yours") from None


def inside_the_newsroom(file: Path) -> bool:
    """Whether it lies where the newsroom's own files do, links followed: whoever copies those would copy the key."""
    place = file.resolve()
    return any(place.is_relative_to(folder.resolve()) for folder in _kept())


def _kept() -> list[Path]:
    """Of the table, not of Django's settings: those are refused while the file they name is not there yet."""
    data = table.DATA.value().absolute()
    return [data, data / table.SHELF.value(), data / table.ORIGINALS.value()]


def _refuse_kept(file: Path) -> None:
    if inside_the_newsroom(file):
        raise Refused(f"{file} is in a folder of the newsroom, which is copied with it; name a place elsewhere")


def _new_key() -> str:
    return urlsafe_b64encode(token_bytes(32)).decode("ascii") + "\n"


def _write(file: Path, words: str) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
        out.write(words)
        out.flush()
        os.fsync(out.fileno())
