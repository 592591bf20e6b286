"""A clip is offered while readers see the words it speaks, and falls in the act that changes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from newsdesk.archive import clips, record
from newsdesk.archive.keys import AUDIO
from newsdesk.archive.models import Change
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import COURTS, HARBOUR, article_id, edition
from newsdesk.article import spoken
from newsdesk.article.body import Paragraph, Run
from newsdesk.article.card import card_of
from newsdesk.article.clip import Clip, Part
from newsdesk.article.edition import Edition

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def clip_of(one: Edition, **fields: Any) -> Clip:
    given: dict[str, Any] = {
        "of": one.article, "spoken": spoken.digest(one), "script": "s" * 64, "digest": "d" * 64, "kind": "formant",
        "voice": "espeak", "engine": "espeak-ng", "version": "1.52", "language": "en", "made_at": AT, "seconds": 4.0,
        "lufs": -16.0, "mp3_bytes": 1, "mp4_bytes": 1,
    }  # fmt: skip
    return Clip(**given | fields)


def spoken_article(number: int = 1, **fields: Any) -> Edition:
    one = record.add(edition(number, **fields))
    assert record.clip(clip_of(one))
    return one


def heard(one: Edition) -> bool:
    return Archive().clip(one.article) is not None


def test_published_article_awaits_its_clip_until_it_has_one():
    one = record.add(edition(1))
    assert [str(row.article) for row in clips.awaiting()] == [one.article]
    record.clip(clip_of(one))
    assert not clips.awaiting()
    assert Archive().front(AUDIO).articles == (one.article,)
    assert Archive().front(f"{AUDIO}-{HARBOUR.id}").articles == (one.article,)


def test_fix_in_the_words_takes_the_clip_away():
    one = spoken_article()
    record.add(replace(one, body=(Paragraph((Run("It never happened."),)),)))
    assert not heard(one)
    assert clips.awaiting().count() == 1
    assert Archive().silenced("d" * 64)
    assert Archive().front(AUDIO).articles == ()


def test_change_that_is_not_spoken_keeps_the_clip_and_moves_its_entry():
    one = spoken_article()
    record.add(replace(one, section=COURTS))
    assert heard(one)
    assert not clips.awaiting()
    assert Archive().front(f"{AUDIO}-{HARBOUR.id}").articles == ()
    assert Archive().front(f"{AUDIO}-{COURTS.id}").articles == (one.article,)


@pytest.mark.parametrize("how", ["unpublish", "kill", "takedown"])
def test_withdrawn_article_is_not_heard(how: Any):
    one = spoken_article()
    Change.objects.all().delete()
    record.withdraw(one.article, how)
    assert not heard(one)
    assert not clips.awaiting()
    assert Archive().front(AUDIO).articles == ()
    assert Change.objects.get(key=f"silenced:{'d' * 64}").lane == 0


def test_clip_of_words_that_changed_meanwhile_is_refused():
    one = record.add(edition(1))
    late = clip_of(one)
    record.add(replace(one, headline="Another story"))
    assert not record.clip(late)
    assert not heard(one)


def test_clip_of_a_withdrawn_article_is_refused():
    one = record.add(edition(1))
    record.withdraw(one.article, "unpublish")
    assert not record.clip(clip_of(one))


def test_new_clip_of_the_same_words_silences_the_old_files():
    one = spoken_article()
    record.clip(clip_of(one, digest="e" * 64))
    assert Archive().silenced("d" * 64)
    assert not Archive().silenced("e" * 64)


def test_silenced_article_awaits_a_clip_again():
    one = spoken_article()
    record.silence(one.article)
    assert not heard(one)
    assert clips.awaiting().count() == 1


def composed(*articles: Edition, day: str = "2026-03-02") -> Clip:
    parts = tuple(Part(one.article, _says(one)) for one in articles)
    return clip_of(articles[0], of=f"today-{day}", spoken="", digest=f"{day:0>64}", parts=parts)


def _says(one: Edition) -> str:
    card = card_of(one, "/")
    return spoken.digest_of(card.headline, card.summary)


def test_composed_clip_falls_with_any_of_its_parts():
    one, two = record.add(edition(1)), record.add(edition(2))
    assert record.clip(composed(one, two))
    assert Archive().composed() == ("today-2026-03-02",)
    record.add(replace(two, body=(Paragraph((Run("More of it."),)),)))
    assert Archive().clip("today-2026-03-02") is not None  # it never spoke of the body
    record.withdraw(two.article, "kill")
    assert Archive().clip("today-2026-03-02") is None
    assert Archive().composed() == ()


def test_composed_clip_of_what_was_withdrawn_is_refused():
    one = record.add(edition(1))
    late = composed(one)
    record.withdraw(one.article, "kill")
    assert not record.clip(late)


def test_only_the_newest_composed_clips_are_offered():
    one = record.add(edition(1))
    for day in range(1, 33):
        record.clip(composed(one, day=f"2026-01-{day:02}"))
    assert len(Archive().composed()) == clips.MOST_COMPOSED
    assert Archive().clip("today-2026-01-01") is None
    assert article_id(1) == one.article
