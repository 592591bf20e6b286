"""Whom the desk tells to wait is told the same by the reader, until the time is over; nobody else is."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from newsdesk.press.serving.turned_away import LONGEST, MOST, TurnedAway

from .serve_running import Got, Running, running

FLOOD, OTHER = "203.0.113.7", "198.51.100.1"
SIGN_UP = "/letters/sign-up/"


class Desk(BaseHTTPRequestHandler):
    """A stand-in that is tired of one network, and counts."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, str]] = []
    after = "60"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        client = self.headers["x-forwarded-for"]
        self.asked.append((self.path, client))
        self._say(429 if client.startswith("203.0.113.") else 200, b"what the desk says")

    def do_GET(self) -> None:
        self._say(200, b"a form")

    def _say(self, status: int, body: bytes) -> None:
        self.send_response(status)
        if status == 429 and self.after:
            self.send_header("Retry-After", self.after)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return None


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    Desk.asked, Desk.after = [], "60"
    with ThreadingHTTPServer(("127.0.0.1", 0), Desk) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        with running(tmp_path, "--desk-port", str(server.server_port)) as started:
            yield started
        server.shutdown()
        thread.join()


def ask(site: Running, client: str, path: str = SIGN_UP) -> Got:
    return site.ask("POST", path, {"X-Forwarded-For": client, "Content-Length": "9"}, b"address=a")


def test_flood_reaches_the_desk_once_and_is_told_the_same(site: Running) -> None:
    answers = [ask(site, f"203.0.113.{number}") for number in range(20)]
    assert {(got.status, got.body, got.headers["retry-after"]) for got in answers} == {
        (429, b"what the desk says", "60")
    }
    assert {got.headers["cache-control"] for got in answers} == {"no-store"}
    assert Desk.asked == [(SIGN_UP, "203.0.113.0")]


def test_other_networks_and_other_doors_stay_open(site: Running) -> None:
    ask(site, FLOOD)
    assert ask(site, OTHER).status == 200
    assert site.ask("GET", SIGN_UP, {"X-Forwarded-For": FLOOD}).status == 200
    ask(site, FLOOD, "/letters/leave/x/")
    assert [path for path, _ in Desk.asked] == [SIGN_UP, SIGN_UP, "/letters/leave/x/"]


def test_desk_that_names_no_time_is_asked_again(site: Running) -> None:
    Desk.after = ""
    assert [ask(site, FLOOD).status for _ in range(3)] == [429] * 3
    assert len(Desk.asked) == 3


def test_connection_goes_on_where_all_was_sent_and_ends_where_not(site: Running) -> None:
    ask(site, FLOOD)
    head = f"POST {SIGN_UP} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: {FLOOD}\r\nContent-Length: 9\r\n".encode()
    said = site.say(head + b"\r\naddress=a" + head + b"Connection: close\r\n\r\naddress=a")
    assert said.count(b"what the desk says") == 2
    assert b"Connection: close" in site.say(head + b"\r\nadd")
    assert len(Desk.asked) == 1


def test_time_ends_and_memory_is_bounded_and_knows_no_address() -> None:
    known = TurnedAway()
    known.note(FLOOD, [("Retry-After", "3600")], b"wait", now=0.0)
    assert known.still(FLOOD, LONGEST - 1) and not known.still(FLOOD, LONGEST + 1)
    assert not known.still(OTHER, 1.0)
    assert "203.0.113" not in repr(known)
    for number in range(MOST + 5):
        known.note(f"2001:db8:{number:x}::1", [("Retry-After", "9")], b"", now=0.0)
    assert len(known.told) <= MOST
