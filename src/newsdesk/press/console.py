"""The press asked and driven from a terminal; every function returns an exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from newsdesk.press import bake
from newsdesk.press.lock import PressBusy
from newsdesk.press.models import Key, Sheet
from newsdesk.press.room import NoRoom
from newsdesk.press.run import Press
from newsdesk.press.run import run as run_press
from newsdesk.press.settle import Tally

OK, FOUND, BUSY = 0, 1, 2
BUSY_WORDS = (
    "Another process is at the press (newsdesk serve has a worker that runs it). It draws what is due; try again later."
)


def run() -> int:
    """Draws what is due."""
    return _pressing(lambda progress: run_press(Press.open(), progress=progress), _due())


def all() -> int:
    """A full bake, with its rate and the time that remains; when it is stopped, the next one goes on where it was."""
    try:
        return _pressing(bake.bake, bake.begin())
    except PressBusy:
        _say(BUSY_WORDS)
        return BUSY


def why(path: str) -> int:
    """What a sheet read, when it was drawn and what it waits for."""
    sheet = Sheet.objects.filter(path=path).first()
    if sheet is None:
        _say(f"No sheet at {path}.")
        return FOUND
    _say(f"{sheet.path}  recipe {sheet.recipe} {sheet.args}")
    _say(f"drawn {sheet.printed_at or 'never'}  digest {sheet.digest[:12] or '-'}  frame {sheet.theme or '-'}")
    _say(f"due since change {sheet.due}, lane {sheet.lane}" if sheet.due is not None else "up to date")
    if sheet.error:
        _say(f"failed {sheet.attempts} times, next at {sheet.next_attempt_at}: {sheet.error}")
    for name in sheet.reads.order_by("key__name").values_list("key__name", flat=True):
        _say(f"  read {name}")
    return OK


def who(key: str) -> int:
    """Which sheets read a key."""
    if not Key.objects.filter(name=key).exists():
        _say(f"No sheet ever read {key}.")
        return FOUND
    for path, recipe in Sheet.objects.filter(reads__key__name=key).order_by("path").values_list("path", "recipe"):
        _say(f"{path}  {recipe}")
    return OK


def audit(sample: int = 200) -> int:
    """Draws a random sample again, in a process that hashes strings otherwise, and compares it with the shelf."""
    if os.environ.get("NEWSDESK_AUDIT") != "1":
        seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
        environment = os.environ | {"PYTHONHASHSEED": seed, "NEWSDESK_AUDIT": "1"}
        return subprocess.run(
            [sys.executable, "-m", "newsdesk", "press", "audit"], env=environment, check=False
        ).returncode
    try:
        drawn, faults = bake.audit(sample)
    except PressBusy:
        _say(BUSY_WORDS)
        return BUSY
    for fault in faults:
        _say(f"{fault.path} {fault.what}")
    _say(f"{drawn} sheets drawn again, {len(faults)} faults.")
    if faults:
        _say("newsdesk press all puts them right.")
    return FOUND if faults else OK


def _due() -> int:
    return Sheet.objects.filter(due__isnull=False).count()


def _pressing(act: Callable[[Callable[[Tally], None]], Tally], total: int) -> int:
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TextColumn("{task.fields[rate]} sheets/s"), TimeRemainingColumn(),
    )  # fmt: skip
    try:
        with Progress(*columns, console=Console(stderr=True)) as bar:
            task = bar.add_task("Printing", total=total, rate="–")

            def show(tally: Tally) -> None:
                rate = f"{tally.drawn / max(bar.tasks[0].elapsed or 0.0, 0.001):.0f}"
                bar.update(task, completed=tally.drawn, total=max(total, tally.drawn), rate=rate)

            tally = act(show)
    except PressBusy:
        _say(BUSY_WORDS)
        return BUSY
    except NoRoom as full:
        _say(str(full))
        return BUSY
    _say(f"{tally.drawn} sheets drawn, {tally.written} written, {tally.retired} taken away, {tally.failed} failed.")
    return FOUND if tally.failed else OK


def _say(words: str) -> None:
    print(words, flush=True)
