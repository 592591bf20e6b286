"""Credit, caption, copyright and source type are in every file readers can fetch, in each packet its format has."""

from __future__ import annotations

import pytest

from newsdesk.pictures import metadata, renditions
from newsdesk.pictures.fields import exif, iim, xmp
from newsdesk.pictures.formats.of import container
from newsdesk.pictures.particulars import PictureMetadata
from newsdesk.pictures.tests import samples

SAID = metadata.read(samples.telltale("jpeg"))


@pytest.mark.parametrize("format", renditions.FORMATS)
def test_rendition_says_all_its_original_says(format: str) -> None:
    made = renditions.make(samples.telltale("jpeg"), 160, format, SAID)
    kind = container(made)
    assert kind is not None
    assert kind.format == format
    assert xmp.read(kind.packets(made).xmp) == SAID
    assert exif.read(kind.packets(made).exif).creator == SAID.creator


def test_social_crop_says_it_too() -> None:
    picture = renditions.opened(samples.telltale("jpeg"), 1600)
    assert metadata.read(renditions.social(picture, (0.5, 0.5), SAID)).credit == samples.CREDIT


def test_jpeg_says_it_in_iim_and_exif_too() -> None:
    packets = renditions.container(renditions.make(samples.telltale("png"), 160, "jpeg", SAID))
    assert packets is not None
    said = packets.packets(renditions.make(samples.telltale("png"), 160, "jpeg", SAID))
    in_iim, in_exif = iim.read(said.iim), exif.read(said.exif)
    assert (in_iim.credit, in_iim.creator, in_iim.caption) == (SAID.credit, SAID.creator, SAID.caption)
    assert in_iim.copyright == in_exif.copyright == "© AFP"


@pytest.mark.skipif(not samples.EXIFTOOL, reason="a second opinion needs exiftool")
@pytest.mark.parametrize("format", ["webp", "jpeg"])
def test_another_reader_finds_the_credit(format: str) -> None:
    told = samples.told_by_exiftool(renditions.make(samples.telltale("avif"), 160, format, SAID))
    said = {tuple(line.split(":", 1)[0].split()): line.split(":", 1)[1].strip() for line in told.splitlines()}
    assert said["[XMP-photoshop]", "Credit"] == samples.CREDIT
    assert said["[XMP-dc]", "Description"] == samples.CAPTION
    assert said["[XMP-iptcExt]", "DigitalSourceType"] == samples.SOURCE_TYPE
    assert not [line for line in told.splitlines() if "Warning" in line or "Error" in line]
    if format == "jpeg":
        assert said["[IPTC]", "Credit"] == samples.CREDIT
        assert said["[IFD0]", "Copyright"] == "© AFP"


def test_picture_that_says_nothing_carries_no_lies() -> None:
    plain = samples.saved(samples.scene(), "png")
    for format in renditions.FORMATS:
        assert metadata.read(renditions.make(plain, 160, format, PictureMetadata())) == PictureMetadata()


@pytest.mark.parametrize("format", renditions.FORMATS)
def test_nothing_else_of_the_original_is_in_a_file(format: str) -> None:
    picture = samples.scene(64, 48)
    picture.info = {"comment": b"SECRET", "icc_profile": b"SECRET", "exif": b"SECRET", "xmp": b"SECRET"}
    assert b"SECRET" not in renditions.encoded(picture, format, SAID)


def test_longest_words_fit_into_a_jpeg() -> None:
    long = "Ї" * 5000
    said = PictureMetadata(caption=long, alt=long, copyright=long, usage_terms=long, credit=long, creator=long)
    assert metadata.read(renditions.make(samples.telltale("png"), 160, "jpeg", said)).caption == long
