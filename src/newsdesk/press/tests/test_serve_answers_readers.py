"""What a reader's browser, a cache and a feed reader get from the shelf, over a real connection."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import brotli
import pytest

from newsdesk.press.shelves import Printed
from newsdesk.press.shelves.disk import DiskShelf

from .serve_running import Running, running, until

PAGE = "<p>Повінь на річці, каже губернатор.</p>".encode() * 60
LARGE = random.Random(1).randbytes(700_001)
CACHED = "max-age=10, stale-while-revalidate=30, stale-if-error=864000"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    data = tmp_path_factory.mktemp("newsroom")
    shelf = DiskShelf(data / "shelf")
    shelf.put("/2026/11/flood/", Printed(PAGE), sync=False)
    shelf.put("/404.html", Printed(b"<h1>Not here</h1>" * 9), sync=False)
    shelf.put("/old/", Printed(b"moved", status=301, location="/2026/11/повінь/"), sync=False)
    shelf.put("/killed/", Printed(b"<p>Withdrawn.</p>", status=410), sync=False)
    shelf.put("/feed.json", Printed(b'{"items":[]}' * 20, content_type="application/feed+json"), sync=False)
    shelf.put("/sitemap.xml", Printed(b"<url/>" * 40_000, content_type="application/xml"), sync=False)
    shelf.put_file("/pictures/ab/800.jpeg", LARGE)
    shelf.put_file("/static/site.0123.css", b"body{}")
    routes = [["/\\d{4}/\\d\\d/[^/]+/", "article"]]
    (data / "shelf" / "routes.json").write_text(json.dumps(routes))
    with running(data, NEWSDESK_SITE_URL="https://paper.example") as started:
        yield started


def test_page_has_the_headers_of_a_page(site: Running) -> None:
    got = site.get("/2026/11/flood/")
    assert (got.status, got.body) == (200, PAGE)
    key = hashlib.sha256(b"/2026/11/flood/").hexdigest()[:12]
    assert got.headers["surrogate-key"] == f"s-{key} r-article all"
    assert got.headers["cache-control"] == CACHED
    assert got.headers["content-type"] == "text/html; charset=utf-8"
    assert got.headers["vary"] == "accept-encoding"
    assert got.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "frame-ancestors 'none'; require-trusted-types-for 'script'" in got.headers["content-security-policy"]
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert got.headers["cross-origin-opener-policy"] == "same-origin"
    assert got.headers["cross-origin-resource-policy"] == "same-site"
    assert "camera=()" in got.headers["permissions-policy"]
    assert got.headers["strict-transport-security"] == "max-age=31536000"
    assert "set-cookie" not in got.headers


def test_each_coding_is_a_representation_of_its_own(site: Running) -> None:
    decoders = {"br": brotli.decompress, "gzip": gzip.decompress}
    tags = {site.get("/2026/11/flood/").headers["etag"]}
    for coding, decode in decoders.items():
        got = site.get("/2026/11/flood/", accept_encoding=coding)
        assert got.headers["content-encoding"] == coding
        assert decode(got.body) == PAGE
        tags.add(got.headers["etag"])
        again = site.get("/2026/11/flood/", accept_encoding=coding, if_none_match=got.headers["etag"])
        assert (again.status, again.body) == (304, b"")
        other = site.get("/2026/11/flood/", if_none_match=got.headers["etag"])
        assert other.status == 200
    assert len(tags) == 3


def test_304_carries_what_a_cache_must_know(site: Running) -> None:
    first = site.get("/2026/11/flood/")
    got = site.get("/2026/11/flood/", if_none_match=f'"other", W/{first.headers["etag"]}')
    assert got.status == 304
    for name in ("etag", "cache-control", "vary", "surrogate-key"):
        assert got.headers[name] == first.headers[name]


@pytest.mark.parametrize("path", ["/2026/11/flood/", "/pictures/ab/800.jpeg", "/nowhere/", "/killed/"])
def test_head_says_what_get_says(site: Running, path: str) -> None:
    got, head = site.get(path), site.ask("HEAD", path)
    got.headers.pop("date"), head.headers.pop("date")
    assert (head.status, head.headers, head.body) == (got.status, got.headers, b"")
    assert int(got.headers["content-length"]) == len(got.body)


@pytest.mark.parametrize("path", ["/2026/11/flood/", "/pictures/ab/800.jpeg"])
def test_ranges_of_small_and_large_files(site: Running, path: str) -> None:
    whole = site.get(path)
    size, tag = len(whole.body), whole.headers["etag"]
    part = site.get(path, range="bytes=10-99", if_range=tag)
    assert (part.status, part.body) == (206, whole.body[10:100])
    assert part.headers["content-range"] == f"bytes 10-99/{size}"
    assert site.get(path, range="bytes=-5").body == whole.body[-5:]
    assert site.get(path, range=f"bytes=300-{10**9}").body == whole.body[300:]
    assert site.get(path, range="bytes=0-9", accept_encoding="br").body == whole.body[:10]
    beyond = site.get(path, range=f"bytes={size}-")
    assert (beyond.status, beyond.headers["content-range"]) == (416, f"bytes */{size}")
    assert site.get(path, range="bytes=10-99", if_range='"older"').status == 200
    assert site.get(path, range="bytes=0-1,5-6").body == whole.body


def test_files_too_large_for_memory_come_whole(site: Running) -> None:
    got = site.get("/pictures/ab/800.jpeg")
    assert got.body == LARGE
    assert got.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "vary" not in got.headers
    assert site.get("/pictures/ab/800.jpeg", if_none_match=got.headers["etag"]).status == 304
    assert site.get("/sitemap.xml").body == b"<url/>" * 40_000
    assert brotli.decompress(site.get("/sitemap.xml", accept_encoding="br").body) == b"<url/>" * 40_000


@pytest.mark.parametrize("path", ["/pictures/ab/800.jpeg", "/static/site.0123.css"])
def test_hashed_files_are_kept_for_a_year(site: Running, path: str) -> None:
    assert site.get(path).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert site.get("/static/gone.css").headers["cache-control"] == CACHED


def test_redirects_and_notices_keep_their_status(site: Running) -> None:
    moved = site.get("/old/")
    assert (moved.status, moved.headers["location"]) == (301, "/2026/11/%D0%BF%D0%BE%D0%B2%D1%96%D0%BD%D1%8C/")
    gone = site.get("/killed/", range="bytes=0-1", if_none_match="*")
    assert (gone.status, gone.body) == (410, b"<p>Withdrawn.</p>")


def test_content_type_of_a_notice_and_its_twins(site: Running) -> None:
    got = site.get("/feed.json", accept_encoding="br")
    assert got.headers["content-type"] == "application/feed+json"
    assert brotli.decompress(got.body) == b'{"items":[]}' * 20
    assert "content-security-policy" not in got.headers


def test_missing_slash_is_redirected_with_its_query(site: Running) -> None:
    got = site.get("/2026/11/flood?from=mail")
    assert (got.status, got.headers["location"]) == (301, "/2026/11/flood/?from=mail")
    assert site.get("/2026/11/nothing").status == 404


@pytest.mark.parametrize("path", ["/nowhere/", "/nowhere", "/2026/11/flood/index.html", "/2026/11/flood/index.html.br"])
def test_what_is_not_there_is_the_papers_own_404(site: Running, path: str) -> None:
    got = site.get(path)
    assert (got.status, got.body) == (404, b"<h1>Not here</h1>" * 9)
    assert "etag" not in got.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_get_and_head_on_the_shelf(site: Running, method: str) -> None:
    got = site.ask(method, "/2026/11/flood/")
    assert (got.status, got.headers["allow"]) == (405, "GET, HEAD")


def test_new_sheet_is_seen_though_its_times_and_size_say_nothing(site: Running) -> None:
    shelf = DiskShelf(site.data / "shelf")
    for words in (b"first", b"other", b"third"):  # of one length, with times that say nothing
        shelf.put("/changing/", Printed(words), sync=False)
        until(lambda words=words: site.get("/changing/").body == words)  # type: ignore[misc]
    shelf.put("/changing/", Printed(b"third", status=410), sync=False)
    until(lambda: site.get("/changing/").status == 410)
    shelf.put("/changing/", Printed(b"third"), sync=False)
    until(lambda: site.get("/changing/").status == 200)
    shelf.delete("/changing/")
    until(lambda: site.get("/changing/").status == 404)


def test_body_that_its_notice_does_not_vouch_for_is_held_back(site: Running) -> None:
    shelf = DiskShelf(site.data / "shelf")
    shelf.put("/half/", Printed(b"<p>Withdrawn.</p>", status=410), sync=False)
    (shelf.public / "half" / "index.html").write_bytes(b"<p>The article.</p>")
    got = site.get("/half/")
    assert (got.status, got.body) == (410, b"")


def test_health_tells_what_is_not_well(site: Running) -> None:
    got = site.get("/healthz")
    told = json.loads(got.body)
    assert (got.status, got.headers["cache-control"], told["reader"]) == (200, "no-store", "ok")
    assert told["shelf_last_written"] and told["worker_heartbeat_age"] is None and told["desk"] == "unreachable"
    assert len(told["degraded"]) == 2
    beat = site.data / "run" / "worker.beat"
    beat.parent.mkdir()
    beat.touch()
    assert 0 <= json.loads(site.get("/healthz").body)["worker_heartbeat_age"] < 60


def test_512_readers_at_once_are_all_answered(site: Running) -> None:
    with ExitStack() as held:
        readers = [held.enter_context(socket.create_connection(("127.0.0.1", site.port), 20)) for _ in range(512)]
        for reader in readers:
            reader.sendall(b"GET /2026/11/flood/ HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br\r\n\r\n")
        assert {reader.recv(15) for reader in readers} == {b"HTTP/1.1 200 OK"}


def test_what_fails_is_told_in_the_error_log_and_to_the_reader(tmp_path: Path) -> None:
    shelf = DiskShelf(tmp_path / "shelf")
    shelf.put("/damaged/", Printed(b"gone", status=410), sync=False)
    (shelf.notices / "damaged" / "index.html.json").write_bytes(b"{")
    log = tmp_path / "errors.jsonl"
    with running(tmp_path, NEWSDESK_ERROR_LOG=str(log)) as site:
        got = site.get("/damaged/?token=secret")
        assert (got.status, got.headers["cache-control"]) == (500, "no-store")
        assert site.get("/nowhere/").status == 404
        until(lambda: log.exists() and log.read_text().endswith("\n"))
    told = json.loads(log.read_text().splitlines()[0])
    assert (told["event"], told["path"]) == ("JSONDecodeError", "/damaged/")
    assert "secret" not in log.read_text()


def test_access_log_has_neither_query_nor_address(site: Running) -> None:
    site.get("/2026/11/flood/?token=secret", accept_encoding="br")
    file = site.data / "log" / "access.jsonl"

    def logged() -> list[dict[str, object]]:
        lines = file.read_text().splitlines() if file.exists() else []
        found = [json.loads(line) for line in lines if '"/2026/11/flood/"' in line and '"br"' in line]
        return [line for line in found if line["status"] == 200]

    until(lambda: bool(logged()))
    found = logged()
    assert set(found[-1]) == {"ts", "method", "path", "status", "bytes", "ms", "encoding"}
    assert "secret" not in file.read_text() and "127.0.0.1" not in file.read_text()
    assert found[-1]["bytes"] == len(site.get("/2026/11/flood/", accept_encoding="br").body)


def test_restored_shelf_in_place_of_the_old_one_is_served(tmp_path: Path) -> None:
    DiskShelf(tmp_path / "shelf").put("/", Printed(b"before"), sync=False)
    DiskShelf(tmp_path / "other").put("/", Printed(b"restored"), sync=False)
    with running(tmp_path) as site:
        assert site.get("/").body == b"before"
        assert "strict-transport-security" not in site.get("/").headers
        (tmp_path / "shelf").rename(tmp_path / "away")
        (tmp_path / "other").rename(tmp_path / "shelf")
        until(lambda: site.get("/").body == b"restored")
