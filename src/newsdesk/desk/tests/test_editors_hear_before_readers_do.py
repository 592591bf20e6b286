"""At the desk: a draft is heard by its editor alone, a word before it is listed; the day's cost; the chief's rules."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from newsdesk.archive.tests.makers import article_id
from newsdesk.audio import listening
from newsdesk.audio.models import AudioRules, Made
from newsdesk.audio.voices import espeak
from newsdesk.desk import roles
from newsdesk.desk.tests.conftest import Begin, person, signed_in


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.NEWSDESK_DATA, settings.NEWSDESK_SHELF = tmp_path, tmp_path / "shelf"


@pytest.fixture
def at_chief(desk: None) -> Client:
    return signed_in(person("clara", roles.CHIEF))


def test_draft_is_heard_and_kept_nowhere(at_editor: Client, begin: Begin, tmp_path: Path) -> None:
    answer = at_editor.post(f"/desk/audio/{begin().pk}/draft/")
    assert answer["Content-Type"] == "audio/mpeg" and answer["Cache-Control"].startswith("no-store")
    assert answer.content[:3] == b"ID3"
    assert not (tmp_path / "shelf").exists() and not Made.objects.exists()


def test_draft_that_may_not_leave_the_house_says_so(
    at_editor: Client, at_chief: Client, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(espeak, "REMOTE", True)
    monkeypatch.setattr(listening, "_spoken", lambda *_: b"ID3")
    page = begin()
    refused = at_editor.post(f"/desk/audio/{page.pk}/draft/")
    assert refused.status_code == 422 and "does not leave the house" in refused.content.decode()
    assert rules(at_editor, drafts_leave="on").status_code in (302, 403) and not AudioRules.current().drafts_leave
    assert rules(at_chief, drafts_leave="on").status_code == 302 and AudioRules.current().drafts_leave
    assert at_editor.post(f"/desk/audio/{page.pk}/draft/").status_code == 200


def rules(client: Client, **fields: str) -> Any:
    none = {f"rules-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    return client.post("/desk/audio/rules/", {"on": "on", "voice": "espeak", "old_a_day": "50"} | none | fields)


def test_word_is_heard_as_it_stands_in_the_field(at_chief: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    html = at_chief.get("/desk/pronunciation/new/").content.decode()
    assert 'data-nd-word="/desk/audio/word/"' in html and "newsdesk_desk/said.js" in html
    answer = at_chief.post("/desk/audio/word/", {"said": "shove-ERN", "language": "en"})
    assert answer["Cache-Control"].startswith("no-store") and answer.content[:3] == b"ID3"
    nothing = at_chief.post("/desk/audio/word/", {"said": "***", "language": "en"})
    assert nothing.status_code == 422 and "nothing to read aloud" in nothing.content.decode()


def test_a_day_s_cost_stands_on_the_board_where_a_voice_costs(at_editor: Client) -> None:
    for cost in (Decimal("1.20"), Decimal("0.05"), None):
        Made.objects.create(
            of=article_id(1), at=timezone.now(), voice="http", seconds=90, characters=1_000, cost=cost, old=False
        )
    html = "".join(at_editor.get("/desk/audio/").content.decode().split())
    assert "<td>3</td><td>4</td><td>1.25</td>" in html
