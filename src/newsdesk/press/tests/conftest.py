from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.press.run import Press
from newsdesk.press.shelves.disk import DiskShelf
from newsdesk.press.tests import paper


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: object) -> Press:
    """A press with the paper of ``paper.py`` and an empty shelf."""
    paper.set_up(monkeypatch)
    settings.NEWSDESK_DATA = tmp_path  # type: ignore[attr-defined]
    settings.NEWSDESK_SHELF = tmp_path / "shelf"  # type: ignore[attr-defined]
    return Press(DiskShelf(tmp_path / "shelf"), keep_paths=True)
