"""A CDN that writes down what it is asked, and answers as it is told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(slots=True)
class Cdn:
    """``asked`` are (method, words, hard), in order; ``status`` is what it answers next."""

    port: int = 0
    status: int = 200
    asked: list[tuple[str, set[str], bool]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def words(self) -> list[str]:
        return [word for _, words, _ in self.asked for word in sorted(words)]


@contextmanager
def listening() -> Iterator[Cdn]:
    cdn = Cdn()

    class Handler(BaseHTTPRequestHandler):
        def do_PURGE(self) -> None:
            words = set((self.headers["Surrogate-Key"] or "").split())
            cdn.asked.append((self.command, words, "Soft-Purge" not in self.headers))
            self.send_response(cdn.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return None

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        cdn.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield cdn
        finally:
            server.shutdown()
            thread.join()
