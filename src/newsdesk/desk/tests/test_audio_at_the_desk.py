"""The Audio panel: who reads, nobody and why, a recording; what is wrong with it is said beside the field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from newsdesk.archive import record
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import edition
from newsdesk.article import spoken
from newsdesk.article.correction import Correction
from newsdesk.audio import recordings
from newsdesk.audio.models import AudioRules, Composition, Narration
from newsdesk.desk import roles
from newsdesk.desk.models import ArticlePage
from newsdesk.desk.tests.conftest import Begin, person, signed_in

SOUND = b"ID3" + b"\0" * 40


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.NEWSDESK_DATA = tmp_path


def wish(client: Client, page: ArticlePage, **fields: Any) -> Any:
    given = {f"audio-{name}": value for name, value in fields.items()}
    return client.post(f"/desk/audio/{page.pk}/wish/", given | {"act": "wish"})


def narration(page: ArticlePage) -> Narration:
    return Narration.objects.get(article=page.archive_id)


def recorded(words: bytes = SOUND) -> SimpleUploadedFile:
    return SimpleUploadedFile("take.mp3", words)


def test_nobody_reads_it_and_everybody_is_told_why(at_editor: Client, begin: Begin) -> None:
    page = begin()
    refused = wish(at_editor, page, who="-")
    assert refused.status_code == 422 and "Say why in a few words" in refused.content.decode()
    assert wish(at_editor, page, who="-", because="A list of names.").status_code == 200
    assert narration(page).silent_because == "A list of names."
    assert "A list of names." in at_editor.get(f"/desk/audio/{page.pk}/wish/").content.decode()


def test_recording_needs_its_reader_and_is_kept_when_only_the_name_changes(at_editor: Client, begin: Begin) -> None:
    page = begin()
    assert "Give the name" in wish(at_editor, page, who="+", recording=recorded()).content.decode()
    assert wish(at_editor, page, who="+", recording=recorded(), reader="Ines").status_code == 200
    first = narration(page)
    assert wish(at_editor, page, who="+", reader="Ines Halvard").status_code == 200
    assert narration(page).recording == first.recording and narration(page).reader == "Ines Halvard"


def test_recording_of_a_draft_is_of_the_words_that_come_out(at_editor: Client, begin: Begin) -> None:
    page = begin()
    wish(at_editor, page, who="+", recording=recorded(), reader="Ines")
    page.get_latest_revision().publish()
    live = Archive().edition(page.archive_id)
    assert live and narration(page).recording_spoken == spoken.undated(live)


def test_recording_of_a_corrected_article_is_of_its_correction_too(at_editor: Client, begin: Begin) -> None:
    page = begin()
    page.get_latest_revision().publish()
    live = record.correct(page.archive_id, Correction("correction", "It was Tuesday.", timezone.now()))
    wish(at_editor, page, who="+", recording=recorded(), reader="Ines")
    assert narration(page).recording_spoken == spoken.undated(live)


def test_panel_says_that_nothing_is_read_aloud(at_editor: Client, begin: Begin) -> None:
    AudioRules.objects.create(on=False)
    assert "Reading aloud is switched off" in at_editor.get(f"/desk/audio/{begin().pk}/wish/").content.decode()


def test_voice_chosen_after_a_recording_reads(at_editor: Client, begin: Begin) -> None:
    page = begin()
    wish(at_editor, page, who="+", recording=recorded(), reader="Ines")
    assert wish(at_editor, page, who="espeak").status_code == 200
    assert (narration(page).voice, narration(page).recording) == ("espeak", "")


def test_text_is_no_recording(at_editor: Client, begin: Begin) -> None:
    answer = wish(at_editor, begin(), who="+", recording=recorded(b"just words"), reader="Ines")
    assert answer.status_code == 422 and "That is no sound." in answer.content.decode()


def test_too_large_a_recording_is_refused(at_editor: Client, begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recordings, "MOST", 20)
    answer = wish(at_editor, begin(), who="+", recording=recorded(), reader="Ines")
    assert answer.status_code == 422 and "larger than this newsroom takes" in answer.content.decode()


def test_voice_that_is_not_there_is_refused(at_editor: Client, begin: Begin) -> None:
    assert wish(at_editor, begin(), who="nightingale").status_code == 422


def test_voices_that_cannot_work_here_say_why(at_editor: Client, begin: Begin) -> None:
    answer = at_editor.get(f"/desk/pages/{begin().pk}/edit/").content.decode()
    assert "http – No service is named; set NEWSDESK_SPEECH_URL" in answer


def test_of_two_editors_the_last_one_counts(at_editor: Client, begin: Begin) -> None:
    page = begin()
    wish(at_editor, page, who="-", because="Names.")
    assert wish(signed_in(person("emma", roles.EDITOR)), page, who="espeak").status_code == 200
    assert (narration(page).voice, narration(page).silent_because) == ("espeak", "")


def test_reporter_says_it_of_a_draft_of_her_own_until_it_is_live(
    at_reporter: Client, reporter: Any, begin: Begin
) -> None:
    own = begin(owner=reporter)
    assert wish(at_reporter, own, who="espeak").status_code == 200
    assert wish(at_reporter, begin("Another"), who="espeak").status_code in (302, 403)
    own.get_latest_revision().publish()
    assert wish(at_reporter, own, who="-", because="No.").status_code in (302, 403)
    assert narration(own).silent_because == ""


@pytest.fixture
def failed_today() -> Composition:
    now = timezone.now()
    record.add(edition(1, first_published=now, published_at=now))
    return Composition.objects.create(
        day=timezone.localtime(now).date(), error="Over 2 hours of speech.", final=True, attempts=1
    )


def test_days_news_that_failed_stands_on_the_board_with_the_reason(
    at_editor: Client, at_reporter: Client, failed_today: Composition
) -> None:
    for client, buttons in ((at_editor, 1), (at_reporter, 0)):
        html = client.get("/desk/audio/").content.decode()
        assert "Today in five minutes, " in html and "Could not be read: Over 2 hours of speech." in html
        assert html.count(f"/desk/audio/news/{failed_today.pk}/again/") == buttons


def test_editor_has_the_days_news_tried_again(at_editor: Client, failed_today: Composition) -> None:
    answer = at_editor.post(f"/desk/audio/news/{failed_today.pk}/again/", follow=True)
    assert "Could not be read" not in answer.content.decode()
    failed_today.refresh_from_db()
    assert (failed_today.error, failed_today.final, failed_today.attempts) == ("", False, 0)


def test_fields_of_the_panel_stand_outside_the_article_s_form(at_editor: Client, begin: Begin) -> None:
    html = at_editor.get(f"/desk/pages/{begin().pk}/edit/").content.decode()
    form = html.index("data-edit-form")
    assert not form < html.index('name="audio-who"') < html.index("</form>", form)
