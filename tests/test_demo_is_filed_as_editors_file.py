"""The example goes through the desk: readers see what its files say, at its dates, and nothing before its time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from newsdesk.archive.models import EditionRow
from newsdesk.archive.reader import Archive
from newsdesk.article.body import references
from newsdesk.article.edition import Edition
from newsdesk.desk import newsroom
from newsdesk.desk.models import ArticlePage, Photograph
from newsdesk.desk.reconcile import Mended, sweep
from newsdesk.example.load import load
from newsdesk.example.loading.identity import uuid_for
from tests import small_paper

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def loaded(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdesk.example.load.drawing", small_paper.drawing)
    settings.MEDIA_ROOT, settings.NEWSDESK_ORIGINALS = tmp_path / "media", tmp_path / "originals"
    settings.TIME_ZONE = "Europe/Lisbon"
    newsroom.setup()
    load(StringIO(), small_paper.write(tmp_path / "paper"))


def article(slugline: str) -> str:
    return str(uuid_for("article", slugline))


def shown(slugline: str) -> Edition:
    edition = Archive().edition(article(slugline))
    assert edition is not None
    return edition


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 2, day, hour, minute, tzinfo=UTC)


def test_an_article_is_dated_and_named_as_its_file_says() -> None:
    edition = shown("ferry-late")
    assert (edition.headline, edition.kind, edition.first_published) == ("Ferry comes late", "news", at(3, 12))
    assert [credit.name for credit in edition.byline] == ["Ada Holm"]
    assert edition.section is not None
    assert (edition.section.name, [topic.name for topic in edition.topics]) == ("Harbour", ["Ferries"])
    assert Archive().permalink(edition.article) == "/2026/02/03/ferry-comes-late/"


def test_links_lead_to_what_was_filed_later_too() -> None:
    edition = shown("ferry-late")
    assert list(references(edition.body)) == [f"article:{article('ferry-back')}"]
    assert edition.related == (article("ferry-back"),)


def test_a_correction_is_a_second_edition_of_its_own_time() -> None:
    edition = shown("ferry-late")
    assert (edition.number, edition.published_at) == (2, at(4, 9))
    assert [note.text for note in edition.corrections] == ["It was later than we said."]


def test_an_update_is_a_second_edition_that_says_more() -> None:
    rows = EditionRow.objects.filter(article=article("ferry-back")).order_by("number")
    assert [len(row.data["body"]) for row in rows] == [1, 2]
    assert (shown("ferry-back").first_published, shown("ferry-back").published_at) == (at(5, 8), at(5, 10, 30))


def test_a_photograph_says_what_was_read_from_its_file() -> None:
    picture = shown("ferry-late").picture
    assert picture is not None
    value = Archive().picture(picture.picture)
    assert value is not None
    assert (value.credit, value.alt) == ("Illustration: Ben Rask / Harbour Pictures", "Another emblem.")
    assert value.focal_point == (0.25, 0.5)
    assert Photograph.objects.get(title="Quay").city == "Harbourtown"
    author = Archive().author(str(uuid_for("contributor", "ada-holm")))
    assert author is not None
    assert Archive().picture(author.picture) is not None


def test_what_is_not_out_is_not_in_the_archive() -> None:
    assert [Archive().state(article(one)) for one in ("ferry-sold", "ferry-who")] == [None, None]
    assert EditionRow.objects.count() == 4


def test_what_is_under_embargo_waits_for_its_time() -> None:
    page = ArticlePage.objects.get(slugline="ferry-sold")
    due = page.get_latest_revision().approved_go_live_at
    assert not page.live
    assert timedelta(days=3, hours=-1) <= due - timezone.now() <= timedelta(days=3)


def test_what_is_submitted_waits_for_an_editor_and_shows_in_lists_as_it_is() -> None:
    page = ArticlePage.objects.get(slugline="ferry-who")
    assert (page.live, page.workflow_in_progress, page.kind) == (False, True, "investigation")
    assert page.section is not None
    assert [use.contributor.name for use in page.contributors.all()] == ["Ada Holm"]


def test_the_front_stands_as_it_was_ordered() -> None:
    archive, section = Archive(), uuid_for("section", "harbour")
    assert archive.placed("home") == (article("ferry-late"), article("ferry-back"))
    assert (archive.placed("picks"), archive.placed(f"section-{section}")) == ((article("ferry-back"),),) * 2
    assert [item.href for item in archive.menu("main")] == [f"section:{section}", "/feed/"]
    assert archive.page(archive.menu("footer")[0].href.removeprefix("page:")) is not None


def test_the_desk_and_the_archive_agree() -> None:
    assert sweep(contents=True) == Mended((), ())
