"""What a monitor is told at ``/healthz``: 200 as long as readers are served, and in words what else is not well."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from .config import ReaderConfig
from .reply import Reply
from .rules import NO_CACHE

_RELY_ON_DESK = 5.0
_BEAT_LATE = 60.0


class Health:
    """Asks for the desk at most every five seconds."""

    def __init__(self, config: ReaderConfig) -> None:
        self._config = config
        self._desk_well = False
        self._asked = -_RELY_ON_DESK

    async def answer(self, reply: Reply) -> tuple[int, int]:
        """The state as JSON; (status, bytes of the body)."""
        told = json.dumps(await self.state(), indent=2).encode() + b"\n"
        return 200, reply.whole(200, [("Content-Type", "application/json"), NO_CACHE], told)

    async def state(self) -> dict[str, object]:
        """``degraded`` lists in words what is missing; times are ISO 8601, ages in seconds."""
        printed = _changed(self._config.shelf / "tmp")
        beat = _changed(self._config.data / "run" / "worker.beat")
        age = None if beat is None else round(time.time() - beat, 1)
        desk = await self._desk()
        troubles = [
            (not (self._config.shelf / "public").is_dir(), "the shelf is missing or empty"),
            (age is None or age > _BEAT_LATE, "the worker gives no sign of life: nothing new is drawn"),
            (not desk, "the desk cannot be reached: readers are served, editors are not"),
        ]
        return {
            "reader": "ok",
            "shelf_last_written": None if printed is None else datetime.fromtimestamp(printed, UTC).isoformat(),
            "worker_heartbeat_age": age,
            "desk": "ok" if desk else "unreachable",
            "degraded": [words for wrong, words in troubles if wrong],
        }

    async def _desk(self) -> bool:
        if time.monotonic() - self._asked > _RELY_ON_DESK:
            self._asked = time.monotonic()
            self._desk_well = await _listens(self._config.desk_port)
        return self._desk_well


async def _listens(port: int) -> bool:
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(1):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.close()
        return True
    return False


def _changed(path: Path) -> float | None:
    """When the file was touched, or a name in the folder came or went: each sheet passes through ``tmp``."""
    with suppress(OSError):
        return path.stat().st_mtime
    return None
