"""What is not the shelf's reaches the desk whole, with the truth on who asks; a desk in trouble is nobody else's."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from newsdesk.press.serving.forward import asker
from newsdesk.press.shelves import Printed
from newsdesk.press.shelves.disk import DiskShelf

from .serve_running import Running, running, until


class Desk(BaseHTTPRequestHandler):
    """A stand-in: tells what it was asked, waits until released, or answers bit by bit."""

    protocol_version = "HTTP/1.1"
    release = threading.Event()
    second_half = threading.Event()
    waiting: list[str] = []

    def do_GET(self) -> None:
        length = int(self.headers.get("content-length", 0))
        body = self._dropped(length) if length else self._chunked()
        if self.path.startswith("/desk/wait/"):
            self.waiting.append(self.path)
            self.release.wait(20)
        if self.path == "/desk/slowly/":
            return self._slowly()
        told = {
            "method": self.command,
            "path": self.path,
            "headers": list(self.headers.items()),
            "size": max(length, len(body)),
        }
        answer = json.dumps(told).encode()
        self.send_response(302 if self.path == "/desk/away/" else 200)
        for name, value in (("Set-Cookie", "a=1; Path=/desk/"), ("Set-Cookie", "b=2"), ("Keep-Alive", "timeout=5")):
            self.send_header(name, value)
        self.send_header("Location", "/desk/there/")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer)
        return None

    do_POST = do_HEAD = do_PUT = do_GET

    def _dropped(self, length: int) -> bytes:
        while length > 0:
            length -= len(self.rfile.read(min(length, 1 << 20)))
        return b""

    def _chunked(self) -> bytes:
        if self.headers.get("transfer-encoding") != "chunked":
            return b""
        read = b""
        while size := int(self.rfile.readline() or b"0", 16):
            read += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return read

    def _slowly(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "10")
        self.end_headers()
        self.wfile.write(b"first")
        self.second_half.wait(20)
        self.wfile.write(b"later")

    def log_message(self, *_: object) -> None:
        return None


@pytest.fixture(scope="module")
def desk() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server.server_port
    Desk.release.set()
    Desk.second_half.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def site(desk: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    data = tmp_path_factory.mktemp("newsroom")
    DiskShelf(data / "shelf").put("/", Printed(b"home"), sync=False)
    bounds = {"NEWSDESK_FORWARD_AT_ONCE": "3", "NEWSDESK_UPLOAD_MEGABYTES": "1"}
    with running(data, "--desk-port", str(desk), "--forward", "/desk/", "/search/", **bounds) as started:
        yield started


def test_request_and_answer_pass_whole(site: Running) -> None:
    got = site.ask("POST", "/desk/a%20b/%D0%B9?q=1&r=%2F", {"Content-Length": "5", "X-Own": "kept"}, b"hello")
    told = json.loads(got.body)
    assert (told["method"], told["path"], told["size"]) == ("POST", "/desk/a%20b/%D0%B9?q=1&r=%2F", 5)
    assert ["x-own", "kept"] in told["headers"]
    assert "content-security-policy" not in got.headers and "keep-alive" not in got.headers


def test_every_cookie_of_the_desk_arrives(site: Running) -> None:
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        connection.sendall(b"GET /desk/ HTTP/1.1\r\nHost: paper.example\r\nConnection: close\r\n\r\n")
        received = b""
        while more := connection.recv(65536):
            received += more
    assert received.lower().count(b"set-cookie:") == 2


def test_nobody_is_signed_in_by_the_cookie_of_another(site: Running) -> None:
    site.ask("GET", "/desk/", {"Cookie": "session=the-editors"})
    for _ in range(3):
        told = json.loads(site.ask("GET", "/desk/").body)
        assert not [value for name, value in told["headers"] if name.lower() == "cookie"]


def test_desk_is_told_the_truth_about_who_asks(site: Running) -> None:
    lies = {
        "X-Forwarded-For": "198.51.100.7, somebody",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Port": "1",
        "Forwarded": "for=10.0.0.1",
        "X-Real-IP": "10.0.0.1",
        "Connection": "x-hop",
        "X-Hop": "1",
        "TE": "trailers",
    }
    told = json.loads(site.ask("GET", "/desk/", lies).body)
    headers = [(name.lower(), value) for name, value in told["headers"]]
    host = f"127.0.0.1:{site.port}"
    assert ("host", host) in headers and ("x-forwarded-host", host) in headers
    assert [value for name, value in headers if name == "x-forwarded-for"] == ["127.0.0.1"]
    assert [value for name, value in headers if name == "x-forwarded-proto"] == ["http"]
    names = {name for name, _ in headers}
    assert not names & {"forwarded", "x-real-ip", "x-forwarded-port", "x-hop", "te"}


def test_proxy_on_this_machine_is_believed_about_who_asks(site: Running) -> None:
    told = json.loads(site.ask("GET", "/desk/", {"X-Forwarded-For": "198.51.100.7, 192.0.2.17"}).body)
    assert [value for name, value in told["headers"] if name.lower() == "x-forwarded-for"] == ["192.0.2.17"]


@pytest.mark.parametrize(
    ("peer", "told", "asks"),
    [
        ("127.0.0.1", "198.51.100.7, 2001:db8::1", "2001:db8::1"),
        ("::1", "192.0.2.17", "192.0.2.17"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "192.0.2.17, unknown", "127.0.0.1"),
        ("198.51.100.7", "192.0.2.17", "198.51.100.7"),
        ("", "192.0.2.17", ""),
    ],
)
def test_nobody_else_is_believed_about_who_asks(peer: str, told: str, asks: str) -> None:
    assert asker(peer, told) == asks


def test_redirects_and_head_are_the_desks_own(site: Running) -> None:
    got = site.get("/desk/away/")
    assert (got.status, got.headers["location"]) == (302, "/desk/there/")
    assert site.ask("HEAD", "/search/?q=flood").status == 200
    assert site.get("/desk").headers["location"] == "/desk/"


def test_answer_streams_as_it_comes(site: Running) -> None:
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        connection.sendall(b"GET /desk/slowly/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        received = b""
        while not received.endswith(b"first"):
            received += connection.recv(65536)
        Desk.second_half.set()
        while more := connection.recv(65536):
            received += more
    assert received.endswith(b"firstlater")


def test_upload_too_large_is_refused_before_and_while_it_comes(site: Running) -> None:
    assert site.ask("POST", "/desk/", {"Content-Length": str(22 * 1024 * 1024)}).status == 413
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        connection.sendall(b"POST /desk/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        megabyte = b"100000\r\n" + bytes(1024 * 1024) + b"\r\n"
        try:
            for _ in range(23):
                connection.sendall(megabyte)
            connection.sendall(b"0\r\n\r\n")
        except OSError:
            pass  # the reader may hang up before all is sent
        assert connection.recv(100).startswith(b"HTTP/1.1 413")


def test_mail_service_may_tell_more_than_a_reader(tmp_path: Path, desk: int) -> None:
    forwarded = ("--forward", "/letters/sign-up/", "/letters/notices/")
    size, more = {"Content-Length": str(300 * 1024)}, {"Content-Length": str(2 * 1024 * 1024)}
    with running(tmp_path, "--desk-port", str(desk), *forwarded) as letters:
        assert letters.ask("POST", "/letters/sign-up/", size).status == 413
        assert json.loads(letters.ask("POST", "/letters/notices/", size, bytes(300 * 1024)).body)["size"] == 300 * 1024
        assert letters.ask("POST", "/letters/notices/", more).status == 413


def memory_at_most(pid: int) -> int:
    """The most memory that a process ever held, in MB."""
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def test_upload_passes_through_without_being_held(desk: int, tmp_path: Path) -> None:
    size = 200 * 1024 * 1024
    with running(tmp_path, "--desk-port", str(desk), NEWSDESK_UPLOAD_MEGABYTES="200") as site:
        site.ask("POST", "/desk/", {"Content-Length": "3"}, b"abc")
        before = memory_at_most(site.pid)
        with socket.create_connection(("127.0.0.1", site.port), timeout=20) as connection:
            connection.sendall(f"POST /desk/ HTTP/1.1\r\nHost: a\r\nContent-Length: {size}\r\n\r\n".encode())
            for _ in range(size // (1 << 20)):
                connection.sendall(bytes(1 << 20))
            assert connection.recv(100).startswith(b"HTTP/1.1 200 OK")
        assert memory_at_most(site.pid) < before + 30


def test_client_that_asks_first_is_told_to_go_ahead(site: Running) -> None:
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        head = b"POST %b HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"
        connection.sendall(head % b"/desk/")
        assert connection.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(b"abc")
        assert connection.recv(100).startswith(b"HTTP/1.1 200 OK")
    refused = site.say(head % b"/")
    assert refused.startswith(b"HTTP/1.1 405 ") and b"Continue" not in refused


def test_broken_chunks_are_the_clients_fault(site: Running) -> None:
    received = site.say(b"POST /desk/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n")
    assert received.startswith(b"HTTP/1.1 400 ")


def test_beyond_the_bound_of_requests_the_site_goes_on(site: Running) -> None:
    with ThreadPoolExecutor(3) as pool:
        held = [pool.submit(site.get, f"/desk/wait/{number}") for number in range(3)]
        until(lambda: len(Desk.waiting) == 3)
        busy = site.get("/desk/")
        assert (busy.status, busy.headers["retry-after"]) == (503, "5")
        assert site.get("/").body == b"home"
        Desk.release.set()
        assert [future.result().status for future in held] == [200, 200, 200]
    assert site.get("/desk/").status == 200


def test_health_sees_the_desk(site: Running) -> None:
    until(lambda: json.loads(site.get("/healthz").body)["desk"] == "ok")


def test_desk_that_is_down_or_deaf_leaves_the_site_alone(tmp_path: Path) -> None:
    DiskShelf(tmp_path / "shelf").put("/", Printed(b"home"), sync=False)
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        port = str(deaf.getsockname()[1])
        with running(tmp_path, "--desk-port", port, NEWSDESK_FORWARD_SECONDS="3") as site:
            down = site.get("/desk/")
            assert (down.status, down.headers["retry-after"], down.headers["cache-control"]) == (503, "5", "no-store")
            assert b"The desk is not running" in down.body
            deaf.listen()
            assert site.get("/desk/").status == 504
            assert site.get("/").body == b"home"
