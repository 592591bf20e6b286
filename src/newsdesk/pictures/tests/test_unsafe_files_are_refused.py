"""What is no photograph is refused with a reason and a remedy; what is one is taken whatever its name says."""

from __future__ import annotations

import pytest
from PIL import Image, ImageFile, WebPImagePlugin

from newsdesk.pictures import guard
from newsdesk.pictures.guard import Accepted, Limits, PictureRefused, check, safe_name
from newsdesk.pictures.tests import samples
from newsdesk.pictures.tests.samples import png_claiming


def jpeg_claiming(width: int, height: int) -> bytes:
    data = samples.saved(samples.scene(16, 16), "jpeg")
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + height.to_bytes(2, "big") + width.to_bytes(2, "big") + data[at + 4 :]


def webp_claiming(width: int, height: int) -> bytes:
    canvas = b"\x00" * 4 + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x1e\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00" + canvas + b"VP8L\x00\x00\x00\x00"


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
GIF = samples.saved(samples.scene(8, 8), "gif")
FRAMES = [samples.scene(8, 8), Image.new("RGB", (8, 8))]

REFUSED = {
    "a bomb": (png_claiming(100_000, 100_000), guard._TOO_LARGE),
    "101 megapixels of JPEG": (jpeg_claiming(10_100, 10_000), guard._TOO_LARGE),
    "101 megapixels of WebP": (webp_claiming(10_100, 10_000), guard._TOO_LARGE),
    "nothing wide": (jpeg_claiming(0, 10), guard._DAMAGED),
    "a thread": (jpeg_claiming(10, 2000), guard._TOO_NARROW),
    "a drawing with a script": (SVG, guard._SVG),
    "a GIF that is a ZIP too": (GIF + b"PK\x03\x04", guard._NOT_A_PICTURE),
    "text": (b"hello", guard._NOT_A_PICTURE),
    "nothing": (b"", guard._NOT_A_PICTURE),
    "a film of WebP": (samples.saved(FRAMES[0], "webp", save_all=True, append_images=FRAMES[1:]), guard._ANIMATED),
    "a film of PNG": (samples.saved(FRAMES[0], "png", save_all=True, append_images=FRAMES[1:]), guard._ANIMATED),
    "a film of AVIF": (samples.saved(FRAMES[0], "avif", save_all=True, append_images=FRAMES[1:]), guard._ANIMATED),
    "numbers": (samples.saved(Image.new("F", (8, 8)), "tiff"), guard._DEEP),
}


@pytest.mark.parametrize("what", REFUSED)
def test_refused_with_a_reason(what: str) -> None:
    data, reason = REFUSED[what]
    with pytest.raises(PictureRefused) as refused:
        check(data, "holiday.jpg")
    assert refused.value.reason == reason
    assert refused.value.remedy


def test_nothing_is_decoded_of_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    bombs = [png_claiming(10_100, 10_000), jpeg_claiming(10_100, 10_000), webp_claiming(10_100, 10_000)]
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda self: pytest.fail("decoded"))
    monkeypatch.setattr(WebPImagePlugin.WebPImageFile, "_open", lambda self: pytest.fail("canvas taken"))
    for data in bombs:
        with pytest.raises(PictureRefused):
            check(data, "x")


def test_the_newsrooms_own_limits_hold() -> None:
    data = samples.saved(samples.scene(100, 100), "jpeg")
    for limits in (Limits(max_bytes=len(data) - 1), Limits(max_pixels=9_999)):
        with pytest.raises(PictureRefused):
            check(data, "x.jpg", limits)
    assert check(data, "x.jpg", Limits(len(data), 10_000)) == Accepted("jpeg", 100, 100)


@pytest.mark.parametrize("kind", samples.KINDS)
def test_content_decides_and_not_the_name(kind: str) -> None:
    assert check(samples.telltale(kind), "../../photo.svg.exe") == Accepted(kind, 480, 320)


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif"])
def test_size_is_that_of_the_picture_held_upright(kind: str) -> None:
    assert check(samples.telltale(kind, orientation=6), "x") == Accepted(kind, 320, 480)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../x.jpg", "x.jpg"),
        ("C:\\photos\\y.png", "y.png"),
        ("/etc/passwd", "passwd"),
        ("a\x00b\r\nc\u202egpj.jpg", "a_b_c_gpj.jpg"),
        (".htaccess", "htaccess"),
        ("Київ (2).jpeg", "Київ _2_.jpeg"),
        ("..", "picture"),
        ("", "picture"),
        ("x" * 300 + ".jpeg", "x" * 95 + ".jpeg"),
    ],
)
def test_names_lead_nowhere(given: str, kept: str) -> None:
    assert safe_name(given) == kept
