"""The square picture of the podcasts: as directories ask for it, whatever the paper is called."""

from io import BytesIO

import pytest
from PIL import Image

from newsdesk.pages.recipes.cover import MARGIN, SIDE, _drawn

NAMES = ["Q", "The Averra Packet", "Щ", "Київська незалежна газета", "Donaudampfschifffahrtsgesellschaftsnachrichten",
         "A paper whose founders could not agree on any of their many names " * 3, ""]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_cover_is_what_directories_take(name):
    data = _drawn(name)
    picture = Image.open(BytesIO(data))
    assert picture.size == (1400, 1400) and picture.format == "PNG" and picture.mode == "RGB"
    assert len(data) < 512_000


@pytest.mark.parametrize("name", NAMES)
def test_name_stands_within_the_margins(name):
    picture = Image.open(BytesIO(_drawn(name))).convert("L")
    ink = picture.point(lambda shade: 255 if shade < 128 else 0).getbbox()
    assert ink and ink[0] >= MARGIN and ink[2] <= SIDE - MARGIN + 10 and ink[3] <= SIDE - MARGIN
