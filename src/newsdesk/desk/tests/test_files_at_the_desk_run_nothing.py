"""What stands in the desk's folder of files is shown as data, never as a page with an editor's rights."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_page_among_the_files_is_opened_in_a_sandbox(at_editor: Client, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "page.html").write_text("<script>alert(1)</script>")
    answer = at_editor.get("/desk/media/page.html")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert b"".join(answer) == b"<script>alert(1)</script>"  # type: ignore[arg-type]
