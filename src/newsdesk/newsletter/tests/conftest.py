"""A data folder for each test, and nobody who knocked before."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.newsletter.asking import drawing
from newsdesk.newsletter.asking.limits import knocks


@pytest.fixture(autouse=True)
def fresh(tmp_path: Path, settings) -> None:
    settings.NEWSDESK_DATA = tmp_path
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    knocks.counts.clear()
    drawing._frame.value = None
