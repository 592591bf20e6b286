"""A fresh newsroom, and what readers see of an imported item."""

from __future__ import annotations

import pytest

from newsdesk.desk import newsroom


@pytest.fixture(autouse=True)
def desk(db: None) -> None:
    newsroom.setup()
