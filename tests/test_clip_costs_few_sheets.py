"""What a clip costs in sheets of the whole paper: a few, whatever else there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from newsdesk.archive import record
from newsdesk.archive.tests.makers import FERRIES, HARBOUR, edition
from newsdesk.archive.tests.test_clip_stands_while_its_words_do import clip_of, composed
from newsdesk.article.body import Paragraph, Run
from newsdesk.article.clip import paths
from newsdesk.article.edition import Edition
from newsdesk.article.people import Author, Subject
from newsdesk.press import bake
from newsdesk.press.run import Press, run
from newsdesk.press.shelves.disk import DiskShelf

pytestmark = pytest.mark.django_db


@pytest.fixture
def press(settings: Any, tmp_path: Path) -> Press:
    settings.NEWSDESK_DATA, settings.NEWSDESK_SHELF = tmp_path, tmp_path / "shelf"
    record.subject(Subject(HARBOUR.id, "section", "Harbour", "harbour"))
    record.subject(Subject(FERRIES.id, "topic", "Ferries", "ferries"))
    record.author(Author("ines", "Ines Halvard", "ines-halvard"))
    for number in range(1, 31):
        record.add(edition(number))
    made = Press(DiskShelf(tmp_path / "shelf"), keep_paths=True)
    run(made)
    return made


def published(press: Press) -> Edition:
    now = timezone.now() - timedelta(minutes=1)
    one = record.add(edition(60, first_published=now, published_at=now))
    run(press)
    return one


def drawn(press: Press) -> set[str]:
    return {_kind(path) for path in run(press).paths}


def _kind(path: str) -> str:
    return "article" if "story-60" in path else "notice" if path.startswith("/audio/") else path


HEARD = {"/listen/", "/podcasts/site.rss", "/podcasts/section/harbour.rss", "/feeds/ninjs.json"}


def test_clip_costs_its_article_and_where_it_is_offered(press: Press) -> None:
    one = published(press)
    record.clip(clip_of(one))
    assert drawn(press) == {"article"} | HEARD


def test_fix_of_the_body_costs_no_more_and_the_notices_of_four_files(press: Press) -> None:
    one = published(press)
    record.clip(clip_of(one))
    run(press)
    record.add(replace(one, body=(Paragraph((Run("Mended."),)),)))
    paths = run(press).paths
    assert len([path for path in paths if path.startswith("/audio/")]) == 4
    assert {_kind(path) for path in paths} - {"/feeds/site.rss", "/feeds/site.atom"} <= {"article", "notice"} | HEARD
    assert len(paths) <= 11


def test_days_news_costs_its_podcast_and_the_page_of_what_can_be_heard(press: Press) -> None:
    one = published(press)
    record.clip(composed(one))
    assert drawn(press) == {"/listen/", "/podcasts/today.rss"}


def test_full_bake_leaves_clips_alone_and_the_audit_misses_their_files(press: Press) -> None:
    one = published(press)
    clip = clip_of(one)
    record.clip(clip)
    for path in paths(clip.digest):
        press.shelf.put_file(path, b"sound")
    bake.begin()
    bake.bake()
    assert bake.audit(10_000)[1] == []
    press.shelf.delete_file(paths(clip.digest)[0])
    assert [fault.path for fault in bake.audit(0)[1]] == [paths(clip.digest)[0]]
