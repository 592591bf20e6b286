"""Podcasts as podcast programs read them: whole, labelled, and with guids that outlive every correction."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import feedparser
import pytest

from newsdesk.archive import record
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import HARBOUR, edition
from newsdesk.article import spoken
from newsdesk.article.clip import Chapter, Clip, Part
from newsdesk.article.edition import Edition
from newsdesk.article.people import Subject
from newsdesk.press.draw import draw, engine
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Wanted, recipes

pytestmark = pytest.mark.django_db

FRAME = Frame("The Courier", "https://paper.example", "en", "Europe/Oslo")
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def clip_of(one: Edition, **fields: Any) -> Clip:
    given: dict[str, Any] = {
        "of": one.article, "spoken": spoken.digest(one), "script": "s", "digest": "d" * 64, "kind": "formant",
        "voice": "espeak", "engine": "espeak-ng", "version": "1.52", "language": "en", "made_at": AT, "seconds": 61.6,
        "lufs": -16.0, "mp3_bytes": 493_000, "mp4_bytes": 250_000, "label": "Read by a synthetic voice",
    }  # fmt: skip
    return Clip(**given | fields)


def heard(number: int, **fields: Any) -> Edition:
    one = record.add(edition(number))
    assert record.clip(clip_of(one, digest=f"{number:064}", **fields))
    return one


def podcast(path: str = "/podcasts/site.rss", args: str = "") -> Any:
    found = draw(recipes()["podcast"], Wanted(path, args), Archive(), FRAME, engine([], {}))
    assert found.printed and found.printed.content_type == "application/rss+xml"
    parsed = feedparser.parse(found.printed.body)
    assert not parsed.bozo, parsed.bozo_exception
    return parsed, found.printed.body.decode()


def test_item_has_its_sound_its_length_and_its_transcript():
    one = heard(1)
    parsed, text = podcast()
    (entry,) = parsed.entries
    assert entry.id == f"urn:uuid:{one.article}"
    mp3 = f"https://paper.example/audio/{1:064}.mp3"
    assert entry.enclosures[0] == {"href": mp3, "length": "493000", "type": "audio/mpeg"}
    assert entry.itunes_duration == "62"
    assert f'url="https://paper.example/audio/{1:064}.vtt"' in text
    assert "Read by a synthetic voice" in entry.summary


def test_channel_has_what_directories_ask_for():
    parsed, text = podcast()
    assert parsed.feed.image.href == "https://paper.example/podcasts/cover.png"
    assert parsed.feed.language == "en" and parsed.feed.author == "The Courier"
    assert "<itunes:type>episodic</itunes:type>" in text
    assert 'rel="self"' in text and parsed.feed.links[-1].href == "https://paper.example/podcasts/site.rss"
    assert "<itunes:explicit>false</itunes:explicit>" in text and '<itunes:category text="News"' in text


def test_article_that_is_not_spoken_is_no_item():
    record.add(edition(1))
    heard(2)
    assert len(podcast()[0].entries) == 1


def test_corrected_article_keeps_its_guid_and_changes_its_sound():
    one = heard(1)
    fixed = record.add(replace(one, headline="Another story"))
    assert podcast()[0].entries == []
    record.clip(clip_of(fixed, digest="e" * 64))
    (entry,) = podcast()[0].entries
    assert entry.id == f"urn:uuid:{one.article}"
    assert entry.enclosures[0].href.endswith(f"{'e' * 64}.mp3")


def test_trained_voice_is_declared_and_a_formant_voice_is_not():
    heard(1)
    assert "ai-content" not in podcast()[1]
    heard(2, kind="trained", label="Read by an AI-generated voice")
    text = podcast()[1]
    assert text.count('<podcast:txt purpose="ai-content">true</podcast:txt>') == 2  # the channel and the item


def test_person_who_reads_is_named():
    heard(1, kind="human", label="Read by Ines Halvard", reader="Ines Halvard")
    assert '<podcast:person role="narrator">Ines Halvard</podcast:person>' in podcast()[1]


def test_section_has_a_podcast_of_its_own():
    record.subject(Subject(HARBOUR.id, "section", "Harbour", "harbour"))
    heard(1)
    parsed, _ = podcast("/podcasts/section/harbour.rss", HARBOUR.id)
    assert parsed.feed.title == "Harbour – The Courier" and len(parsed.entries) == 1


def test_days_news_is_one_item_a_day():
    one = heard(1)
    says = spoken.digest_of(one.headline, one.standfirst)
    parts, chapters = (Part(one.article, says),), (Chapter("Story 1", 4.0),)
    title = "Today in five minutes, 2 March 2026"
    record.clip(clip_of(one, of="today-2026-03-02", digest="f" * 64, title=title, parts=parts, chapters=chapters))
    parsed, _ = podcast("/podcasts/today.rss", "today")
    (entry,) = parsed.entries
    assert entry.id == "https://paper.example/podcasts/today.rss#today-2026-03-02"
    assert "Story 1" in entry.summary


def test_character_that_xml_cannot_carry_costs_nobody_the_podcast():
    one = record.add(edition(1, headline="Ferry\x0b stops", standfirst="At\x01 noon."))
    assert record.clip(clip_of(one, label="Read by\x1f a voice", reader="Ol\x08ya"))
    parsed, text = podcast()
    assert parsed.entries[0].title == "Ferry stops" and parsed.entries[0].summary == "At noon. (Read by a voice)"
    assert '<podcast:person role="narrator">Olya</podcast:person>' in text
