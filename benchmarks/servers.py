"""The servers that ``serve`` compares: our readers, nginx and Caddy, on loopback ports, over one and the same shelf."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

WORKERS = 2
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
NGINX = """worker_processes {workers}; pid {folder}/pid; error_log {folder}/error.log; worker_rlimit_nofile 8192;
events {{ worker_connections 4096; }}
http {{
access_log {folder}/nginx.log combined buffer=64k flush=1s;
{temporary}
{config}
}}
"""


@dataclass(frozen=True)
class Running:
    """A server that answers; ``processes`` are those that were started, without their children."""

    name: str
    port: int
    processes: tuple[subprocess.Popen[bytes], ...]

    def memory(self) -> float:
        """MB that the server and its children hold (their proportional share of what is shared)."""
        return sum(_held(pid) for process in self.processes for pid in _family(process.pid)) / 1024


@contextmanager
def ours(data: Path, port: int = 0, site: str = "https://paper.example") -> Iterator[Running]:
    """The reader's workers, as ``newsdesk serve`` starts them, and nothing else of a newsroom; 0 is any free port."""
    from newsdesk.processes.children import newsroom
    from newsdesk.processes.ports import allow_many_files, hold_port

    allow_many_files()
    os.environ |= {"NEWSDESK_DATA": str(data), "NEWSDESK_SITE_URL": site}
    with hold_port("127.0.0.1", port) as held:
        port = held.getsockname()[1]
        readers = [child for child in newsroom("127.0.0.1", port, WORKERS, 9) if child.name.startswith("reader")]
        for reader in readers:
            reader.start()
        try:
            yield _answering(Running("newsdesk", port, tuple(reader.process for reader in readers if reader.process)))
        finally:
            for reader in readers:
                reader.end()


@contextmanager
def other(name: str, shelf: Path, folder: Path) -> Iterator[Running]:
    """nginx or Caddy with this repository's own sample configuration; as ``nobody``, where root would start it."""
    from newsdesk.press.serving.export import sample_config, write_lists

    kind = "nginx" if name == "nginx" else "caddy"
    write_lists(shelf, kind)
    port = _free_port()
    config = sample_config(shelf, kind, host="127.0.0.1" if kind == "nginx" else f"http://127.0.0.1:{port}")
    command = (_nginx if kind == "nginx" else _caddy)(config, folder, port)
    root = os.geteuid() == 0
    if root:
        shutil.chown(folder, "nobody")
    home = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with subprocess.Popen(
        command, env=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, user="nobody" if root else None
    ) as process:
        try:
            yield _answering(Running(name, port, (process,)))
        finally:
            process.terminate()


def _nginx(config: str, folder: Path, port: int) -> list[str]:
    temporary = "\n".join(f"{kind}_temp_path {folder}/{kind};" for kind in TEMPORARY)
    config = config.replace("listen 80;", f"listen 127.0.0.1:{port};")
    (folder / "nginx.conf").write_text(NGINX.format(workers=WORKERS, folder=folder, temporary=temporary, config=config))
    return ["nginx", "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log", "-g", "daemon off;"]


def _caddy(config: str, folder: Path, port: int) -> list[str]:
    logged = config.replace("{\n\troot", f"{{\n\tlog {{\n\t\toutput file {folder}/caddy.log\n\t}}\n\troot", 1)
    (folder / "Caddyfile").write_text(logged.replace("{\n", "{\n\tadmin off\n\tauto_https off\n", 1))
    return ["caddy", "run", "--config", f"{folder}/Caddyfile", "--adapter", "caddyfile"]


def _answering(running: Running) -> Running:
    for _ in range(200):
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{running.port}/", timeout=5):
            return running
        time.sleep(0.05)
    raise SystemExit(f"{running.name} does not answer")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _family(pid: int) -> list[int]:
    below = Path(f"/proc/{pid}/task/{pid}/children")
    children = [int(child) for child in below.read_text().split()] if below.exists() else []
    return [pid, *(further for child in children for further in _family(child))]


def _held(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
