"""A model of Piper is in its place when both of its files are whole and are what the index says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsdesk import cli
from newsdesk.audio.speaking import models
from newsdesk.audio.tests.other_side import Asked, OtherSide, Reply, other_side

NAME = "en_GB-ines-low"
MODEL, PARTICULARS = bytes(range(256)) * 200, b'{"audio": {"sample_rate": 16000}}'
PLACE = "en/en_GB/ines/low"
FILES = {f"{PLACE}/{NAME}.onnx": MODEL, f"{PLACE}/{NAME}.onnx.json": PARTICULARS, f"{PLACE}/MODEL_CARD": b"card"}


def index(digest: str = "sha256") -> bytes:
    key = {"sha256": "sha256", "md5": "md5_digest"}[digest]
    told = {path: {"size_bytes": len(data), key: hashlib.new(digest, data).hexdigest()} for path, data in FILES.items()}
    return json.dumps({NAME: {"files": told}}).encode()


def published(asked: Asked, listed: bytes | None = None) -> Reply:
    if asked.path == "/voices.json":
        return Reply(200, listed or index())
    data = FILES.get(asked.path.lstrip("/"))
    if data is None:
        return Reply(404)
    if wanted := asked.headers.get("range"):
        return Reply(206, data[int(wanted.removeprefix("bytes=").rstrip("-")) :])
    return Reply(200, data)


@pytest.fixture
def side() -> Iterator[OtherSide]:
    with other_side() as side:
        side.replies = published
        yield side


def get(side: OtherSide, folder: Path, name: str = NAME) -> list[str]:
    return [file.name for file in models.get(side.url, name, folder, lambda *_: None)]


@pytest.mark.parametrize("digest", ["sha256", "md5"])
def test_both_files_are_in_place(digest: str, side: OtherSide, tmp_path: Path) -> None:
    side.replies = lambda asked: published(asked, index(digest))
    assert get(side, tmp_path) == [f"{NAME}.onnx.json", f"{NAME}.onnx"]
    assert (tmp_path / f"{NAME}.onnx").read_bytes() == MODEL
    assert sorted(file.name for file in tmp_path.iterdir()) == [f"{NAME}.onnx", f"{NAME}.onnx.json"]


@pytest.mark.parametrize("goes_on", [True, False])
def test_what_was_broken_off_goes_on_or_begins_anew(goes_on: bool, side: OtherSide, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.onnx.half").write_bytes(MODEL[:20_000])
    if not goes_on:
        side.replies = lambda asked: published(Asked(asked.path, {}, b""))
    get(side, tmp_path)
    assert (tmp_path / f"{NAME}.onnx").read_bytes() == MODEL
    assert side.asked[-1].headers["range"] == "bytes=20000-"


def test_file_that_breaks_off_is_kept_for_the_next_time(side: OtherSide, tmp_path: Path) -> None:
    def half(asked: Asked) -> Reply:
        return Reply(200, MODEL[:9_000], length=len(MODEL)) if asked.path.endswith(".onnx") else published(asked)

    side.replies = half
    with pytest.raises(models.ModelFailed, match="no answer"):
        get(side, tmp_path)
    assert not (tmp_path / f"{NAME}.onnx").exists()
    assert not (tmp_path / f"{NAME}.onnx.json").exists()
    side.replies = published
    get(side, tmp_path)
    assert (tmp_path / f"{NAME}.onnx").read_bytes() == MODEL


def test_file_that_is_another_is_thrown_away(side: OtherSide, tmp_path: Path) -> None:
    side.replies = lambda asked: Reply(200, b"x" * len(MODEL)) if asked.path.endswith(".onnx") else published(asked)
    with pytest.raises(models.ModelFailed, match="is not what the index says"):
        get(side, tmp_path)
    assert not list(tmp_path.glob("*.onnx"))
    assert not list(tmp_path.glob("*.onnx.half"))


def test_redirect_is_followed_only_where_nobody_can_read_along(side: OtherSide, tmp_path: Path) -> None:
    def elsewhere(asked: Asked) -> Reply:
        moved = asked.path.endswith(".onnx") and not asked.path.startswith("/store/")
        if moved:
            return Reply(302, b"over there", {"Location": f"/store{asked.path}?signed=1"})
        path = asked.path.removeprefix("/store").partition("?")[0]
        return published(Asked(path, asked.headers, b""))

    side.replies = elsewhere
    get(side, tmp_path)
    assert (tmp_path / f"{NAME}.onnx").read_bytes() == MODEL
    side.replies = lambda asked: Reply(302, b"", {"Location": "http://other.example/voices.json"})
    with pytest.raises(models.ModelFailed, match="without https"):
        get(side, tmp_path)


@pytest.mark.parametrize("name", ["en_GB-nobody-low", "../../etc/passwd", "", "en"])
def test_name_that_is_none_is_told_with_those_there_are(name: str, side: OtherSide, tmp_path: Path) -> None:
    with pytest.raises(models.ModelFailed, match="there is no model"):
        get(side, tmp_path, name)


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"en_GB-ines-low": 1}', b'{"en_GB-ines-low": {"files": {}}}'])
def test_index_that_is_none_is_told(body: bytes, side: OtherSide, tmp_path: Path) -> None:
    side.replies = lambda asked: Reply(200, body)
    with pytest.raises(models.ModelFailed):
        get(side, tmp_path)


def test_command_puts_it_in_place_and_tells_where(
    side: OtherSide, tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.NEWSDESK_PIPER_URL, settings.NEWSDESK_PIPER_MODELS = side.url, tmp_path / "voices"
    assert cli.main(["voice", "get", NAME]) == 0
    assert capsys.readouterr().out.count("in place: ") == 2


def test_command_without_a_network_says_one_line(
    tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.NEWSDESK_PIPER_URL, settings.NEWSDESK_PIPER_MODELS = "http://127.0.0.1:9", tmp_path
    assert cli.main(["voice", "get", NAME]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "NEWSDESK_PIPER_MODELS" in told
