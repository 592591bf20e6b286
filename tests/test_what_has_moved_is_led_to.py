"""A section or topic that moves takes its front, its leaves and its feeds along; the old addresses lead to the new."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.archive import listings, record
from newsdesk.archive.tests.makers import FERRIES, HARBOUR, edition
from newsdesk.article.letter import Letter
from newsdesk.article.people import Author, StandingPage, Subject
from newsdesk.press.bake import audit
from newsdesk.press.models import Sheet
from newsdesk.press.run import Press, run
from newsdesk.press.shelves.disk import DiskShelf

pytestmark = pytest.mark.django_db(transaction=True)
SITE = "https://paper.example"


def section(slug: str) -> None:
    record.subject(Subject(HARBOUR.id, "section", "Harbour", slug))


def topic(slug: str, id: str = FERRIES.id) -> None:
    record.subject(Subject(id, "topic", "Ferries", slug))


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: object) -> Press:
    """A paper of thirteen articles, with leaves, on the shelf."""
    settings.NEWSDESK_DATA, settings.NEWSDESK_SHELF = tmp_path, tmp_path / "shelf"  # type: ignore[attr-defined]
    settings.NEWSDESK_SITE_URL = SITE  # type: ignore[attr-defined]
    monkeypatch.setattr(listings, "FULL", 6)
    section("harbour")
    topic("ferries")
    for number in range(13):
        record.add(edition(number))
    press = Press(DiskShelf(tmp_path / "shelf"), keep_paths=True)
    run(press)
    return press


def stands(press: Press, path: str) -> str:
    """``200``, where it leads to, or nothing."""
    printed = press.shelf.get(path)
    if printed is None:
        return ""
    return printed.location.removeprefix(SITE) or str(printed.status)


@pytest.mark.parametrize("below", ["", "1/"])
def test_front_and_leaves_of_a_topic(press: Press, below: str) -> None:
    topic("boats")
    run(press)
    assert stands(press, f"/topics/ferries/{below}") == f"/topics/boats/{below}"
    assert stands(press, f"/topics/boats/{below}") == "200"


def letter(slug: str, id: str = "a") -> None:
    record.letter(Letter(id, f"Letter {id}", slug, "", "en"))


@pytest.mark.parametrize("path", ["/letters/{}/", "/feeds/letter/{}.rss", "/feeds/letter/{}.atom"])
def test_page_and_feeds_of_a_letter(press: Press, path: str) -> None:
    for slug in ("morning", "early", "dawn"):
        letter(slug)
        run(press)
    assert stands(press, path.format("morning")) == stands(press, path.format("early")) == path.format("dawn")
    assert stands(press, path.format("dawn")) == "200"
    letter("morning", "b")
    run(press)
    assert stands(press, path.format("morning")) == "200", "it is another letter's now"


@pytest.mark.parametrize("path", ["/harbour/", "/harbour/1/", "/_/more/harbour.html"])
def test_front_leaves_and_fragment_of_a_section(press: Press, path: str) -> None:
    section("port")
    run(press)
    new = path.replace("harbour", "port")
    assert (stands(press, path), stands(press, new)) == (new, "200")


@pytest.mark.parametrize("format", ["rss", "atom"])
def test_feeds(press: Press, format: str) -> None:
    section("port")
    topic("boats")
    run(press)
    assert stands(press, f"/feeds/section/harbour.{format}") == f"/feeds/section/port.{format}"
    assert stands(press, f"/feeds/topic/ferries.{format}") == f"/feeds/topic/boats.{format}"
    assert stands(press, f"/feeds/topic/boats.{format}") == "200"


def test_contributor_and_standing_page(press: Press) -> None:
    for slug in ("a", "b"):
        record.author(Author("ines", "Ines Halvard", slug))
        record.page(StandingPage("g1", slug, "About us", "en"))
        run(press)
    assert (stands(press, "/authors/a/"), stands(press, "/a/")) == ("/authors/b/", "/b/")


def test_move_back_and_a_chain_leave_no_detour(press: Press) -> None:
    for slug in ("boats", "ships", "ferries", "ships"):
        topic(slug)
        run(press)
    assert (stands(press, "/topics/boats/"), stands(press, "/topics/ferries/1/")) == (
        "/topics/ships/",
        "/topics/ships/1/",
    )
    topic("ferries")
    run(press)
    assert (stands(press, "/topics/ferries/"), stands(press, "/topics/ferries/1/")) == ("200", "200")


def test_another_topic_at_the_old_address_has_all_of_it(press: Press) -> None:
    topic("boats")
    run(press)
    topic("ferries", id="other")
    run(press)
    assert stands(press, "/topics/ferries/") == stands(press, "/feeds/topic/ferries.rss") == "200"
    assert stands(press, "/topics/ferries/1/") == ""


def test_the_shelf_holds_what_a_full_bake_would_after_every_move(press: Press) -> None:
    topic("boats")
    section("port")
    for number in range(20, 33):
        record.add(edition(number))
    topic("ships")
    record.forget_subject(HARBOUR.id)
    run(press)
    assert audit(sample=1000)[1] == []
    assert not Sheet.objects.exclude(error="").exists()
