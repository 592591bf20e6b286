"""HTTP/1.1 as it is spoken on the wire: spelling, order, framing, and what could be understood in two ways refused."""

from __future__ import annotations

import re
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.press.shelves import Printed
from newsdesk.press.shelves.disk import DiskShelf

from .serve_running import Running, running

PAGE = b"<p>The flood reached the old bridge.</p>" * 40
GET = b"GET %b HTTP/1.1\r\nHost: paper.example\r\n%b\r\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    data = tmp_path_factory.mktemp("newsroom")
    shelf = DiskShelf(data / "shelf")
    shelf.put("/", Printed(PAGE), sync=False)
    shelf.put("/b/", Printed(b"second"), sync=False)
    shelf.put("/old/", Printed(b"moved", status=301, location="/b/"), sync=False)
    shelf.put_file("/pictures/ab/800.jpeg", bytes(3_000_000))
    with running(data) as started:
        yield started


def get(path: str, *headers: str) -> bytes:
    return GET % (path.encode(), "".join(f"{header}\r\n" for header in headers).encode())


def statuses(received: bytes) -> list[int]:
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", received)]


def test_names_of_headers_are_spelt_as_everywhere(site: Running) -> None:
    received = site.say(get("/", "Accept-Encoding: gzip"), get("/old/"), get("/healthz", "Connection: close"))
    names = {line.split(b":")[0].decode() for line in received.split(b"\r\n") if re.match(rb"[A-Za-z-]+: ", line)}
    assert names >= {"ETag", "Content-Type", "Content-Length", "Content-Encoding", "Cache-Control", "Location", "Date"}
    assert all(name == "ETag" or name == name.title() for name in names)
    assert "Server" not in names


def test_answers_come_in_the_order_of_the_requests(site: Running) -> None:
    asked = [get("/b/"), get("/nowhere/"), get("/"), get("/pictures/ab/800.jpeg"), get("/b/", "Connection: close")]
    received = site.say(b"".join(asked))
    assert statuses(received) == [200, 404, 200, 200, 200]
    assert received.index(b"second") < received.index(b"There is no page") < received.index(PAGE)
    assert received.endswith(b"second")


def test_three_requests_for_what_is_in_memory_come_at_once(site: Running) -> None:
    site.get("/b/")
    assert site.say(get("/b/") * 2 + get("/b/", "Connection: close")).count(b"\r\n\r\nsecond") == 3


def test_a_request_may_come_byte_by_byte(site: Running) -> None:
    request = get("/b/?q=%D0%B9", "If-None-Match: x", "Connection: close")
    assert site.say(*(request[at : at + 1] for at in range(len(request)))).endswith(b"\r\n\r\nsecond")


def test_old_clients_are_told_what_becomes_of_the_connection(site: Running) -> None:
    closed = site.say(b"GET /b/ HTTP/1.0\r\n\r\n")
    assert statuses(closed) == [200] and b"\r\nConnection: close\r\n" in closed
    kept = site.say(b"GET /b/ HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", b"GET /b/ HTTP/1.0\r\n\r\n")
    assert statuses(kept) == [200, 200] and b"\r\nConnection: keep-alive\r\n" in kept


def test_a_client_that_has_said_all_is_still_answered(site: Running) -> None:
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        connection.sendall(get("/pictures/ab/800.jpeg") + get("/b/"))
        connection.shutdown(socket.SHUT_WR)
        received = b""
        while more := connection.recv(65536):
            received += more
    assert statuses(received) == [200, 200] and received.endswith(b"second")


@pytest.mark.parametrize("target", [b"http://paper.example/b/", b"HTTP://paper.example/b/?q#part", b"/b/#part"])
def test_every_form_of_a_target_leads_to_the_page(site: Running, target: bytes) -> None:
    assert site.say(GET % (target, b"Connection: close\r\n")).endswith(b"\r\n\r\nsecond")


def test_an_upgrade_is_not_made_but_the_page_sent(site: Running) -> None:
    received = site.say(get("/b/", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAA"))
    assert statuses(received) == [200] and received.endswith(b"second")


POST = b"POST / HTTP/1.1\r\nHost: a\r\n"
TWO_WAYS = {
    "two framings": POST + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "two framings turned": POST + b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
    "two lengths": POST + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    "no number": POST + b"Content-Length: +3\r\n\r\nabc",
    "chunks of old": b"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "a folded line": b"GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n",
    "a bare line feed": b"GET / HTTP/1.1\nHost: a\n\n",
    "a space before the colon": b"GET / HTTP/1.1\r\nHost : a\r\n\r\n",
    "a body beside an upgrade": POST + b"Connection: upgrade\r\nUpgrade: x\r\nContent-Length: 3\r\n\r\nabc",
    "no HTTP": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
}


@pytest.mark.parametrize("request_", TWO_WAYS.values(), ids=TWO_WAYS.keys())
def test_what_could_be_understood_in_two_ways_is_refused(site: Running, request_: bytes) -> None:
    received = site.say(request_ + get("/b/"))
    assert statuses(received) == [400]
    assert b"\r\nConnection: close\r\n" in received and b"second" not in received


def test_other_codings_and_versions_are_refused_by_name(site: Running) -> None:
    assert statuses(site.say(b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n")) == [501]
    assert statuses(site.say(b"GET / HTTP/2.0\r\nHost: a\r\n\r\n")) == [505]


def test_what_was_asked_before_nonsense_is_answered(site: Running) -> None:
    assert statuses(site.say(get("/nowhere/") + b"nonsense\r\n\r\n" + get("/b/"))) == [404, 400]


@pytest.mark.parametrize(
    "parts",
    [
        [get("/b/", f"X: {'a' * 40_000}")],
        [get("/b/" + "a" * 40_000)],
        [get("/b/", *(f"X-{number}: a" for number in range(1200)))],
        [b"GET /b/ HTTP/1.1\r\nX: ", *([b"a" * 20_000] * 20)],
    ],
    ids=["a long header", "a long target", "many headers", "no end"],
)
def test_a_head_over_32_kilobytes_is_refused(site: Running, parts: list[bytes]) -> None:
    assert statuses(site.say(*parts)) == [431]


@pytest.mark.parametrize(("method", "status"), [("GET", 413), ("HEAD", 413), ("POST", 405), ("DELETE", 405)])
def test_pages_take_no_body(site: Running, method: str, status: int) -> None:
    request = f"{method} /b/ HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc".encode()
    assert statuses(site.say(request + get("/b/"))) == [status]


def test_what_is_under_way_is_finished_when_told_to_stop(tmp_path: Path) -> None:
    DiskShelf(tmp_path / "shelf").put_file("/pictures/ab/800.jpeg", bytes(20_000_000))
    with running(tmp_path) as site, socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        idle = socket.create_connection(("127.0.0.1", site.port), timeout=10)
        connection.sendall(get("/pictures/ab/800.jpeg"))
        received = len(connection.recv(1000))
        site.signal(signal.SIGTERM)
        while more := connection.recv(1 << 20):
            received += len(more)
        assert received > 20_000_000
        with idle:
            assert idle.recv(1) == b""
