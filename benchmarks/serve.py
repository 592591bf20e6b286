"""An article's page, as a 6 KB gzip twin, from the reader's two workers, nginx and Caddy in turn, with access logs.

``wrk`` runs on the same machine and takes its share of the processors: the ratios mean more than the rates.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import statistics
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks import ground, servers

SHEETS = 300
PATH = "/2026/11/17/sheet-7/"
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass(frozen=True)
class Run:
    """What wrk said: requests a second, milliseconds, answers that were none or no 200."""

    rate: float
    p99: float
    errors: int


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks serve", description=__doc__)
    parser.add_argument("--seconds", type=int, default=15, help="how long each run takes")
    parser.add_argument("--rounds", type=int, default=3, help="how many runs the medians are of")
    parser.add_argument("--connections", type=int, nargs="+", default=[32, 512])
    options = parser.parse_args(arguments)
    missing = [program for program in ("wrk", "nginx", "caddy") if not shutil.which(program)]
    if missing:
        print(f"needs {', '.join(missing)}: apt-get install wrk nginx-light caddy")
        return 2
    print(f"{ground.machine()}; load {os.getloadavg()[0]:.1f} at the start")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="newsdesk-benchmark-")))
        folder.chmod(0o755)
        return _compare(list(_start(folder, stack)), options.seconds, options.rounds, options.connections)


def _start(folder: Path, stack: ExitStack) -> Iterator[servers.Running]:
    shelf = folder / "data" / "shelf"
    fill(shelf)
    yield stack.enter_context(servers.ours(folder / "data"))
    for name in ("nginx", "caddy"):
        own = folder / name
        own.mkdir()
        yield stack.enter_context(servers.other(name, shelf, own))


def fill(place: Path) -> None:
    """A shelf of a few hundred sheets whose gzip twins have about 6 KB."""
    from newsdesk.press.shelves import Printed
    from newsdesk.press.shelves.disk import DiskShelf

    chance, shelf = random.Random(7), DiskShelf(place)
    syllables = [first + second for first in "bdfklmnprst" for second in ("a", "e", "in", "or", "ul")]
    for number in range(SHEETS):
        words = ("".join(chance.choices(syllables, k=chance.randint(1, 3))) for _ in range(2500))
        text = " ".join(words)
        page = f"<!doctype html><html lang=en><title>Sheet {number}</title><p>{text}</p>".encode()
        shelf.put(f"/2026/11/17/sheet-{number}/", Printed(page), sync=False)
    shelf.put("/", Printed(b"<!doctype html><title>Front</title>"), sync=False)
    shelf.put("/404.html", Printed(b"<!doctype html><title>Not found</title>"), sync=False)


def _compare(running: list[servers.Running], seconds: int, rounds: int, connections: list[int]) -> int:
    for server in running:
        print(f"{server.name}: {_size(server)} bytes of gzip; {server.memory():.0f} MB before")
    runs: dict[tuple[str, int], list[Run]] = {}
    for _ in range(rounds):
        for many in connections:
            for server in running:
                runs.setdefault((server.name, many), []).append(wrk(server.port, many, seconds))
    for many in connections:
        _tell(many, {server.name: _median(runs[server.name, many]) for server in running})
    print("memory after: " + ", ".join(f"{server.name} {server.memory():.0f} MB" for server in running))
    print(f"load {os.getloadavg()[0]:.1f} at the end")
    return 1 if any(run.errors for (name, _), done in runs.items() for run in done if name == "newsdesk") else 0


def _tell(many: int, medians: dict[str, Run]) -> None:
    print(f"{many} connections")
    for name, run in medians.items():
        share = run.rate / medians["nginx"].rate
        print(
            f"  {name:9} {run.rate:9,.0f} requests/s  {share:5.2f} of nginx  p99 {run.p99:8.2f} ms  {run.errors} errors"
        )


def _median(done: list[Run]) -> Run:
    rate, p99 = (statistics.median(values) for values in ([run.rate for run in done], [run.p99 for run in done]))
    return Run(rate, p99, sum(run.errors for run in done))


def wrk(port: int, connections: int, seconds: int) -> Run:
    """One run of two threads."""
    url = f"http://127.0.0.1:{port}{PATH}"
    options = ["-t2", f"-c{connections}", f"-d{seconds}s", "--latency", "-H", "Accept-Encoding: gzip"]
    program = shutil.which("wrk") or "wrk"
    said = subprocess.run([program, *options, url], capture_output=True, text=True, check=True).stdout
    rate, late = re.search(r"Requests/sec:\s+([\d.]+)", said), re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    if rate is None or late is None:
        raise SystemExit(f"wrk said what is not understood:\n{said}")
    wrong = re.findall(r"(?:connect|read|write|timeout|responses:) (\d+)", said)
    return Run(float(rate[1]), float(late[1]) * UNITS[late[2]], sum(map(int, wrong)))


def _size(server: servers.Running) -> int:
    asked = urllib.request.Request(f"http://127.0.0.1:{server.port}{PATH}", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked) as got:  # noqa: S310
        if got.headers["Content-Encoding"] != "gzip":
            raise SystemExit(f"{server.name} sends no gzip twin")
        return len(got.read())
