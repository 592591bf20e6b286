"""Renditions are upright, in sRGB, opaque, in fixed widths, and never larger than the original."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from newsdesk.pictures import renditions
from newsdesk.pictures.particulars import PictureMetadata
from newsdesk.pictures.renditions import WIDTHS, crop_box, make, widths_for
from newsdesk.pictures.tests import samples

NOTHING = PictureMetadata()
RED, BLUE, WHITE = (200, 30, 30), (30, 30, 200), (255, 255, 255)
TURNED = {2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}  # how to hold a picture so that a camera would note the orientation


def pixels(data: bytes) -> Image.Image:
    with Image.open(BytesIO(data)) as picture:
        return picture.convert("RGB")


def near(found: object, wanted: tuple[int, int, int], slack: int = 14) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) <= slack for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("format", renditions.FORMATS)
@pytest.mark.parametrize("kind", samples.KINDS)
def test_every_format_becomes_every_other(kind: str, format: str) -> None:
    made = pixels(make(samples.saved(samples.scene(), kind), 240, format, NOTHING))
    assert made.size == (240, 160)
    assert near(made.getpixel((5, 5)), WHITE)
    assert near(made.getpixel((200, 20)), RED)
    assert near(made.getpixel((200, 140)), BLUE)


@pytest.mark.parametrize("orientation", range(2, 9))
@pytest.mark.parametrize("kind", ["jpeg", "avif"])
def test_camera_held_any_way_gives_an_upright_picture(kind: str, orientation: int) -> None:
    held = samples.scene().transpose(renditions._TURNS[TURNED[orientation]])
    made = pixels(make(samples.telltale(kind, orientation, held), 240, "jpeg", NOTHING))
    assert made.size == (240, 160)
    assert near(made.getpixel((5, 5)), WHITE)
    assert near(made.getpixel((200, 140)), BLUE)


def test_colours_of_another_profile_are_turned_into_srgb() -> None:
    lab = ImageCms.createProfile("LAB")
    wide = ImageCms.profileToProfile(samples.scene(), renditions._SRGB, lab, outputMode="LAB")
    assert wide is not None
    original = samples.saved(wide, "tiff", icc_profile=ImageCms.ImageCmsProfile(lab).tobytes())
    made = make(original, 240, "jpeg", NOTHING)
    assert near(pixels(made).getpixel((200, 20)), RED)
    assert b"ICC_PROFILE" not in made


def test_broken_profile_is_no_reason_to_fail() -> None:
    original = samples.saved(samples.scene(), "png", icc_profile=b"no profile at all")
    assert near(pixels(make(original, 240, "jpeg", NOTHING)).getpixel((200, 20)), RED)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "PA", "RGBA", "CMYK", "I;16"])
def test_every_depth_becomes_a_picture(mode: str) -> None:
    kind = "tiff" if mode in ("CMYK", "PA") else "png"
    for format in renditions.FORMATS:
        assert pixels(make(samples.saved(samples.scene().convert(mode), kind), 240, format, NOTHING)).size == (240, 160)


def test_transparency_is_laid_on_white() -> None:
    clear = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    for format in renditions.FORMATS:
        assert near(pixels(make(samples.saved(clear, "png"), 160, format, NOTHING)).getpixel((80, 50)), WHITE)


def test_nothing_is_enlarged_but_the_social_crop() -> None:
    small = samples.saved(samples.scene(90, 60), "png")
    assert pixels(make(small, 160, "webp", NOTHING)).size == (90, 60)
    assert pixels(renditions.social(renditions.opened(small, 1600), (0.5, 0.5), NOTHING)).size == (1200, 630)


@settings(deadline=None)
@given(st.integers(1, 20_000))
def test_widths_fit_the_original(width: int) -> None:
    widths = widths_for(width)
    assert widths == tuple(sorted(set(widths)))
    assert 1 <= widths[-1] <= min(width, WIDTHS[-1])
    assert min(width, WIDTHS[-1]) < widths[-1] * renditions.WORTH_A_FILE


@settings(deadline=None)
@given(st.tuples(st.integers(1, 9000), st.integers(1, 9000)), st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_social_crop_holds_the_focal_point(size: tuple[int, int], focal_point: tuple[float, float]) -> None:
    left, top, right, bottom = crop_box(size, 1200 / 630, focal_point)
    assert -1e-6 <= left <= right <= size[0] + 1e-6
    assert -1e-6 <= top <= bottom <= size[1] + 1e-6
    assert left - 1e-6 <= focal_point[0] * size[0] <= right + 1e-6
    assert top - 1e-6 <= focal_point[1] * size[1] <= bottom + 1e-6
    assert (right - left) / (bottom - top) == pytest.approx(1200 / 630)


def test_social_crop_follows_the_focal_point() -> None:
    tall = samples.saved(samples.scene(600, 1200), "png")
    picture = renditions.opened(tall, 1600)
    assert near(pixels(renditions.social(picture, (0.5, 0.0), NOTHING)).getpixel((1100, 600)), RED)
    assert near(pixels(renditions.social(picture, (0.5, 1.0), NOTHING)).getpixel((1100, 10)), BLUE)
