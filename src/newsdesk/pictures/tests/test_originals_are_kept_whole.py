"""An original is stored under the digest of its bytes, whole or not at all, and nothing leads out of the folder."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from newsdesk.pictures import store


@pytest.fixture(autouse=True)
def folder(settings: object, tmp_path: Path) -> Path:
    settings.NEWSDESK_ORIGINALS = tmp_path / "originals"  # type: ignore[attr-defined]
    return tmp_path / "originals"


def test_kept_under_its_digest_once(folder: Path) -> None:
    digest = store.keep(b"a picture")
    assert digest == sha256(b"a picture").hexdigest() == store.keep(b"a picture")
    assert store.open_original(digest) == b"a picture"
    assert [file.name for file in folder.rglob("*") if file.is_file()] == [digest]


def test_interrupted_write_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(store.os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        store.keep(b"a picture")
    assert not [file for file in folder.rglob("*") if file.is_file()]


@pytest.mark.parametrize("name", ["../../etc/passwd", "a" * 63, "A" * 64, "0" * 64 + "\n", ""])
def test_only_digests_are_opened(name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        store.open_original(name)


def test_unknown_digest_is_not_found() -> None:
    with pytest.raises(FileNotFoundError):
        store.open_original("0" * 64)
