"""The example is loaded wholly or not at all, only into an empty newsroom, and never over what was edited since."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import Revision

from newsdesk.archive.models import EditionRow, ValueRow
from newsdesk.archive.reader import Archive
from newsdesk.desk import newsroom
from newsdesk.desk.models import ArticlePage, Photograph, Section
from newsdesk.example.load import NotEmpty, load
from newsdesk.example.loading import front
from tests import small_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("newsdesk.example.load.drawing", small_paper.drawing)
    settings.MEDIA_ROOT, settings.NEWSDESK_ORIGINALS = tmp_path / "media", tmp_path / "originals"
    newsroom.setup()
    return small_paper.write(tmp_path / "paper")


def everything() -> list[int]:
    return [model._default_manager.count() for model in (ArticlePage, Photograph, Revision, EditionRow, ValueRow)]


def test_loading_twice_adds_nothing(paper: Path) -> None:
    load(StringIO(), paper)
    before = everything()
    load(said := StringIO(), paper)
    assert (everything(), said.getvalue()) == (before, "")


def test_an_edit_is_kept(paper: Path) -> None:
    load(StringIO(), paper)
    page = ArticlePage.objects.get(slugline="ferry-late")
    page.title = "Ferry comes never"
    page.save_revision().publish()
    load(StringIO(), paper)
    edition = Archive().edition(page.archive_id)
    assert edition is not None
    assert edition.headline == "Ferry comes never"


def test_what_was_cut_short_is_loaded_whole_by_the_next_start(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(newsroom: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(front, "arrange", killed)
        load(StringIO(), paper)
    assert not ArticlePage.objects.exists()
    load(StringIO(), paper)
    assert (ArticlePage.objects.count(), Photograph.objects.count()) == (4, 2)


def test_a_newsroom_of_ones_own_is_left_alone(paper: Path) -> None:
    Section.objects.create(name="Weather")
    with pytest.raises(NotEmpty):
        load(StringIO(), paper)
    assert not Photograph.objects.exists()


def test_a_newsroom_with_accounts_is_left_alone(paper: Path) -> None:
    get_user_model().objects.create_user("rosa")
    with pytest.raises(NotEmpty):
        load(StringIO(), paper)
