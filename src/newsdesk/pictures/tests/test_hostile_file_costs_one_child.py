"""Pictures are opened in a child process that has little memory, little time and no secrets."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from newsdesk.pictures import child, confined, guard, strip, upload
from newsdesk.pictures.guard import PictureRefused
from newsdesk.pictures.tests import samples


def test_upload_comes_back_clean_and_read() -> None:
    received = upload.receive(samples.telltale("jpeg", orientation=6), "../../Київ.jpg")
    assert received.name == "Київ.jpeg"
    assert received.accepted == guard.Accepted("jpeg", 320, 480)
    assert received.metadata.credit == samples.CREDIT
    assert not any(telltale in received.data for telltale in samples.TELLTALES)


def test_refusal_crosses_the_process_with_its_remedy() -> None:
    with pytest.raises(PictureRefused) as refused:
        upload.receive(b"<svg onload=alert(1)>", "x.jpg")
    assert (refused.value.reason, refused.value.remedy) == (guard._SVG, guard._AS_PNG)


def test_heavy_file_is_refused_before_any_child_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "run", lambda *args, **named: pytest.fail("started"))
    with pytest.raises(PictureRefused):
        upload.receive(b"x" * 11, "x.jpg", guard.Limits(max_bytes=10))


def test_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(confined.ChildFailed, match=r"not done after 0\.01 s"):
        confined.run("make", {}, seconds=0.01)


def test_child_that_fails_says_why() -> None:
    with pytest.raises(confined.ChildFailed, match="KeyError"):
        confined.run("make", {})


def test_picture_too_large_for_memory_fails_and_we_live(tmp_path: Path) -> None:
    (tmp_path / "huge").write_bytes(samples.png_claiming(40_000, 40_000))
    order = {"original": str(tmp_path / "huge"), "into": str(tmp_path), "width": 40_000, "metadata": {}}
    with pytest.raises(confined.ChildFailed, match="MemoryError"):
        confined.run("make", order | {"focal_point": [0.5, 0.5]})


def test_child_has_no_more_than_its_limits() -> None:
    code = (
        "import resource as r; from newsdesk import confined; "
        "from newsdesk.pictures import child; confined.confine(child.LIMITS);"
        "print(*(r.getrlimit(what)[1] for what in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_FSIZE, r.RLIMIT_CORE)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(1 << 30), "110", str(1 << 28), "0"]


def test_what_cleaning_spoilt_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strip, "without_location", lambda data: data[: len(data) // 2])
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)
    (tmp_path / "x").write_bytes(samples.telltale("jpeg"))
    with pytest.raises(PictureRefused, match="damaged"):
        child.receive({"file": str(tmp_path / "x"), "name": "x.jpg", "limits": asdict(guard.DEFAULT)})


def test_child_gets_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, str] = {}

    class Seen(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *given: Any, env: dict[str, str], **named: Any) -> None:
            seen.update(env)
            super().__init__(*given, env=env, **named)

    monkeypatch.setenv("NEWSDESK_SECRET_KEY", "hidden")
    monkeypatch.setenv("NEWSDESK_DATABASE_URL", "postgres://hidden")
    monkeypatch.setattr(subprocess, "Popen", Seen)
    with pytest.raises(confined.ChildFailed):
        confined.run("make", {})
    assert "PATH" in seen and not [name for name in seen if name.startswith("NEWSDESK")]
