"""An agency's bundle comes out as the paper's own: names, photograph, credit, links and dates in their place."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from newsdesk.archive.reader import Archive
from newsdesk.article.body import BulletList, Heading, Paragraph, PictureUse, Run, Table
from newsdesk.desk.imports.identity import uuid_of
from newsdesk.desk.imports.ninjs import import_folder
from newsdesk.desk.imports.tests.bundles import PHOTO, URI, item, related, write
from newsdesk.desk.imports.tests.reading import edition, page
from newsdesk.desk.models import Contributor, Photograph, Section


def test_names_dates_and_labels(tmp_path: Path) -> None:
    report = import_folder(write(tmp_path, item("a", by="Harbour desk and Ines Halvard", located="Osterholm")), True)
    assert (report.created, report.published, report.skipped, report.held) == (1, 1, [], [])
    found = edition("a")
    byline = [(credit.name, credit.is_desk) for credit in found.byline]
    assert byline == [("Harbour desk", True), ("Ines Halvard", False)]
    assert found.section and found.section.name == "Feed"
    assert [topic.name for topic in found.topics] == ["Ferries"]
    assert found.dateline and found.dateline.place == "Osterholm"
    assert found.first_published == datetime(2026, 3, 17, 9, 30, tzinfo=UTC)
    assert found.published_at == datetime(2026, 3, 17, 12, tzinfo=UTC)
    assert Archive().permalink(found.article) == "/2026/03/17/about-a/"
    assert page("a").get_parent().slug == "2026-03"


def test_the_photograph_and_its_credit(tmp_path: Path) -> None:
    second = PHOTO | {"uri": "https://agency.example/pictures/quay", "name": "second"}
    import_folder(write(tmp_path, item("a", associations=[PHOTO, second])), True)
    found = edition("a")
    assert found.picture == PictureUse(str(uuid_of(PHOTO["uri"])))
    picture = Archive().picture(found.picture.picture)
    assert picture
    assert (picture.caption, picture.alt) == ("The ferry.", "A white ferry")
    assert (picture.creator, picture.credit) == ("Mari Lund", "Mari Lund / POOL via NTB")
    assert found.body[-1] == PictureUse(str(uuid_of(second["uri"])))


def test_the_body_keeps_its_kinds_and_leads_to_the_desk_s_own_articles(tmp_path: Path) -> None:
    markup = (
        f'<h2>Then</h2><p>A <b>b</b> <a href="{URI}b">c</a></p><p><a href="https://x.example/">d</a><br/>e</p>'
        "<ul><li>f</li></ul><table><tr><td>g</td></tr></table>"
    )
    first = item("a", bodies=[{"contentType": "text/html", "value": markup}], versionCreated="2026-03-01T00:00:00Z")
    report = import_folder(write(tmp_path, first, item("b")), True)
    assert (report.created, report.updated, report.published) == (2, 0, 2)
    leads_to = f"article:{uuid_of(URI + 'b')}"
    assert edition("a").body == (
        Heading("Then"),
        Paragraph((Run("A "), Run("b", strong=True), Run(" "), Run("c", href=leads_to))),
        Paragraph((Run("d", href="https://x.example/"), Run("\ne"))),
        BulletList(((Run("f"),),)),
        Table((("g",),), has_head=False),
    )
    assert edition("a").number == 1


def test_related_articles_of_this_bundle_and_of_earlier_ones(tmp_path: Path) -> None:
    import_folder(write(tmp_path / "old", item("old")), True)
    later = item("later", versionCreated="2026-03-18T00:00:00Z")
    links = [related("old"), related("later"), related("nowhere")]
    import_folder(write(tmp_path / "new", item("a", associations=links), later), True)
    assert edition("a").related == (str(uuid_of(URI + "old")), str(uuid_of(URI + "later")))


def test_the_desk_knows_where_a_photograph_is_used(tmp_path: Path) -> None:
    import_folder(write(tmp_path, item("a", associations=[PHOTO])), True)
    assert [str(user) for user, _ in Photograph.objects.get().get_usage()] == ["About a"]


def test_a_brief_is_a_brief_until_the_story_grows(tmp_path: Path) -> None:
    import_folder(write(tmp_path, item("a", profile="brief")), True)
    assert (edition("a").kind, page("a")._meta.model_name) == ("brief", "briefpage")
    import_folder(write(tmp_path, item("a")), True)
    assert (edition("a").kind, page("a")._meta.model_name) == ("news", "articlepage")


def test_names_the_newsroom_has_are_used_and_addresses_stay_free(tmp_path: Path) -> None:
    ines = Contributor.objects.create(name="Ines Halvard", slug="ih")
    import_folder(write(tmp_path, item("a")), True)
    assert edition("a").byline[0].contributor == ines.archive_id
    assert Section.objects.get(name="Feed").slug == "feed-2", "/feed/ is the live feed"


def test_old_articles_stand_at_their_date(tmp_path: Path) -> None:
    old = item("old", firstCreated="2019-05-02T08:00:00Z")
    import_folder(write(tmp_path, item("new"), old), True)
    assert Archive().front("river").articles == (str(uuid_of(URI + "new")), str(uuid_of(URI + "old")))
    assert page("old").get_parent().slug == "2019-05"


def test_without_publishing_nothing_reaches_a_reader(tmp_path: Path) -> None:
    report = import_folder(write(tmp_path, item("a", associations=[PHOTO])), False)
    assert (report.created, report.published) == (1, 0)
    assert not page("a").live
    assert page("a").first_published_at is None
    assert Archive().front("river").articles == ()
