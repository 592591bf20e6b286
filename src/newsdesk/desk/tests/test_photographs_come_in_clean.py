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
from PIL import Image, ImageFile
from wagtail.images.models import Filter
from wagtail.models import UploadedFile

from newsdesk.archive.reader import Archive
from newsdesk.desk import photo_intake
from newsdesk.desk.models import ArticlePage, Photograph
from newsdesk.desk.tests.conftest import Begin
from newsdesk.desk.tests.pictures import jpeg, photograph, uploaded
from newsdesk.pictures import guard, store
from newsdesk.pictures.models import Original
from newsdesk.pictures.tests.samples import png_claiming, saved, scene

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


WHOLE = saved(scene(64, 48), "jpeg")
REFUSED = {
    "a drawing with a script": ("a.jpg", SVG, guard._SVG),
    "one that says so": ("a.svg", SVG, guard._SVG),
    "words": ("a.png", b"no picture", guard._NOT_A_PICTURE),
    "nothing": ("a.jpg", b"", ""),
    "a bomb": ("a.png", png_claiming(60_000, 60_000), guard._TOO_LARGE),
    "101 megapixels": ("a.png", png_claiming(10_100, 10_000), guard._TOO_LARGE),
    "half a picture": ("a.jpg", WHOLE[: len(WHOLE) // 2], guard._DAMAGED),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_picture_is_refused_with_nothing_stored(at_editor: Client, what: str) -> None:
    name, data, reason = REFUSED[what]
    upload = SimpleUploadedFile(name, data, "image/jpeg")
    answer = at_editor.post(reverse("wagtailimages:add_multiple"), {"files[]": upload, "title": "x"})
    assert not answer.json()["success"]
    assert answer.json()["error_message"]
    assert reason in answer.json()["error_message"]
    assert (Photograph.objects.count(), files()) == (0, [])


def test_the_desks_own_process_decodes_nothing_of_an_upload(at_editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def decoded(picture: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", decoded)
    upload = SimpleUploadedFile("x.png", png_claiming(10_100, 10_000), "image/png")
    answer = at_editor.post(reverse("wagtailimages:add_multiple"), {"files[]": upload, "title": "x"})
    assert guard._TOO_LARGE in answer.json()["error_message"]


def test_a_refusal_is_told_in_the_language_of_the_desk(desk: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_intake, "gettext", lambda words: words.upper())
    with pytest.raises(ValidationError, match=guard._SVG.upper()):
        uploaded(SVG)


def test_the_newsrooms_own_limits_are_those_of_its_settings(desk: None, settings: Any) -> None:
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64 * 48 - 1
    with pytest.raises(ValidationError, match="more pixels"):
        uploaded(jpeg())
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 64 * 48, len(jpeg()) - 1
    with pytest.raises(ValidationError, match="larger than"):
        uploaded(jpeg())


@pytest.mark.parametrize(("format", "name", "shown_as"), [("tiff", "ferry.tif", "jpeg"), ("png", "ferry.jpg", "png")])
def test_a_picture_of_any_kind_is_shown_at_the_desk(at_editor: Client, format: str, name: str, shown_as: str) -> None:
    upload = SimpleUploadedFile(name, saved(scene(64, 48), format), "image/jpeg")
    answer = at_editor.post(reverse("wagtailimages:add_multiple"), {"files[]": upload, "title": "Ferry"})
    assert answer.json()["success"], answer.json()
    picture = Photograph.objects.get()
    assert Path(picture.file.name).suffix == f".{format}"
    assert Filter("max-165x165").run(picture, BytesIO()).format_name == shown_as


def test_what_is_put_aside_for_its_words_is_clean_too(at_editor: Client) -> None:
    upload = SimpleUploadedFile("ferry.jpg", jpeg(located=True), "image/jpeg")
    answer = at_editor.post(reverse("wagtailimages:add_multiple"), {"files[]": upload, "title": "x" * 300})
    assert "uploaded_file_id" in answer.json()
    assert not location(Path(UploadedFile.objects.get().file.path).read_bytes())


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
