"""Where, with what and on whose device a picture was taken is in no stored original and in no file readers fetch."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops
from PIL.ExifTags import IFD

from newsdesk.pictures import guard, metadata, renditions
from newsdesk.pictures.strip import without_location
from newsdesk.pictures.tests import samples

FORBIDDEN = ("GPS", "Serial", "MakerNote", "Thumbnail", "JUMBF", "Sub-location", "Sublocation", "UniqueID", "OwnerName")


def tells_nothing(data: bytes) -> None:
    for telltale in samples.TELLTALES:
        assert telltale not in data
    with Image.open(BytesIO(data)) as picture:
        exif = picture.getexif()
        assert not exif.get_ifd(IFD.GPSInfo)
        assert not exif.get_ifd(IFD.IFD1)
        assert {IFD.MakerNote, 0xA430, 0xA431, 0xA435, 0xA420}.isdisjoint(exif.get_ifd(IFD.Exif))
    told = samples.told_by_exiftool(data)
    assert not [line for line in told.splitlines() if any(word in line for word in FORBIDDEN)]


def same_pixels(one: bytes, other: bytes) -> bool:
    with Image.open(BytesIO(one)) as first, Image.open(BytesIO(other)) as second:
        return ImageChops.difference(first.convert("RGB"), second.convert("RGB")).getbbox() is None


@pytest.mark.parametrize("kind", samples.KINDS)
def test_sample_tells_what_must_be_removed(kind: str) -> None:
    """Else the tests below would pass on anything."""
    with pytest.raises(AssertionError):
        tells_nothing(samples.telltale(kind))


@pytest.mark.parametrize("kind", samples.KINDS)
def test_stored_original(kind: str) -> None:
    tells_nothing(without_location(samples.telltale(kind, orientation=6)))


@pytest.mark.parametrize("format", renditions.FORMATS)
@pytest.mark.parametrize("kind", samples.KINDS)
def test_rendition_of_an_untouched_original(kind: str, format: str) -> None:
    original = samples.telltale(kind)
    tells_nothing(renditions.make(original, 160, format, metadata.read(original)))


@pytest.mark.parametrize("kind", samples.KINDS)
def test_stored_original_keeps_what_editors_wrote_and_how_it_is_held(kind: str) -> None:
    original = samples.telltale(kind, orientation=1 if kind == "tiff" else 6)
    stored = without_location(original)
    assert metadata.read(stored) == metadata.read(original)
    assert guard.check(stored, "x") == guard.check(original, "x")
    assert b"Kyiv" in stored


@pytest.mark.parametrize("kind", samples.KINDS)
def test_pixels_and_profile_are_untouched(kind: str) -> None:
    profile = bytes(renditions._SRGB.tobytes())
    original = samples.saved(samples.scene(), kind, icc_profile=profile, exif=samples.camera_exif())
    stored = without_location(original)
    assert same_pixels(original, stored)
    with Image.open(BytesIO(stored)) as picture:
        assert picture.info["icc_profile"] == profile


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_blocks": 2}, {"optimize": True}])
def test_every_kind_of_jpeg_scan_is_kept(options: dict[str, object]) -> None:
    original = samples.saved(samples.scene(), "jpeg", exif=samples.camera_exif(), **options)
    assert same_pixels(original, without_location(original))


def test_print_jpeg_keeps_its_inks() -> None:
    original = samples.saved(samples.scene().convert("CMYK"), "jpeg", exif=samples.camera_exif())
    assert same_pixels(original, without_location(original))


@pytest.mark.parametrize("options", [{"lossless": True}, {"quality": 60}])
def test_transparent_webp_stays_so(options: dict[str, object]) -> None:
    see_through = samples.scene()
    see_through.putalpha(100)
    stored = without_location(samples.saved(see_through, "webp", exif=samples.camera_exif(), **options))
    with Image.open(BytesIO(stored)) as picture:
        assert picture.mode == "RGBA"
        assert picture.getpixel((9, 9))[3] == 100  # type: ignore[index]


def test_second_picture_of_a_phone_goes() -> None:
    original = samples.saved(samples.scene(), "mpo", save_all=True, append_images=[samples.scene(64, 64)])
    stored = without_location(original)
    with Image.open(BytesIO(stored)) as picture:
        assert picture.format == "JPEG"
    assert guard.check(original, "x").format == "jpeg"
    assert same_pixels(original, stored)


def test_the_day_stays_readable_for_others() -> None:
    with Image.open(BytesIO(without_location(samples.telltale("jpeg")))) as picture:
        assert picture.getexif().get_ifd(IFD.Exif)[0x9003] == "2026:03:16 09:00:00"


def test_stripping_twice_changes_nothing_more() -> None:
    for kind in ("jpeg", "png", "webp", "avif"):
        once = without_location(samples.telltale(kind))
        assert without_location(once) == once
