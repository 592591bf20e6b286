"""A photograph's words are read, its location goes, and what is no picture is refused with nothing stored."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from newsdesk.archive.reader import Archive
from newsdesk.desk.models import ArticlePage, Photograph
from newsdesk.desk.tests.conftest import Begin
from newsdesk.desk.tests.pictures import jpeg, photograph, uploaded
from newsdesk.pictures import store
from newsdesk.pictures.models import Original

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture(autouse=True)
def folders(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT, settings.NEWSDESK_ORIGINALS = tmp_path / "media", tmp_path / "originals"


def location(data: bytes) -> dict[int, object]:
    with Image.open(BytesIO(data)) as picture:
        return dict(picture.getexif().get_ifd(0x8825))


def files() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).parent.rglob("*") if path.is_file()]


def test_location_is_gone_from_what_is_kept(desk: None) -> None:
    data = jpeg(located=True)
    assert location(data)
    picture = uploaded(data)
    assert not location(store.open_original(picture.digest))
    assert not location(Path(picture.file.path).read_bytes())


def test_words_in_the_file_fill_what_nobody_wrote(desk: None) -> None:
    picture = uploaded(jpeg(), caption="", credit="")
    assert (picture.caption, picture.credit, picture.creator) == ("A ferry leaves", "", "Mara Lind")


def test_its_files_are_asked_for(desk: None) -> None:
    picture = uploaded(jpeg())
    original = Original.objects.get(digest=picture.digest)
    assert (original.width, original.height, original.metadata["credit"]) == (64, 48, "Mara Lind / Reuters")


def test_upload_through_the_view(at_editor: Client) -> None:
    upload = SimpleUploadedFile("../../ferry.jpg", jpeg(located=True), "image/jpeg")
    answer = at_editor.post(reverse("wagtailimages:add_multiple"), {"files[]": upload, "title": "Ferry"})
    assert answer.json()["success"], answer.json()
    picture = Photograph.objects.get()
    assert picture.caption == "A ferry leaves"
    assert not location(Path(picture.file.path).read_bytes())
    assert all(path.is_relative_to(Path(settings.MEDIA_ROOT).parent) for path in files())


@pytest.mark.parametrize(("name", "data"), [("a.jpg", SVG), ("a.svg", SVG), ("a.png", b"no picture"), ("a.jpg", b"")])
def test_what_is_no_picture_is_refused_with_nothing_stored(at_editor: Client, name: str, data: bytes) -> None:
    upload = SimpleUploadedFile(name, data, "image/jpeg")
    answer = at_editor.post(reverse("wagtailimages:add_multiple"), {"files[]": upload, "title": "x"})
    assert not answer.json()["success"]
    assert answer.json()["error_message"]
    assert (Photograph.objects.count(), files()) == (0, [])


def test_refused_in_code_too(desk: None) -> None:
    with pytest.raises(ValidationError):
        uploaded(SVG)
    assert files() == []


def test_readers_get_the_words_as_the_desk_mends_them(begin: Begin) -> None:
    picture = photograph()
    page = begin(picture=picture)
    assert Archive().picture(picture.archive_id) is None
    page.get_latest_revision().publish()
    picture.refresh_from_db()
    picture.credit = "Mara Lind / AFP"
    picture.focal_point_x, picture.focal_point_y = 16, 12
    picture.save()
    recorded = Archive().picture(picture.archive_id)
    assert recorded
    assert (recorded.credit, recorded.focal_point) == ("Mara Lind / AFP", (0.25, 0.25))


def test_a_printed_photograph_cannot_be_deleted(at_editor: Client, begin: Begin) -> None:
    picture, unused = photograph(), photograph(digest="cd" * 32)
    begin(picture=picture).get_latest_revision().publish()
    ArticlePage.objects.update(picture=None)
    for one in (picture, unused):
        at_editor.post(reverse("wagtailimages:delete", args=(one.pk,)))
    assert list(Photograph.objects.all()) == [picture]


@pytest.mark.parametrize("missing", ["caption", "alt", "creator", "credit"])
def test_an_incomplete_photograph_stops_publication(begin: Begin, missing: str) -> None:
    page = begin(picture=photograph(**{missing: ""}))
    with pytest.raises(ValidationError):
        page.get_latest_revision().publish()
    assert Archive().state(page.archive_id) is None
