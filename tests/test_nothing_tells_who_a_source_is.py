"""A name planted through the desk's own form stands in nothing that Newsdesk keeps or puts out, however it is written.

Nor is it read without a note of it, wherever the process is killed.
"""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import brotli
import pytest

from newsdesk.commands._confidential import key_file
from tests.own_newsroom import HERE, environment
from tests.planting_ground import PRINTED, WHO

MOST_SECONDS = 540
LOUD = {"NEWSDESK_LOG_LEVEL": "debug", "NEWSDESK_HOSTS": "testserver"}


@pytest.mark.slow
def test_nothing_tells_who_a_source_is(tmp_path: Path) -> None:
    data, out, key = tmp_path / "data", tmp_path / "out", tmp_path / "keys" / "confidential.key"
    for folder in (data, out, key.parent):
        folder.mkdir()
    key_file.make(key)
    with environment(data, NEWSDESK_CONFIDENTIAL_KEY_FILE=str(key), **LOUD) as own:
        (data / "media").mkdir()
        (data / "media" / "copied by mistake").write_bytes(key.read_bytes())
        command = [sys.executable, str(HERE / "planting_ground.py"), str(out)]
        with (out / "log").open("wb") as log:
            ended = subprocess.run(command, env=own, stdout=log, stderr=log, timeout=MOST_SECONDS, check=False)
    assert ended.returncode == 0, (out / "log").read_text()[-4000:]
    kept = {where: text for folder in (data, out) for where, text in _texts(folder, tmp_path)}
    told = [where for where, text in kept.items() if _tells(text)]
    assert told == []
    _is_found_everywhere(PRINTED, kept)
    (secret,) = key.read_bytes().split()
    assert [where for where, text in kept.items() if secret in text] == ["data/media/copied by mistake"]


def _is_found_everywhere(words: str, kept: dict[str, bytes]) -> None:
    """What readers are told is found wherever there is anything to find: so the other would have been."""
    found = {where for where, text in kept.items() if words.encode() in text}
    for place in ("data/shelf/", "out/backup.zip/", "out/dumpdata.json", "out/rows.txt", "out/screens/chief"):
        assert [where for where in found if where.startswith(place)], place
    assert [where for where in found if where.startswith(("out/newsdesk.sqlite3", "out/database.sql"))]
    assert b"Withheld" in kept["out/log"]


def _tells(text: bytes) -> bool:
    """Whether any word of the name stands in it: in any case, in wide characters, in hexadecimal, in base 64."""
    low = text.lower()
    return any(
        one in low or one.decode().encode("utf-16-le") in low or word.encode().hex().encode() in low
        for word in WHO.split()
        for one in [word.lower().encode()]
    ) or any(one in text for word in WHO.split() for one in _in_base_64(word.encode()))


def _in_base_64(word: bytes) -> Iterator[bytes]:
    """The characters that are the word's alone, at each of the three places where it may begin."""
    for before in range(3):
        encoded = b64encode(b"\0" * before + word)
        yield encoded[-(-before * 4 // 3) : (before + len(word)) * 4 // 3]


def test_a_word_is_found_in_whatever_it_is_packed() -> None:
    for before in range(3):
        packed = b64encode(b"x" * before + WHO.encode() + b"and more")
        assert _tells(packed)
    assert _tells(WHO.upper().encode()) and _tells(WHO.encode("utf-16-le")) and _tells(WHO.encode().hex().encode())
    assert not _tells(b"anybody else" * 1000)


def _texts(folder: Path, base: Path) -> Iterator[tuple[str, bytes]]:
    """Every file with its name below ``base``, unpacked."""
    for file in folder.rglob("*"):
        if file.is_file():
            name = str(file.relative_to(base))
            yield name, file.read_bytes()
            yield from _unpacked(file, name)


def _unpacked(file: Path, name: str) -> Iterator[tuple[str, bytes]]:
    if is_zipfile(file):
        with ZipFile(file) as packed:
            for member in packed.namelist():
                yield f"{name}/{member}", _restored(packed.read(member))
    elif file.suffix == ".gz":
        yield f"{name}/", gzip.decompress(file.read_bytes())
    elif file.suffix == ".br":
        yield f"{name}/", brotli.decompress(file.read_bytes())


def _restored(member: bytes) -> bytes:
    """What pg_dump packed, as SQL; anything else as it is."""
    if not member.startswith(b"PGDMP"):
        return member
    done = subprocess.run(["pg_restore", "-f", "-"], input=member, capture_output=True, check=True)  # noqa: S607
    return io.BytesIO(done.stdout).read()


KILLED = """
import os, signal, sys
import django
django.setup()
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connections, transaction
from newsdesk.sources.confidential import acts
from newsdesk.sources.models import HandlingRow, SourceRow
call_command("migrate", verbosity=0)
rosa = User.objects.create_user("rosa")
source = SourceRow.objects.create(kind="anonymous", name="a clerk")
acts.tell(source, "Zilwyra Quorn", [rosa], rosa)

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def life(after_commit):
    reading, writing = os.pipe()
    connections.close_all()
    if not os.fork():
        opened = acts.opened
        def opened_and_killed(row):
            words = opened(row)
            transaction.on_commit(die) if after_commit else die()
            return words
        acts.opened = opened_and_killed
        os.write(writing, acts.read(source, rosa).encode())
        os._exit(0)
    os.close(writing)
    os.wait()
    told = os.read(reading, 100)
    return told.decode(), HandlingRow.objects.filter(act="read").count()

print(life(after_commit=False), life(after_commit=True))
"""


def test_a_reading_that_was_committed_is_noted_and_one_that_was_not_told_nobody(tmp_path: Path) -> None:
    with environment(tmp_path, NEWSDESK_SECRET_KEY="s" * 40, NEWSDESK_CONFIDENTIAL_KEY="A" * 43 + "=") as own:
        command = [sys.executable, "-c", KILLED]
        ended = subprocess.run(command, env=own, capture_output=True, text=True, timeout=MOST_SECONDS, check=False)
    assert ended.stdout.strip() == "('', 0) ('', 1)", ended.stderr[-3000:]
