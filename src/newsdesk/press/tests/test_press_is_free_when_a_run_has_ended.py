"""One process at a time is at the press, and the next may have it as soon as the first has left."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.press.lock import PressBusy, press_lock

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def newsroom(settings: object, tmp_path: Path) -> None:
    settings.NEWSDESK_DATA = tmp_path  # type: ignore[attr-defined]


def test_it_is_free_at_once() -> None:
    for _ in range(40):
        with press_lock():
            pass


def test_nobody_else_has_it_meanwhile_and_a_failure_gives_it_back() -> None:
    with pytest.raises(RuntimeError), press_lock():
        with pytest.raises(PressBusy), press_lock():
            pass
        raise RuntimeError
    with press_lock():
        pass
