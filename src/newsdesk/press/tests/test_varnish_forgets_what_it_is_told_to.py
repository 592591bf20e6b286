"""Debian's Varnish before the reader, by our own configuration: what is purged is fetched anew, or gone at once."""

from __future__ import annotations

import http.client
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path

import pytest
from django.test import override_settings

from checks.needs import where
from newsdesk.press import serving
from newsdesk.press.models import Purge
from newsdesk.press.purge import job
from newsdesk.press.shelves import Printed
from newsdesk.press.shelves.disk import DiskShelf
from newsdesk.press.tests.serve_running import running, until

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not where("varnishd"), reason="needs Debian's varnish and varnish-modules"),
]
PATH = "/2026/03/01/story-1/"
KEEPS = "\nsub vcl_backend_response { set beresp.ttl = 1h; set beresp.grace = 1h; }\n"
"""So that what it forgets, it forgets because it was told to."""


class Cache:
    """Varnish on a port of its own."""

    def __init__(self, port: int) -> None:
        self.port = port

    def get(self, path: str) -> tuple[int, bytes, dict[str, str]]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}
        finally:
            connection.close()

    def listens(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
            return True
        return False


@contextmanager
def varnish(folder: Path, reader: int) -> Iterator[Cache]:
    sample = (files(serving) / "samples" / "varnish.vcl").read_text().replace('"8000"', f'"{reader}"')
    (folder / "newsdesk.vcl").write_text(sample + KEEPS)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        cache = Cache(free.getsockname()[1])
    command = [str(where("varnishd")), "-F", "-n", str(folder / "work"), "-f", str(folder / "newsdesk.vcl")]
    command += ["-a", f"127.0.0.1:{cache.port}", "-s", "malloc,16m", "-j", "none", "-p", "thread_pool_min=5"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            until(cache.listens)
            yield cache
        finally:
            process.terminate()


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    shelf = DiskShelf(tmp_path / "shelf")
    shelf.put(PATH, Printed(b"first"), sync=False)
    shelf.put("/404.html", Printed(b"nothing here"), sync=False)
    with running(tmp_path) as reader, varnish(tmp_path, reader.port) as started:
        address = f"http://127.0.0.1:{started.port}/"
        with override_settings(NEWSDESK_PURGE_CDN="varnish", NEWSDESK_PURGE_URL=address):
            assert started.get(PATH)[:2] == (200, b"first")
            yield started


def put(tmp_path: Path, body: bytes, hard: bool, **printed: int) -> None:
    DiskShelf(tmp_path / "shelf").put(PATH, Printed(body, **printed), sync=False)  # type: ignore[arg-type]
    Purge.objects.create(path=PATH, hard=hard)


def test_without_a_word_it_keeps_what_it_has(cache: Cache, tmp_path: Path) -> None:
    put(tmp_path, b"second", hard=False)
    status, body, headers = cache.get(PATH)
    assert (status, body) == (200, b"first")
    assert not {"surrogate-key", "cache-tag", "xkey"} & headers.keys()


def test_sheet_purged_softly_is_fetched_anew(cache: Cache, tmp_path: Path) -> None:
    put(tmp_path, b"second", hard=False)
    job.send()
    assert not Purge.objects.exists()
    until(lambda: cache.get(PATH)[1] == b"second")


def test_withdrawn_sheet_is_gone_at_once(cache: Cache, tmp_path: Path) -> None:
    put(tmp_path, b"withdrawn", hard=True, status=410)
    job.send()
    assert cache.get(PATH)[:2] == (410, b"withdrawn")


def test_taken_away_sheet_is_gone_at_once(cache: Cache, tmp_path: Path) -> None:
    DiskShelf(tmp_path / "shelf").delete(PATH)
    Purge.objects.create(path=PATH, hard=True)
    job.send()
    assert cache.get(PATH)[:2] == (404, b"nothing here")


def test_new_sheet_takes_the_place_of_what_was_not_there(cache: Cache, tmp_path: Path) -> None:
    assert cache.get("/new/")[0] == 404
    DiskShelf(tmp_path / "shelf").put("/new/", Printed(b"new"), sync=False)
    Purge.objects.create(path="/404.html", hard=False)
    job.send()
    until(lambda: cache.get("/new/")[:2] == (200, b"new"))
