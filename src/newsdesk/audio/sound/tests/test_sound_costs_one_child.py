"""Sound is worked on in children that have little memory, little time and no secrets; no half a file comes of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from newsdesk import confined
from newsdesk.audio.sound import level, making, source
from newsdesk.audio.sound.failed import SoundFailed
from newsdesk.audio.sound.order import LONGEST, Order, to_json
from newsdesk.audio.sound.tests import sounds


def test_child_that_opens_sound_never_hears_of_the_key(tmp_path: Path, into: Path, monkeypatch: Any) -> None:
    asked: list[str] = []

    def run(module: str, work: str, order: dict[str, Any], *, seconds: float) -> dict[str, Any]:
        asked.append(work)
        assert ("PRIVATE KEY" in json.dumps(order)) == (work == "sign")
        return real(module, work, order, seconds=seconds)

    real = confined.run
    monkeypatch.setattr(confined, "run", run)
    making.make(sounds.order(tmp_path, sounds.speech(1)), into)
    assert asked == ["make", "sign"]


def test_key_is_in_no_repr_of_an_order(tmp_path: Path) -> None:
    order = sounds.order(tmp_path, b"")
    assert "PRIVATE KEY" not in repr(order)
    assert "PRIVATE KEY" not in json.dumps(to_json(order))


def test_nothing_but_children_loads_ffmpeg() -> None:
    code = (
        "import sys; from newsdesk.audio import transcript; from newsdesk.audio.sound import certificate, making;"
        "sys.exit('av' in sys.modules or 'c2pa' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_child_has_no_more_than_its_limits() -> None:
    code = (
        "import resource as r; from newsdesk import confined; "
        "from newsdesk.audio.sound import child; confined.confine(child.LIMITS);"
        "print(*(r.getrlimit(what)[1] for what in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_FSIZE, r.RLIMIT_CORE)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(1 << 30), "900", str(1 << 28), "0"]


@pytest.mark.parametrize("name", ["plain.mp3", "tagged.mp4", "sound.mp3"])
def test_full_disk_is_said_and_tried_again(tmp_path: Path, into: Path, name: str) -> None:
    (into / name).symlink_to("/dev/full")
    with pytest.raises(SoundFailed) as failed:
        making.make(sounds.order(tmp_path, sounds.speech(3)), into)
    assert (failed.value.reason, failed.value.permanent) == (making._FULL, False)


def test_child_killed_while_it_encodes_is_tried_again(tmp_path: Path, into: Path, monkeypatch: Any) -> None:
    """It is killed as soon as there is something of a file; nothing is left where finished files would be."""
    children: list[subprocess.Popen[bytes]] = []

    class Watched(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            children.append(self)
            threading.Thread(target=_kill_once_there_is, args=(self, into / "plain.mp3"), daemon=True).start()

    monkeypatch.setattr(subprocess, "Popen", Watched)
    with pytest.raises(SoundFailed) as failed:
        making.make(sounds.order(tmp_path, sounds.speech(600)), into)
    assert children[0].returncode == -signal.SIGKILL
    assert (failed.value.reason, failed.value.permanent) == (making._DIED, False)
    assert not list(into.glob("sound.*"))


def _kill_once_there_is(child: subprocess.Popen[bytes], file: Path) -> None:
    while child.poll() is None:
        if file.exists():
            child.kill()
            return
        threading.Event().wait(0.005)


def test_recording_that_kills_its_child_is_not_tried_again(tmp_path: Path, into: Path, monkeypatch: Any) -> None:
    def run(*given: Any, **named: Any) -> Any:
        raise confined.ChildFailed("ended with -11")

    monkeypatch.setattr(confined, "run", run)
    with pytest.raises(SoundFailed) as failed:
        making.make(Order(tmp_path / "upload", None, sounds.READ, sounds.signer()), into)
    assert (failed.value.reason, failed.value.permanent) == (making._UNREADABLE, True)


def test_more_than_two_hours_are_refused_before_they_are_heard(tmp_path: Path, into: Path) -> None:
    file = tmp_path / "voice.pcm"
    file.touch()
    os.truncate(file, (LONGEST + 1) * sounds.RATE * 2)
    with pytest.raises(SoundFailed, match="Over 2 hours of speech") as failed:
        making.make(Order(file, sounds.RATE, sounds.ARTICLE, sounds.signer()), into)
    assert failed.value.permanent


@pytest.mark.parametrize(
    ("samples", "reason"), [(b"", source._DAMAGED), (sounds.silence(3), level._SILENCE)], ids=["nothing", "silence"]
)
def test_voice_that_says_nothing_makes_no_clip(tmp_path: Path, into: Path, samples: bytes, reason: str) -> None:
    with pytest.raises(SoundFailed) as failed:
        making.make(sounds.order(tmp_path, samples), into)
    assert failed.value.reason in (reason, level._SILENCE)
    assert not list(into.iterdir())


def test_order_crosses_as_it_is(tmp_path: Path) -> None:
    order = sounds.order(tmp_path, b"")
    value = json.loads(json.dumps(to_json(order)))
    assert value["tags"] == json.loads(json.dumps(asdict(order.tags)))
    assert "signer" not in value
