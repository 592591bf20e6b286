"""The ground a benchmark stands on: a newsroom in a folder of its own, the machine's description, and percentiles."""

from __future__ import annotations

import os
import platform
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


@contextmanager
def newsroom(keep: str = "", **settings: str) -> Iterator[Path]:
    """A migrated, empty newsroom; Django is set up for it. One a process. ``keep`` names a folder that stays."""
    with tempfile.TemporaryDirectory(prefix="newsdesk-benchmark-") as made:
        folder = Path(keep or made)
        folder.mkdir(parents=True, exist_ok=True)
        os.environ |= {
            "NEWSDESK_DATA": str(folder),
            "NEWSDESK_SITE_NAME": "The Benchmark",
            "NEWSDESK_SITE_URL": "http://127.0.0.1:8000",
            "NEWSDESK_TIME_ZONE": "Europe/Lisbon",
            "NEWSDESK_LOG_LEVEL": "warning",
            "DJANGO_SETTINGS_MODULE": "newsdesk.settings",
            **settings,
        }
        from newsdesk.commands._newsroom import opening, ready

        opening.open_newsroom()
        ready.set_up()
        yield folder


def machine() -> str:
    """One line about the machine: kernel, processors, Python."""
    model = next((line.split(":")[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")), "?")
    return f"{platform.system()} {platform.release()}, {os.cpu_count()} × {model}, Python {platform.python_version()}"


def _lines(path: str) -> Sequence[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []


def memory() -> float:
    """The memory of this process now, in MB, without pages of files, which the kernel takes back when it likes: SQLite
    maps up to 128 MB of its database.
    """
    held = next(line for line in _lines("/proc/self/status") if line.startswith("RssAnon:"))
    return int(held.split()[1]) / 1024


@dataclass(slots=True)
class Clock:
    """Seconds by the wall, and of processor in the program and in the kernel, since it was started."""

    started: tuple[float, float, float] = field(default_factory=lambda: _now())

    def read(self) -> tuple[float, float, float]:
        wall, user, system = (now - then for now, then in zip(_now(), self.started, strict=True))
        return wall, user, system


def _now() -> tuple[float, float, float]:
    times = os.times()
    return time.monotonic(), times.user, times.system


def filesystem(folder: Path) -> str:
    """The kind of filesystem a folder is on; an ext4 without a journal looks long for a place for a new file where
    others were lately removed.
    """
    mounts = [line.split()[:3] for line in _lines("/proc/mounts")]
    around = (mount for mount in mounts if folder.resolve().is_relative_to(mount[1]))
    device, _, kind = max(around, key=lambda mount: len(mount[1]), default=("", "", "unknown"))
    bare = kind == "ext4" and not list(Path("/proc/fs/jbd2").glob(f"{Path(device).name}-*"))
    return f"{kind} without a journal" if bare else kind


def spread(seconds: Sequence[float]) -> str:
    """Median, 95th percentile and worst, in milliseconds."""
    ordered = sorted(seconds)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    median, high, worst = (round(one * 1000) for one in (statistics.median(ordered), high, ordered[-1]))
    return f"median {median} ms, p95 {high} ms, worst {worst} ms"
