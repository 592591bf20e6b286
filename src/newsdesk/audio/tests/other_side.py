"""A server on this machine that answers as it is told, and remembers what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Asked:
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Reply:
    """``length`` is what is claimed of the body, where that is not true; ``drip`` sends it a byte at a time."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    drip: bool = False


class OtherSide:
    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.replies: Callable[[Asked], Reply] = lambda asked: Reply(404)
        self.at_once = self.most_at_once = 0
        self.closing, self.lock = threading.Event(), threading.Lock()
        self.url = ""

    def count(self, by: int) -> None:
        with self.lock:
            self.at_once += by
            self.most_at_once = max(self.most_at_once, self.at_once)


@contextmanager
def other_side() -> Iterator[OtherSide]:
    side = OtherSide()
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(side)) as server:
        side.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield side
        side.closing.set()
        server.shutdown()
        thread.join()


def _handler(side: OtherSide) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            size = int(self.headers.get("Content-Length", 0))
            asked = Asked(
                self.path, {name.lower(): value for name, value in self.headers.items()}, self.rfile.read(size)
            )
            side.asked.append(asked)
            side.count(1)
            reply = side.replies(asked)
            side.count(-1)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
            self.end_headers()
            if reply.drip:
                for byte in reply.body:
                    if side.closing.wait(0.02):
                        return
                    self.wfile.write(bytes([byte]))
            else:
                self.wfile.write(reply.body)

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            return None

    return Handler
