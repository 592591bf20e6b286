"""Whatever happens to an article while its clip is made, or after: no clip of other words, no file unoffered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.utils import timezone

from newsdesk.archive import record
from newsdesk.archive.tests.makers import edition
from newsdesk.article import clip as noun
from newsdesk.article.body import PictureUse
from newsdesk.article.correction import Correction
from newsdesk.audio import job, offer, wishes
from newsdesk.audio.attempts import taken
from newsdesk.audio.models import AudioRules, Made, Narration
from newsdesk.audio.recipes import silenced
from newsdesk.audio.tests.conftest import Newsroom
from newsdesk.press import recipe
from newsdesk.press.models import Purge, Sheet
from newsdesk.press.run import Press, run
from newsdesk.press.shelves import current
from newsdesk.press.tests import paper

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick")]
During = list[Callable[[], object]]


@pytest.mark.parametrize("how", ["unpublish", "kill", "takedown"])
def test_article_withdrawn_while_its_clip_is_made_is_not_heard(newsroom: Newsroom, during: During, how: Any) -> None:
    one = newsroom.publish()
    during.append(lambda: record.withdraw(one.article, how))
    newsroom.work()
    assert newsroom.clip(one) is None and not newsroom.files()
    assert newsroom.row(one).shelving == ""
    assert Made.objects.count() == 1  # it was paid for


def test_article_mended_while_its_clip_is_made_is_read_again(newsroom: Newsroom, during: During) -> None:
    one = newsroom.publish()
    during.append(lambda: record.add(replace(one, headline="Mended")))
    newsroom.work()
    clip = newsroom.clip(one)
    assert clip and clip.number == 2
    assert len(list(newsroom.shelf.glob("audio/*"))) == len(noun.ENDINGS)


@pytest.mark.parametrize("wish", ["not_read", "read_by"])
def test_wish_that_changes_while_a_clip_is_made_counts(newsroom: Newsroom, during: During, wish: str) -> None:
    one = newsroom.publish()
    during.append(lambda: getattr(wishes, wish)(one.article, "piper"))
    job.make_one(one.article)
    assert newsroom.clip(one) is None and not newsroom.files()
    assert job.due(1) == ([one.article] if wish == "read_by" else [])


def test_worker_that_was_overtaken_offers_nothing(newsroom: Newsroom, during: During) -> None:
    one = newsroom.publish()

    def overtaken() -> None:
        newsroom.later(hours=1)
        job.make_one(one.article)

    during.append(overtaken)
    job.make_one(one.article)
    clip = newsroom.clip(one)
    assert clip and {file.stem for file in newsroom.shelf.glob("audio/*")} == {clip.digest}


def test_what_a_dead_worker_left_goes_and_the_article_is_read_after_the_lease(newsroom: Newsroom) -> None:
    one = newsroom.publish()
    row = taken(Narration.objects.create(article=one.article))
    assert row
    left = "d" * 64
    Narration.objects.update(shelving=left)
    current().put_file(noun.path(left, "mp3"), b"half a clip")
    assert job.unoffered(10) == [] and job.due(10) == []
    newsroom.later(hours=1)
    assert job.unoffered(10) == [left]
    offer.forsake(left)
    assert not newsroom.files() and job.unoffered(10) == []
    newsroom.work()
    assert newsroom.clip(one)


def test_what_a_dead_worker_left_of_a_withdrawn_article_goes_at_once(newsroom: Newsroom) -> None:
    one = newsroom.publish()
    assert taken(Narration.objects.create(article=one.article))
    Narration.objects.update(shelving="d" * 64)
    record.withdraw(one.article, "kill")
    assert job.unoffered(10) == ["d" * 64]


@pytest.fixture
def press(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Press:
    """A press that prints notices where a clip was, and tells a CDN."""
    real = recipe.recipes()["silenced"]
    paper.set_up(monkeypatch)
    monkeypatch.setitem(recipe._recipes, "silenced", real)
    settings.NEWSDESK_PURGE_CDN, settings.NEWSDESK_PURGE_URL = "varnish", "http://127.0.0.1:9/"
    return Press(current(), keep_paths=True)


@pytest.mark.parametrize("how", ["unpublish", "kill", "takedown", "correct"])
def test_files_of_a_clip_that_fell_answer_410_and_are_purged_hard(newsroom: Newsroom, press: Press, how: Any) -> None:
    one = newsroom.publish()
    newsroom.work()
    clip = newsroom.clip(one)
    assert clip
    run(press)
    if how == "correct":
        record.correct(one.article, Correction(kind="correction", text="It was blue.", made_at=timezone.now()))
    else:
        record.withdraw(one.article, how)
    run(press)
    assert newsroom.clip(one) is None
    for path in noun.paths(clip.digest):
        assert current().get(path) == silenced.GONE
        assert Purge.objects.filter(path=path, hard=True).exists()
    assert Sheet.objects.filter(recipe="silenced").count() == len(noun.ENDINGS)


def test_republished_article_is_read_anew(newsroom: Newsroom, press: Press) -> None:
    one = newsroom.publish()
    newsroom.work()
    record.withdraw(one.article, "unpublish")
    run(press)
    record.add(one)
    newsroom.work()
    run(press)
    clip = newsroom.clip(one)
    assert clip and all(map(current().has, noun.paths(clip.digest)))
    assert all(current().get(path) != silenced.GONE for path in noun.paths(clip.digest))


def test_clips_are_made_again_where_the_shelf_was_emptied(newsroom: Newsroom) -> None:
    one, other = newsroom.publish(1), newsroom.publish(2)
    newsroom.work()
    lost, kept = newsroom.clip(one), newsroom.clip(other)
    assert lost and kept
    current().delete_file(noun.path(lost.digest, "vtt"))
    assert job.look_for_lost() == 1
    newsroom.work()
    again = newsroom.clip(one)
    assert again and again.digest != lost.digest
    assert newsroom.clip(other) == kept and job.look_for_lost() == 0


def test_old_articles_have_a_limit_a_day_and_new_ones_none(newsroom: Newsroom) -> None:
    AudioRules.objects.create(old_a_day=2, today_at=None)
    for number in range(1, 6):
        record.add(edition(number))
    fresh = [newsroom.publish(number) for number in (11, 12, 13)]
    newsroom.work()
    assert all(map(newsroom.clip, fresh))
    assert Made.objects.filter(old=True).count() == 2 and Made.objects.count() == 5


def test_nothing_is_made_where_articles_are_not_read(newsroom: Newsroom) -> None:
    AudioRules.objects.create(on=False)
    newsroom.publish()
    assert job.due(10) == []


@pytest.mark.parametrize("after", [None, "another"], ids=["taken out", "another"])
def test_clip_falls_with_the_photograph_in_its_files(newsroom: Newsroom, quick: None, after: str | None) -> None:
    """Its words are the same: a caption is not read, and may be empty."""
    one = newsroom.publish(picture=PictureUse("photograph"))
    newsroom.work()
    clip = newsroom.clip(one)
    assert clip and one.picture
    record.clip(replace(clip, cover=one.picture.picture))
    record.add(replace(one, urgency=1))
    assert newsroom.clip(one)
    record.add(replace(one, picture=replace(one.picture, picture=after) if after else None))
    assert newsroom.clip(one) is None
    assert not record.clip(replace(clip, cover=one.picture.picture))
