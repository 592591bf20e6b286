"""Draws the photographs in processes of their own, while the newsroom is being made; knows no Django.

Each file is checked, read and cleaned as any upload is, only not in a confined child: it comes from nobody else.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread

from newsdesk.example.photographs.draw import jpeg
from newsdesk.example.shape import Photograph
from newsdesk.pictures import guard, metadata, strip
from newsdesk.pictures.upload import Upload

Uploads = Mapping[str, "Future[Upload]"]
"""By the photograph's slug."""

_AT_MOST = 4  # processes: each holds a few pictures of 1600 by 1067 pixels


def drawn(photograph: Photograph) -> Upload:
    """The photograph as an upload; ``PictureRefused`` as for any."""
    name, data = f"{photograph.slug}.jpg", jpeg(photograph)
    accepted = guard.check(data, name, guard.DEFAULT)
    return Upload(name, strip.without_location(data), accepted, metadata.read(data))


@contextmanager
def drawing(photographs: Iterable[Photograph]) -> Iterator[Uploads]:
    """Draws inside the block; what nobody has waited for at its end is not begun any more."""
    processes = min(os.cpu_count() or 1, _AT_MOST)
    spawn = get_context("spawn")  # a fork would share the database's socket
    pool = ProcessPoolExecutor(processes, mp_context=spawn, initializer=_end_with_parent)
    try:
        yield {photograph.slug: pool.submit(drawn, photograph) for photograph in photographs}
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """An idle process of a pool outlives a parent that was killed, for good, unless it looks itself."""
    Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
