"""A reader process is killed while it keeps a click to leave: what is answered takes effect, and only once."""

from __future__ import annotations

import http.client
import os
import time
from pathlib import Path

import pytest

from newsdesk.newsletter.asking import leaves_spooled, sweeping
from newsdesk.newsletter.links import Signed, leave_url
from newsdesk.newsletter.models import Delivery, Subscription
from newsdesk.newsletter.tests.readers import delivery, letter, subscriber
from newsdesk.press.serving import leaves
from newsdesk.press.tests.serve_running import Running, running

ONE_CLICK = b"List-Unsubscribe=One-Click"
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(ONE_CLICK))}
KILLED = """
import os, signal, sys
from newsdesk.press import serve
from newsdesk.press.serving import leaves
done = leaves.{step}
def die(*given):
    done(*given)
    os.kill(os.getpid(), signal.SIGKILL)
leaves.{step} = die
sys.exit(serve.main())
"""
"""Dies when a step is done: the words are on the disk without a name (``_put``), or all of it is (``_settle``)."""


@pytest.fixture
def boat(db):
    return letter()


@pytest.fixture
def ines(boat):
    return subscriber("ines@reader.example", boat)


def click(reader: Running, path: str) -> int:
    """The status of the answer; 0 where none came."""
    try:
        return reader.ask("POST", path, FORM, ONE_CLICK).status
    except (http.client.HTTPException, ConnectionError):
        return 0


def kept(data: Path) -> set[str]:
    return {"whole" if file.suffix == ".leave" else "half" for file in (data / leaves.FOLDER).iterdir()}


@pytest.mark.parametrize(("step", "stays"), [("_put", "half"), ("_settle", "whole")])
def test_click_is_tried_again_and_leaves_once(tmp_path, boat, ines, step, stays):
    sent = delivery(ines, boat, Delivery.State.SENT)
    path = "/" + leave_url(Signed(ines.key, boat.pk, sent.pk)).split("/", 3)[3]
    with running(tmp_path, "--desk-port", "9", program=("-c", KILLED.format(step=step))) as reader:
        assert click(reader, path) == 0
    assert kept(tmp_path) == {stays}
    with running(tmp_path, "--desk-port", "9") as reader:
        assert click(reader, path) == click(reader, path) == 200
    (file,) = leaves_spooled.due(10)
    leaves_spooled.take_in(file)
    left = Subscription.objects.get(), Delivery.objects.get()
    assert left[0].state == Subscription.State.LEFT and left[1].left_at and not leaves_spooled.due(10)
    leaves.keep(tmp_path, path.split("/")[3])  # as if the worker had died before it forgot the file
    leaves_spooled.take_in(*leaves_spooled.due(10))
    again = Subscription.objects.get(), Delivery.objects.get()
    assert (again[0].left_at, again[1].left_at) == (left[0].left_at, left[1].left_at)


def test_what_was_left_half_written_is_thrown_away_after_an_hour(db, tmp_path):
    folder = tmp_path / leaves.FOLDER
    folder.mkdir()
    for name, age in (("a.0a0b0c0d", 7200), ("b.0a0b0c0d", 60), ("c.leave", 7200)):
        (folder / name).write_text("half")
        os.utime(folder / name, times=(time.time() - age,) * 2)
    for name in ("0.0a0b0c0d", "a0.0a0b0c0d", "d.0a0b0c0d"):
        (folder / name).symlink_to("named")  # as a file that is renamed between two looks
    sweeping.sweep()
    assert sorted(file.name for file in folder.iterdir() if file.exists()) == ["b.0a0b0c0d", "c.leave"]
