"""Who puts sheets on the shelf: several hands where each file waits for the disk, else the one that draws.

Synced files wait for the disk together. Where nothing waits, threads only take Python's lock from one another: on two
processors a full bake by several hands is slower than by one, and costs more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from newsdesk.press.shelves.base import ShelfError

HANDS = 4
Give = Callable[..., Future[None]]


@contextmanager
def hands(*, waiting: bool) -> Iterator[Give]:
    """Takes a function and its arguments to be done; all is done when the block is left."""
    if waiting:
        with ThreadPoolExecutor(HANDS) as others:
            yield others.submit
    else:
        yield _at_once


def _at_once(act: Callable[..., None], *arguments: object) -> Future[None]:
    done: Future[None] = Future()
    try:
        act(*arguments)
    except ShelfError as error:
        done.set_exception(error)
    else:
        done.set_result(None)
    return done
