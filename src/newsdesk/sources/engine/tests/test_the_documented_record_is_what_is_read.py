"""The example of ``docs/sourcing.md`` is what the engine says of its text."""

from __future__ import annotations

import json
import re
from datetime import date

from bootstrap.places import ROOT
from newsdesk.sources.engine import read


def test_the_documented_record_is_what_is_read() -> None:
    page = (ROOT / "docs" / "sourcing.md").read_text("utf8")
    text = re.findall(r"^> (.+)$", page, re.MULTILINE)[0]
    told = json.loads(re.findall(r"```json\n(.+?)```", page, re.DOTALL)[0])
    assert read(text, date(2026, 3, 17)).to_json() == told
