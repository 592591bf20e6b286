"""The ground a benchmark stands on: a newsroom in a folder of its own, the machine's description, and percentiles."""

from __future__ import annotations

import os
import platform
import resource
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
    """The most memory this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def spread(seconds: Sequence[float]) -> str:
    """Median, 95th percentile and worst, in milliseconds."""
    ordered = sorted(seconds)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    median, high, worst = (round(one * 1000) for one in (statistics.median(ordered), high, ordered[-1]))
    return f"median {median} ms, p95 {high} ms, worst {worst} ms"
