"""What rested on a source that was another one rests on that one, at the desk, in editions and at its old addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.archive import keys, record
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import article_id, edition
from newsdesk.article.prose import Place
from newsdesk.article.source import Attribution, Statement
from newsdesk.press.run import Press, run
from newsdesk.press.shelves.disk import DiskShelf
from newsdesk.sources import merging
from newsdesk.sources.models import SourceRow

pytestmark = pytest.mark.django_db(transaction=True)


def outlet(name: str) -> SourceRow:
    source = SourceRow.objects.create(kind="outlet", name=name, has_page=True)
    source.to_archive()
    return source


@pytest.fixture
def courier() -> SourceRow:
    """An outlet that two articles name."""
    source = outlet("Coast Courier")
    link = Attribution(source.name, "outlet", source.archive_id)
    for number in (1, 2):
        record.add(edition(number, statements=(Statement("aa", "indirect", (Place(0, 0, 2),), (link,)),)))
    return source


def named(number: int) -> str:
    found = Archive().edition(article_id(number))
    return found.statements[0].chain[0].source if found else ""


def test_every_edition_names_the_one_that_stays(courier: SourceRow) -> None:
    gazette = outlet("Averra Gazette")
    merging.merge(courier, gazette)
    assert [named(1), named(2)] == [gazette.archive_id] * 2
    assert len(Archive().front(keys.source_listing(gazette.archive_id)).articles) == 2
    assert Archive().source(courier.archive_id) is None


def test_old_addresses_lead_to_the_newest_after_a_second_merge(courier: SourceRow) -> None:
    gazette, herald = outlet("Averra Gazette"), outlet("Harbour Herald")
    merging.merge(courier, gazette)
    merging.merge(gazette, herald)
    assert [leads_to(path) for path in ("/sources/coast-courier/", "/sources/averra-gazette/")] == [
        f"source:{herald.archive_id}"
    ] * 2


def test_its_old_leaves_lead_to_the_front_of_the_one_it_is(courier: SourceRow) -> None:
    for number in range(3, 50):
        link = Attribution(courier.name, "outlet", courier.archive_id)
        record.add(edition(number, statements=(Statement("aa", "indirect", (Place(0, 0, 2),), (link,)),)))
    assert Archive().leaf(keys.source_listing(courier.archive_id), 1)
    gazette = outlet("Averra Gazette")
    merging.merge(courier, gazette)
    found = Archive().redirect("/sources/coast-courier/")
    assert found and (found.to, found.leaves, found.merged) == (f"source:{gazette.archive_id}", 1, True)


def test_a_merge_draws_what_named_the_source_and_both_its_pages(courier: SourceRow, tmp_path: Path) -> None:
    gazette = outlet("Averra Gazette")
    for number in range(3, 30):
        record.add(edition(number))
    press = Press(DiskShelf(tmp_path), keep_paths=True)
    run(press)
    merging.merge(courier, gazette)
    articles = [Archive().permalink(article_id(number)) for number in (1, 2)]
    pages = ["/sources/averra-gazette/", "/sources/coast-courier/"]
    assert sorted(run(press).paths) == [*articles, *pages]
    assert run(press).drawn == 0


def leads_to(path: str) -> str:
    found = Archive().redirect(path)
    return found.to if found else ""


def test_an_address_it_had_before_leads_there_too(courier: SourceRow) -> None:
    courier.slug = "the-courier"
    courier.save()
    gazette = outlet("Averra Gazette")
    merging.merge(courier, gazette)
    assert leads_to("/sources/coast-courier/") == leads_to("/sources/the-courier/") == f"source:{gazette.archive_id}"


def test_one_and_itself_or_an_unnamed_one_are_refused(courier: SourceRow) -> None:
    somebody = SourceRow.objects.create(kind="anonymous", name="an official")
    for into in (courier, somebody):
        with pytest.raises(merging.NotTheSameKind):
            merging.merge(courier, into)
    assert named(1) == courier.archive_id
