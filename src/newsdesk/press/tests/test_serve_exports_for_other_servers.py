"""nginx and Caddy, given what we export, answer for the shelf as our own reader does."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from newsdesk.press.serving import leaves
from newsdesk.press.serving.config import FORWARDED, LETTERS, NOTICES
from newsdesk.press.serving.export import Kind, export_map, export_types, sample_config, write_lists
from newsdesk.press.shelves import Printed
from newsdesk.press.shelves.disk import DiskShelf

from .serve_running import Got, Running, running, until

PAGE = b"<p>The flood reached the old bridge.</p>" * 40
SAME = (
    "content-type",
    "cache-control",
    "location",
    "content-encoding",
    "content-security-policy",
    "x-content-type-options",
    "cross-origin-resource-policy",
)


@pytest.fixture
def shelf(tmp_path: Path) -> DiskShelf:
    made = DiskShelf(tmp_path / "data" / "shelf")
    made.put("/", Printed(PAGE), sync=False)
    made.put("/2026/flood/", Printed(PAGE), sync=False)
    made.put("/404.html", Printed(b"<h1>Not here</h1>" * 9), sync=False)
    made.put("/old/", Printed(b"moved", status=301, location="/2026/повінь/"), sync=False)
    made.put("/killed/", Printed(b"<p>Withdrawn.</p>" * 20, status=410), sync=False)
    made.put("/feed.json", Printed(b'{"items":[]}' * 20, content_type="application/feed+json"), sync=False)
    made.put_file("/pictures/ab/800.jpeg", bytes(1000))
    return made


def test_map_names_what_is_no_plain_200(shelf: DiskShelf) -> None:
    moved = "/2026/%D0%BF%D0%BE%D0%B2%D1%96%D0%BD%D1%8C/"
    assert export_map(shelf.place, "nginx") == f'"/killed/" "410";\n"/old/" "301 {moved}";\n'
    assert export_map(shelf.place, "caddy") == f'"/killed/" 410 "-"\n"/old/" 301 "{moved}"\n'
    assert '"/feed.json"' in export_types(shelf.place, "nginx")


def test_lists_are_never_empty(tmp_path: Path) -> None:
    """Caddy does not start where it is to import an empty file."""
    for file in write_lists(tmp_path / "shelf", "caddy"):
        assert file.read_text().startswith("# Written by")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def nginx(config: str, folder: Path) -> list[str]:
    top = f"pid {folder}/pid; error_log {folder}/error.log; user root;\nevents {{}}\nhttp {{\naccess_log off;\n"
    temporaries = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(f"{top}{temporaries}{config}\n}}\n")
    return ["nginx", "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log", "-g", "daemon off;"]


def caddy(config: str, folder: Path) -> list[str]:
    (folder / "Caddyfile").write_text(config.replace("{\n", "{\n\tadmin off\n\tauto_https off\n", 1))
    return ["caddy", "run", "--config", f"{folder}/Caddyfile", "--adapter", "caddyfile"]


@contextmanager
def other(shelf: DiskShelf, kind: Kind, start: Callable[[str, Path], list[str]], **places: str) -> Iterator[Running]:
    write_lists(shelf.place, kind)
    port, folder = free_port(), shelf.place.parent.parent
    host = f"http://127.0.0.1:{port}" if kind == "caddy" else "127.0.0.1"
    config = sample_config(shelf.place, kind, host, **places)
    command = start(config.replace("listen 80;", f"listen 127.0.0.1:{port};"), folder)
    home = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    log = folder / "error.log"
    with log.open("ab") as heard, subprocess.Popen(command, stdout=heard, stderr=heard, env=home) as process:
        site = Running(port, folder)
        try:
            until(lambda: process.poll() is not None or answers(site))
            assert process.poll() is None, log.read_text()
            yield site
        finally:
            process.terminate()
            process.wait(10)


def answers(site: Running) -> bool:
    try:
        return bool(site.get("/").status)
    except (OSError, http.client.HTTPException):
        return False


def said(got: Got) -> tuple[object, ...]:
    body = b"" if got.status in (301, 304) else got.body
    named = {name: got.headers[name].lower() for name in SAME if name in got.headers and got.status not in (301, 304)}
    return got.status, body, named, got.headers.get("location")


ASKED = ["/", "/2026/flood/", "/2026/flood", "/old/", "/killed/", "/nowhere/", "/feed.json", "/pictures/ab/800.jpeg"]
ASKED += ["/static/gone.css", "/2026/flood/index.html", "/2026/flood/index.html.gz"]


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_nginx_answers_as_we_do(shelf: DiskShelf) -> None:
    with running(shelf.place.parent) as ours, other(shelf, "nginx", nginx) as theirs:
        for path in ASKED:
            assert said(theirs.get(path, accept_encoding="gzip")) == said(ours.get(path, accept_encoding="gzip")), path
        tag = theirs.get("/").headers["etag"]
        assert theirs.get("/", if_none_match=tag).status == 304
        assert "last-modified" not in theirs.get("/").headers
        shelf.put("/", Printed(PAGE[::-1]), sync=False)
        until(lambda: theirs.get("/", if_none_match=tag).status == 200)


@pytest.mark.skipif(not shutil.which("caddy"), reason="Caddy is not installed")
def test_caddy_answers_as_we_do(shelf: DiskShelf) -> None:
    with running(shelf.place.parent) as ours, other(shelf, "caddy", caddy) as theirs:
        for path in ASKED:
            got, own = theirs.get(path, accept_encoding="gzip"), ours.get(path, accept_encoding="gzip")
            status = 301 if got.status == 308 else got.status  # Caddy's own redirect to the slash is a 308
            assert (status, got.headers.get("location")) == (own.status, own.headers.get("location")), path
            if own.status in (200, 410):
                assert got.body == own.body, path
                assert got.headers["cache-control"] == own.headers["cache-control"], path
                assert got.headers["content-type"] == own.headers["content-type"], path
            assert "immutable" not in got.headers.get("cache-control", "") or own.status == 200
        tag = theirs.get("/").headers["etag"]
        shelf.put("/", Printed(PAGE[::-1]), sync=False)
        assert theirs.get("/").headers["etag"] != tag


@pytest.mark.parametrize(("kind", "start"), [("nginx", nginx), ("caddy", caddy)])
def test_every_door_of_the_desk_is_forwarded(shelf: DiskShelf, kind: Kind, start: Any) -> None:
    if not shutil.which(kind):
        pytest.skip(f"{kind} is not installed")
    nobody = f"127.0.0.1:{free_port()}"
    with other(shelf, kind, start, desk=nobody, reader=nobody) as theirs:
        for door in FORWARDED:  # nobody is there to answer
            assert theirs.ask("POST", door, {"Content-Length": "0"}).status == 502, door


class Desk(BaseHTTPRequestHandler):
    """Says of each page of letters what the desk says."""

    def do_GET(self) -> None:
        self.send_response(200)
        for name, value in (("Cache-Control", "no-store"), ("Referrer-Policy", "no-referrer"), ("Content-Length", "0")):
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def desk() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Desk) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


def spoken(site: Running, path: str) -> str:
    """The head of an answer as it came, so that what is said twice is seen."""
    answer = site.say(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    return answer.partition(b"\r\n\r\n")[0].decode().lower()


@pytest.mark.parametrize(("kind", "start"), [("nginx", nginx), ("caddy", caddy)])
def test_no_page_of_letters_is_named_to_whoever_is_next(shelf: DiskShelf, kind: Kind, start: Any, desk: str) -> None:
    """Two policies would be one: a browser heeds the last."""
    if not shutil.which(kind):
        pytest.skip(f"{kind} is not installed")
    with other(shelf, kind, start, reader=desk) as theirs:
        for door in (f"{each}x/" for each in LETTERS if each != NOTICES):
            said = spoken(theirs, door)
            assert " 200 " in said and said.count("referrer-policy: no-referrer") == said.count("referrer-policy") == 1
            assert said.count("cache-control: no-store") == said.count("cache-control") == 1, door
    with other(shelf, kind, start, reader=f"127.0.0.1:{free_port()}") as alone:
        said = spoken(alone, "/letters/leave/x/")
        assert " 502 " in said and said.count("referrer-policy: no-referrer") == said.count("referrer-policy") == 1


LINK = "B" * 75
DOORS = [f"/letters/leave/{LINK}/", f"//letters//leave/{LINK}/", f"/letters/leave%2F{LINK}/", f"/Letters/leave/{LINK}/"]


@pytest.mark.parametrize(("kind", "start"), [("nginx", nginx), ("caddy", caddy)])
def test_no_log_of_errors_has_a_link_of_letters(shelf: DiskShelf, kind: Kind, start: Any) -> None:
    if not shutil.which(kind):
        pytest.skip(f"{kind} is not installed")
    nobody = f"127.0.0.1:{free_port()}"
    shelf.delete("/404.html")  # Caddy is silent while it has a page to show
    with other(shelf, kind, start, desk=nobody, reader=nobody) as theirs:
        for door in DOORS:
            assert theirs.ask("POST", door, {"Content-Length": "0"}).status == 502, door
            theirs.ask("POST", door, {"Content-Length": "999999"})  # too large
        assert theirs.get("/desk/").status == 502
    log = (shelf.place.parent.parent / "error.log").read_text()
    assert "/desk/" in log and LINK not in log


@pytest.mark.parametrize(("kind", "start"), [("nginx", nginx), ("caddy", caddy)])
def test_one_click_is_kept_whatever_stands_in_front(shelf: DiskShelf, kind: Kind, start: Any) -> None:
    """Also where the desk has a port of its own, and is away."""
    if not shutil.which(kind):
        pytest.skip(f"{kind} is not installed")
    data, nobody = shelf.place.parent, f"127.0.0.1:{free_port()}"
    with (
        running(data, "--desk-port", "9") as ours,
        other(shelf, kind, start, desk=nobody, reader=f"127.0.0.1:{ours.port}") as theirs,
    ):
        assert theirs.ask("POST", DOORS[0], {"Content-Length": "0"}).status == 200
    assert [file.read_text() for file in (data / leaves.FOLDER).iterdir()] == [LINK]
