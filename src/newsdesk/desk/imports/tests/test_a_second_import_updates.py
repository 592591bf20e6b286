"""An item is one article for good: importing it again changes it or leaves it, and never makes another."""

from __future__ import annotations

from pathlib import Path

from django.contrib.auth.models import User

from newsdesk.desk.imports.identity import uuid_of
from newsdesk.desk.imports.ninjs import import_folder
from newsdesk.desk.imports.tests.bundles import PHOTO, item, related, write
from newsdesk.desk.imports.tests.reading import edition, page
from newsdesk.desk.models import ArticlePage, Contributor, Photograph
from newsdesk.desk.tests.pictures import jpeg


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path, item("a", associations=[PHOTO, related("b")]), item("b"))
    import_folder(folder, True)
    revisions = page("a").revisions.count()
    report = import_folder(folder, True)
    assert (report.created, report.updated, report.unchanged, report.published) == (0, 0, 2, 0)
    assert (ArticlePage.objects.count(), Photograph.objects.count(), Contributor.objects.count()) == (2, 1, 2)
    assert edition("a").number == 1
    assert page("a").revisions.count() == revisions


def test_a_later_version_is_the_next_edition_at_the_same_place(tmp_path: Path) -> None:
    import_folder(write(tmp_path, item("a")), True)
    first = edition("a")
    newer = item("a", headlines=[{"value": "Ferry stays"}], versionCreated="2026-03-18T08:00:00Z")
    report = import_folder(write(tmp_path, newer), True)
    assert (report.updated, report.published) == (1, 1)
    second = edition("a")
    assert (second.number, second.headline, second.slug) == (2, "Ferry stays", first.slug)
    assert second.first_published == first.first_published
    assert second.published_at.day == 18


def test_two_versions_in_one_bundle_end_at_the_newer(tmp_path: Path) -> None:
    newer = item("a", headlines=[{"value": "Newer"}], versionCreated="2026-03-18T08:00:00Z")
    import_folder(write(tmp_path, newer, item("a")), True)
    assert (edition("a").headline, ArticlePage.objects.count()) == ("Newer", 1)


def test_a_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    import_folder(write(tmp_path, item("a", associations=[PHOTO])), True)
    before = Photograph.objects.get(uuid=uuid_of(PHOTO["uri"])).digest
    import_folder(write(tmp_path, item("a", associations=[PHOTO]), picture=jpeg("red")), True)
    assert Photograph.objects.get(uuid=uuid_of(PHOTO["uri"])).digest != before


def test_drafts_are_published_by_importing_again(tmp_path: Path) -> None:
    folder = write(tmp_path, item("a"))
    import_folder(folder, False)
    report = import_folder(folder, True)
    assert (report.unchanged, report.published) == (1, 1)
    assert edition("a").number == 1


def test_an_editor_s_work_is_not_overwritten(tmp_path: Path) -> None:
    import_folder(write(tmp_path, item("a")), True)
    draft = page("a")
    draft.title = "Ours"
    draft.save_revision(user=User.objects.create(username="edgar"))
    report = import_folder(write(tmp_path, item("a", headlines=[{"value": "Theirs"}])), True)
    assert (report.updated, report.published, len(report.skipped)) == (0, 0, 1)
    assert "editor" in report.skipped[0][1]
    assert page("a").get_latest_revision_as_object().title == "Ours"
    assert edition("a").headline == "About a"
