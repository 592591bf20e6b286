"""The headlines of the day in one clip: once a day, the most urgent first, and never of what is no longer so."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from newsdesk.archive import record
from newsdesk.archive.reader import Archive
from newsdesk.article.clip import Clip
from newsdesk.article.edition import Edition
from newsdesk.audio import attempts, composing, wishes
from newsdesk.audio.models import AudioRules, Composition
from newsdesk.audio.tests.conftest import Newsroom

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 25, 12, 0)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """What time it is in the newsroom; six in the afternoon."""
    now = [timezone.make_aware(NOON + timedelta(hours=6))]
    for module in (composing, attempts):
        monkeypatch.setattr(module.timezone, "now", lambda: now[0])
    monkeypatch.setattr(composing.timezone, "localtime", lambda value=None: timezone.make_naive(now[0]).astimezone())
    return now


def told(number: int, **fields: Any) -> Edition:
    at = timezone.make_aware(NOON) + timedelta(minutes=number)
    return Newsroom.publish(None, number, **{"first_published": at, "published_at": at} | fields)  # type: ignore[arg-type]


def compose() -> Clip | None:
    days = composing.due(10)
    for day in days:
        composing.compose(day)
    names = Archive().composed()
    return Archive().clip(names[0]) if names else None


def heard(clip: Clip | None) -> list[str]:
    return [part.article for part in clip.parts] if clip else []


def test_days_news_is_composed_once_with_a_chapter_for_each_article(newsroom: Newsroom, clock: list[datetime]) -> None:
    calm, urgent = told(1, urgency=6, headline="A calm story"), told(2, urgency=1, headline="An urgent story")
    clip = compose()
    assert clip and clip.of == "today-2026-11-25" and heard(clip) == [urgent.article, calm.article]
    assert [chapter.title for chapter in clip.chapters][-2:] == ["An urgent story", "A calm story"]
    assert clip.label == "Read by a synthetic voice" and clip.title.startswith("Today in five minutes, ")
    assert composing.due(10) == []
    files = {file.suffix: file for file in newsroom.shelf.glob("audio/*")}
    assert "An urgent story" in files[".vtt"].read_text()
    assert json.loads(files[".json"].read_text())["sentences"]


def test_nothing_is_composed_before_its_time_or_never_or_of_nothing(newsroom: Newsroom, clock: list[datetime]) -> None:
    assert composing.due(10) == []
    told(1)
    rules = AudioRules.objects.create(today_at=time(19))
    assert composing.due(10) == []
    rules.today_at = None
    rules.save()
    assert composing.due(10) == []


def test_it_falls_with_any_of_its_parts_and_is_composed_of_what_is_left(
    newsroom: Newsroom, clock: list[datetime]
) -> None:
    one, other = told(1), told(2)
    first = compose()
    assert heard(first) == [other.article, one.article]
    record.withdraw(other.article, "kill")
    assert Archive().composed() == ()
    assert heard(compose()) == [one.article]
    record.withdraw(one.article, "kill")
    assert composing.due(10) == [] and Archive().composed() == ()


def test_it_is_made_anew_for_a_week_only(newsroom: Newsroom, clock: list[datetime]) -> None:
    one, _ = told(1), told(2)
    compose()
    record.withdraw(one.article, "kill")
    clock[0] += timedelta(days=6)
    assert len(composing.due(10)) == 1
    clock[0] += timedelta(days=1)
    assert composing.due(10) == []


def test_article_that_changes_while_it_is_composed_is_not_heard(
    newsroom: Newsroom, clock: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, real = told(1), composing.sounding.by_a_voice

    def meanwhile(*given: Any) -> Any:
        record.add(replace(one, headline="Another story"))
        return real(*given)

    monkeypatch.setattr(composing.sounding, "by_a_voice", meanwhile)
    assert compose() is None and not newsroom.files()
    monkeypatch.setattr(composing.sounding, "by_a_voice", real)
    assert heard(compose()) == [one.article]


def test_article_that_is_not_to_be_heard_is_not_spoken_of(newsroom: Newsroom, clock: list[datetime]) -> None:
    one, other = told(1), told(2)
    assert len(heard(compose())) == 2
    wishes.not_read(one.article, "names a child")
    assert Archive().composed() == ()
    assert heard(compose()) == [other.article]


def test_article_that_is_not_to_be_heard_any_more_is_not_spoken_of_either(
    newsroom: Newsroom, clock: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    (one, other), real = (told(1), told(2)), composing.sounding.by_a_voice

    def meanwhile(*given: Any) -> Any:
        wishes.not_read(one.article, "names a child")
        return real(*given)

    monkeypatch.setattr(composing.sounding, "by_a_voice", meanwhile)
    assert compose() is None and not newsroom.files()
    monkeypatch.setattr(composing.sounding, "by_a_voice", real)
    assert heard(compose()) == [other.article]


def test_five_minutes_have_room_for_so_many_words(clock: list[datetime]) -> None:
    long = "word " * 400
    editions = [told(1, urgency=1, standfirst=long), told(2, urgency=2, standfirst=long), told(3, urgency=3)]
    cards = [Archive().cards([one.article])[one.article] for one in editions]
    assert [card.article for card in composing.chosen(cards)] == [editions[0].article, editions[2].article]


def test_news_in_another_language_is_left_out(newsroom: Newsroom, clock: list[datetime]) -> None:
    one, _ = told(1, language="en-GB"), told(2, language="uk", headline="Порт працює")
    assert heard(compose()) == [one.article]


def test_failure_is_noted_on_the_days_row(
    newsroom: Newsroom, clock: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    told(1)
    AudioRules.objects.create(voice="gone")
    assert compose() is None
    row = Composition.objects.get()
    assert row.final and "no voice of that name" in row.error
    assert composing.due(10) == []
    assert composing.failed() == [row]


def test_failed_days_news_is_composed_when_somebody_asks_again(newsroom: Newsroom, clock: list[datetime]) -> None:
    one, rules = told(1), AudioRules.objects.create(voice="gone")
    compose()
    rules.voice = "espeak"
    rules.save()
    wishes.compose_again(Composition.objects.get())
    assert heard(compose()) == [one.article] and composing.failed() == []


def test_asking_again_leaves_alone_what_is_being_made_and_what_can_be_heard(
    newsroom: Newsroom, clock: list[datetime]
) -> None:
    told(1)
    row = attempts.taken(Composition.objects.create(day=NOON.date()))
    wishes.compose_again(row)  # type: ignore[arg-type]
    assert composing.due(10) == [] and Composition.objects.get().began_at == clock[0]


def test_day_that_has_nothing_to_tell_any_more_is_no_failure(newsroom: Newsroom, clock: list[datetime]) -> None:
    one = told(1)
    AudioRules.objects.create(voice="gone")
    compose()
    record.withdraw(one.article, "kill")
    assert composing.failed() == []
