"""A source that is called otherwise, or turned out to be another, is drawn anew where it shows, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdesk.archive import keys, record
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import article_id, edition
from newsdesk.article.prose import Place
from newsdesk.article.source import Attribution, Source, Statement
from newsdesk.press.run import Press, run
from newsdesk.press.shelves.disk import DiskShelf

pytestmark = pytest.mark.django_db(transaction=True)

COURIER = Source("c0", "outlet", "Coast Courier", "coast-courier")
GAZETTE = Source("g0", "outlet", "Averra Gazette", "averra-gazette")


def said(source: Source) -> tuple[Statement, ...]:
    return (Statement("aa", "indirect", (Place(0, 0, 2),), (Attribution(source.name, "outlet", source.id),)),)


@pytest.fixture
def press(tmp_path: object) -> Press:
    """A newsroom of twelve articles, two of which have something from the Courier, printed."""
    press = Press(DiskShelf(tmp_path))  # type: ignore[arg-type]
    record.source(COURIER)
    record.source(GAZETTE)
    for number in range(1, 13):
        record.add(edition(number, statements=said(COURIER) if number < 3 else ()))
    run(press)
    return press


def shown(press: Press, path: str) -> str:
    found = press.shelf.get(path)
    return found.body.decode() if found else ""


def test_a_new_name_is_drawn_on_two_articles_the_sources_page_and_the_newest_as_ninjs(press: Press) -> None:
    record.source(replace(COURIER, name="The Courier"))
    assert run(press).drawn == 4
    path = Archive().permalink(article_id(1)) or ""
    assert "The Courier" in shown(press, path)
    assert "The Courier" in shown(press, "/sources/coast-courier/")


def test_an_article_stands_on_the_page_of_the_source_it_names(press: Press) -> None:
    assert Archive().front(keys.source_listing("c0")).articles == (article_id(2), article_id(1))
    assert "Story 2" in shown(press, "/sources/coast-courier/")
    assert "Story 3" not in shown(press, "/sources/coast-courier/")


def test_attributing_to_another_source_moves_the_article_and_is_no_update(press: Press) -> None:
    before = Archive().edition(article_id(1))
    after = record.attribute(article_id(1), "c0", "g0")
    assert (after.number, after.published_at) == (2, before.published_at)  # type: ignore[union-attr]
    told = run(press)
    assert (told.drawn, told.written) == (6, 4)  # article, both pages, ninjs; two feeds with full text are as they were
    assert "Story 1" in shown(press, "/sources/averra-gazette/")
    assert "Story 1" not in shown(press, "/sources/coast-courier/")
    assert run(press).drawn == 0
