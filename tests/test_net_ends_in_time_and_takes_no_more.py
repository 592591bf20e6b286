"""What we ask of others ends: in time, in size, and where it was sent to; and what went wrong names no secret."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from newsdesk.net import Ask, NetError, ask


class Other(BaseHTTPRequestHandler):
    hang = threading.Event()

    def do_GET(self) -> None:
        self.send_response(302 if self.path == "/away/" else 200)
        self.send_header("Location", "/large/")
        self.end_headers()
        if self.path == "/large/":
            self.wfile.write(bytes(100_000))
        if self.path == "/drips/":
            while not self.hang.wait(0.02):
                self.wfile.write(b".")

    def log_message(self, *_: object) -> None:
        return None


@pytest.fixture
def other() -> Iterator[str]:
    Other.hang.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Other) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        Other.hang.set()
        server.shutdown()
        thread.join()


def test_answer_that_is_too_large_is_not_taken(other: str) -> None:
    with pytest.raises(NetError, match="too large"):
        ask(Ask("GET", f"{other}/large/"))


def test_answer_that_drips_comes_to_an_end(other: str) -> None:
    with pytest.raises(NetError, match="too long"):
        ask(Ask("GET", f"{other}/drips/"), seconds=2)


def test_redirect_is_an_answer_and_is_not_followed(other: str) -> None:
    assert ask(Ask("GET", f"{other}/away/")).status == 302


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/secret/", "nonsense", "http://[", "ftp://127.0.0.1/secret/"])
def test_no_answer_names_no_address(url: str) -> None:
    with pytest.raises(NetError) as told:
        ask(Ask("GET", url, {"Authorization": "Bearer secret"}))
    assert "secret" not in str(told.value) and "127" not in str(told.value)
    assert "secret" not in repr(Ask("GET", url, {"Authorization": "Bearer secret"}))
