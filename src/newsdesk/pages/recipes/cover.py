"""The square picture that podcast programs show: the paper's name in its own type.

https://podcasters.apple.com/support/896-artwork-requirements
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from newsdesk.archive.reader import Archive
from newsdesk.article.links import COVER
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, fixed, recipe
from newsdesk.press.shelves.base import Printed

SIDE, MARGIN, LARGEST, SMALLEST = 1400, 140, 230, 20
PAPER, INK, ACCENT = "#fffdf8", "#15171a", "#0b5a67"
_FONTS = Path(__file__).parent.parent / "theme" / "static" / "fonts"

_sheets_for, _every = fixed(COVER)


@recipe("cover", stage=Stage.FEED, route=r"^/podcasts/cover\.png$", sheets_for=_sheets_for, every=_every)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> Printed:
    return Printed(_drawn(frame.site_name), content_type="image/png")


def _drawn(name: str) -> bytes:
    picture = Image.new("RGB", (SIDE, SIDE), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((MARGIN, MARGIN, SIDE - MARGIN, MARGIN + 18), fill=ACCENT)
    words, font = _fitted(name)
    pen.multiline_text((MARGIN, MARGIN + 90), words, fill=INK, font=font, spacing=font.size // 8)
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)  # no palette: directories ask for RGB
    return file.getvalue()


def _fitted(name: str) -> tuple[str, ImageFont.FreeTypeFont]:
    """The name in lines, in the largest type in which it fits."""
    for size in range(LARGEST, SMALLEST, -10):
        font = ImageFont.truetype(_FONTS / _font_of(name), size)
        lines = _lines(name, font)
        if len(lines) * size * 9 // 8 <= SIDE - 3 * MARGIN and all(font.getlength(line) <= _ROOM for line in lines):
            return "\n".join(lines), font
    return name, ImageFont.truetype(_FONTS / _font_of(name), SMALLEST)


_ROOM = SIDE - 2 * MARGIN


def _lines(name: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in name.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= _ROOM:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _font_of(name: str) -> str:
    """Each file of type has one script."""
    return "head-cyrillic.woff2" if any("\u0400" <= letter <= "\u04ff" for letter in name) else "head-latin.woff2"
