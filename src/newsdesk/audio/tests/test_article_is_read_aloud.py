"""From publication to the files: by a voice that says what it is, or by a person who is named; by the rules."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from newsdesk.archive import record
from newsdesk.archive.tests.makers import COURTS, HARBOUR, edition
from newsdesk.article import spoken
from newsdesk.article.clip import Clip, path
from newsdesk.audio import listening, manner, recordings, voices, wishes
from newsdesk.audio.failed import AudioFailed
from newsdesk.audio.models import AudioRules, Made, Pronunciation, VoiceRule
from newsdesk.audio.script.saying import Speaker
from newsdesk.audio.sound.tests import sounds
from newsdesk.audio.tests.conftest import Newsroom

pytestmark = pytest.mark.django_db


def file_of(newsroom: Newsroom, clip: Clip | None, ending: str) -> bytes:
    assert clip
    return (newsroom.shelf / path(clip.digest, ending).lstrip("/")).read_bytes()


def test_published_article_is_read_and_says_so(newsroom: Newsroom) -> None:
    one = newsroom.publish(headline="The harbour reopens")
    newsroom.work()
    clip = newsroom.clip(one)
    assert clip and clip.spoken == spoken.digest(one) and clip.number == 1
    assert clip.label == "Read by a synthetic voice" and "automated reading" in clip.disclosure
    assert newsroom.files() == {".mp3", ".mp4", ".json", ".vtt"}
    rows = json.loads(file_of(newsroom, clip, "json"))["sentences"]
    assert "The harbour reopens" in [text for _, _, text in rows]
    assert "automated reading" in file_of(newsroom, clip, "vtt").decode().partition("-->")[2].partition("-->")[0]
    mp3 = file_of(newsroom, clip, "mp3")
    assert len(mp3) == clip.mp3_bytes and b"algorithmicMedia" in mp3
    assert Made.objects.get().of == one.article
    newsroom.work()
    assert Made.objects.count() == 1


def test_person_reads_until_the_words_change_and_the_voice_after_that(newsroom: Newsroom, tmp_path: Path) -> None:
    one = newsroom.publish()
    digest = recordings.keep(BytesIO(sounds.wav(sounds.speech(3), sounds.RATE)))
    wishes.read_by_a_person(one.article, digest, spoken.undated(one), "Ines Halvard")
    newsroom.work()
    clip = newsroom.clip(one)
    assert clip and (clip.kind, clip.label, clip.disclosure) == ("human", "Read by Ines Halvard", "")
    assert not clip.has_words  # nobody knows when which sentence is heard
    for ending in ("mp3", "mp4"):
        data = file_of(newsroom, clip, ending)
        assert b"lgorithmicMedia" not in data and b"synthetic voice" not in data and b"Ines Halvard" in data
    record.add(replace(one, headline="The harbour is closed"))
    newsroom.work()
    after = newsroom.clip(one)
    assert after and after.kind == "formant" and b"algorithmicMedia" in file_of(newsroom, after, "mp3")


def test_rules_choose_the_voice_by_section_and_language(newsroom: Newsroom) -> None:
    AudioRules.objects.create(voice="espeak")
    VoiceRule.objects.create(section=HARBOUR.id, voice="of the section")
    VoiceRule.objects.create(language="uk", voice="of the language")
    VoiceRule.objects.create(section=HARBOUR.id, language="uk", voice="of both")
    said = {
        (section.id, language): wishes.voice_of(edition(1, section=section, language=language), None)
        for section in (HARBOUR, COURTS)
        for language in ("en", "uk")
    }
    assert said == {
        ("harbour", "en"): "of the section",
        ("harbour", "uk"): "of both",
        ("courts", "en"): "espeak",
        ("courts", "uk"): "of the language",
    }


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("en", "english"), ("en-GB", "british"), ("en-gb-oxendict", "british"), ("en-x-twain", "english"),
        ("en-AU", "english"), ("eng", "espeak"), ("uk", "espeak"),
    ],
)  # fmt: skip
def test_rule_of_a_language_holds_for_its_kinds_unless_they_have_their_own(language: str, voice: str) -> None:
    VoiceRule.objects.create(language="en", voice="english")
    VoiceRule.objects.create(language="en-gb", voice="british")
    assert wishes.voice_for("", language) == voice


def test_section_comes_before_the_nearer_language() -> None:
    VoiceRule.objects.create(language="en-GB", voice="british")
    VoiceRule.objects.create(section=HARBOUR.id, language="en", voice="of the harbour")
    assert wishes.voice_for(HARBOUR.id, "en-GB") == "of the harbour"


def test_names_of_another_script_are_said_as_its_own_list_has_them() -> None:
    Pronunciation.objects.create(language="en", word="Kyiv", said="Keev")
    heard = manner.manner(AudioRules(), "formant", "uk")
    assert [one.text for one in Speaker("uk", heard.pronunciations).say("Місто Kyiv")] == ["Місто", "Keev"]


def test_draft_is_heard_and_nothing_of_it_reaches_the_shelf(newsroom: Newsroom) -> None:
    assert listening.draft(edition(1))[:3] == b"ID3"
    assert not newsroom.shelf.exists() and not newsroom.files()
    assert not Made.objects.exists()


def test_unpublished_text_leaves_the_house_only_where_the_chief_allows_it(
    newsroom: Newsroom, odd_voice: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    odd_voice("speaks")
    monkeypatch.setattr(voices.named("odd"), "REMOTE", True)
    one = newsroom.publish()
    changed = replace(one, headline="Not yet published")
    with pytest.raises(AudioFailed, match="does not leave the house"):
        listening.draft(changed)
    assert listening.draft(one)[:3] == b"ID3"  # readers have these words
    AudioRules.objects.update(drafts_leave=True)
    assert listening.draft(changed)[:3] == b"ID3"


def test_what_a_voice_was_paid_for_is_forgotten_with_its_clip(
    newsroom: Newsroom, odd_voice: Callable[..., None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    odd_voice("dies")
    monkeypatch.setattr(voices.named("odd"), "REMOTE", True)
    one = newsroom.publish()
    newsroom.work()
    kept = tmp_path / "run" / "voices"
    assert len(list(kept.iterdir())) == 1
    odd_voice("speaks")
    newsroom.later(hours=1)
    newsroom.work()
    assert newsroom.clip(one) and not list(kept.iterdir())


@pytest.mark.skipif(not sounds.FFPROBE, reason="ffprobe is not here")
def test_another_program_reads_the_files(newsroom: Newsroom) -> None:
    one = newsroom.publish()
    newsroom.work()
    clip = newsroom.clip(one)
    assert clip
    for ending in ("mp3", "mp4"):
        file = newsroom.shelf / path(clip.digest, ending).lstrip("/")
        command = [str(sounds.FFPROBE), "-v", "error", "-show_entries", "format=duration", "-of", "json", str(file)]
        told: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        assert float(told["format"]["duration"]) == pytest.approx(clip.seconds, abs=0.2)


def test_label_and_disclosure_cannot_be_emptied_by_marks() -> None:
    rules = AudioRules(disclosure="…", formant_label=" \u200b ", trained_label="-")
    assert "automated reading" in manner.disclosure(rules, "formant", "en")
    assert manner.label(rules, "formant") == "Read by a synthetic voice"
    assert manner.label(rules, "trained") == "Read by an AI-generated voice"
    assert manner.label(AudioRules(formant_label="Прочитано машиною"), "formant") == "Прочитано машиною"
