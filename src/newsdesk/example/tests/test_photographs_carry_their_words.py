"""A photograph's file says who made it, through whom it came, what it shows, and that code has drawn it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, IptcImagePlugin

from newsdesk.example.photographs.draw import draw, jpeg, write_all
from newsdesk.example.photographs.metadata import MADE_BY_CODE
from newsdesk.example.shape import Photograph
from newsdesk.example.tests.paper import newsroom


def _photograph(slug: str) -> Photograph:
    return next(one for one in newsroom().photographs if one.slug == slug)


def _xmp(image: Image.Image) -> dict[str, Any]:
    description: dict[str, Any] = image.getxmp()["xmpmeta"]["RDF"]["Description"]
    return description


def test_enough_of_them_and_each_with_caption_alt_and_credit_chain() -> None:
    photographs = newsroom().photographs
    assert len([one for one in photographs if one.scene.count(".") == 0]) >= 20
    for one in photographs:
        if not one.is_incomplete:
            assert one.caption and one.alt and one.copyright
            assert one.credit.startswith(f"Illustration: {one.creator} ")
    assert any(" / Atlantica via The Averra Packet" in one.credit for one in photographs)


@pytest.mark.parametrize("slug", ["portrait-jonas-velt", "emblem-news-desk"])
def test_words_are_in_xmp_and_iim(slug: str) -> None:
    one = replace(_photograph(slug), caption="Água & <light> on the “Tavre”.")
    image = Image.open(io.BytesIO(jpeg(one)))
    xmp = _xmp(image)
    assert xmp["description"]["Alt"]["li"]["text"] == one.caption
    assert xmp["AltTextAccessibility"]["Alt"]["li"]["text"] == one.alt
    assert xmp["Credit"] == one.credit
    assert xmp["creator"]["Seq"]["li"] == one.creator
    assert xmp["DigitalSourceType"] == MADE_BY_CODE
    iim = IptcImagePlugin.getiptcinfo(image)
    assert iim
    assert iim[(1, 90)] == b"\x1b%G"
    assert iim[(2, 120)] == one.caption.encode()
    assert iim[(2, 110)] == one.credit.encode()
    assert iim[(2, 80)] == one.creator.encode()
    assert iim[(2, 116)] == one.copyright.encode()


def test_incomplete_one_keeps_silent_about_its_maker() -> None:
    image = Image.open(io.BytesIO(jpeg(_photograph("wind-farm-handout"))))
    assert not {"AltTextAccessibility", "Credit", "creator"} & set(_xmp(image))
    assert not {(2, 80), (2, 110)} & set(IptcImagePlugin.getiptcinfo(image) or {})


def test_same_picture_every_time_and_another_for_another_name() -> None:
    one = _photograph("portrait-agnes-tavorin")
    assert draw(one).tobytes() == draw(one).tobytes()
    assert draw(one).tobytes() != draw(replace(one, slug="another")).tobytes()


@pytest.mark.parametrize("scene", ["no_such_scene", "face.nobody", "emblem.nobody"])
def test_unknown_scene_is_refused(scene: str) -> None:
    with pytest.raises(LookupError):
        draw(replace(_photograph("sports-hall"), scene=scene))


def test_all_are_written_once_in_the_promised_size(tmp_path: Path) -> None:
    photographs = newsroom().photographs
    for one, path in zip(photographs, write_all(photographs, tmp_path), strict=True):
        with Image.open(path) as image:
            is_square = one.scene.startswith(("face.", "emblem."))
            assert image.size == ((800, 800) if is_square else (1600, 1067))
            assert image.convert("L").getextrema()[1] > 100, "nothing but night"
    kept = tmp_path / f"{photographs[0].slug}.jpg"
    kept.write_bytes(b"an editor's own")
    list(write_all(photographs[:1], tmp_path))
    assert kept.read_bytes() == b"an editor's own"
