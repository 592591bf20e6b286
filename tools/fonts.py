"""Makes the theme's fonts small enough to be loaded by anyone: cuts, axes and scripts chosen, written as WOFF2.

    npm install @fontsource-variable/source-serif-4 @fontsource-variable/libre-franklin
    uv run --with fonttools --with brotli tools/fonts.py node_modules/@fontsource-variable

Writes ``static/fonts/`` of the built-in theme, and the ``@font-face`` rules between the two marks in ``css/site.css``.
https://www.w3.org/TR/css-fonts-5/#font-metrics-override-desc for the fallbacks that keep lines where they are.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

STATIC = Path(__file__).parent.parent / "src/newsdesk/pages/theme/static"
FEATURES = ["kern", "locl", "liga", "tnum"]
COMBINING = ["mark", "mkmk", "ccmp"]
"""Features for letters put together from several characters, which only the scripts after the first need."""
RULES = re.compile(r"(/\* fonts: made by tools/fonts\.py \*/\n).*?(/\* end of fonts \*/)", re.S)


def _codes(ranges: str) -> list[int]:
    """``20-7E,A0`` as code points."""
    codes: list[int] = []
    for part in ranges.split(","):
        first, _, last = part.partition("-")
        codes += range(int(first, 16), int(last or first, 16) + 1)
    return codes


SCRIPTS = {
    "latin": (  # with the letters that names of western Europe bring into an English text
        "20-7E,A0,A1,A3,A7,A9,AB,AD,B0,B7,BB,BF-C1,C4,C7,C9,CD,D3,D6,D7,DA,DC,DF-E5,E7-F6,F8-FC,"
        "2013,2014,2018-201A,201C-201E,2022,2026,202F,20AC,2190,2192,2212"
    ),
    "latin-ext": (
        "A1,A2,A4-A6,A8,AA,AC,AE,AF,B1-B6,B8-BA,BC-BF,C0-D6,D8-DF,E2,E3,E6,EA-EC,EE-F0,F2,F4,F5,F7,F9,FB,FD-17F,"
        "18F,192,1A0,1A1,1AF,1B0,218-21B,1E9E,2032,2033,2039,203A,2116"
    ),
    "cyrillic": "301,400-45F,490,491,4B0,4B1",
}


@dataclass(frozen=True)
class Cut:
    """One face of the theme: where its outlines come from, which axes are fixed, and how CSS asks for it."""

    name: str
    family: str
    source: str
    axes: dict[str, float | tuple[float, float]]
    weight: str
    style: str = "normal"


SERIF, SANS = "source-serif-4/files/source-serif-4-{}-opsz-", "libre-franklin/files/libre-franklin-{}-wght-"
CUTS = (
    Cut("text", "News Serif", SERIF + "normal", {"opsz": 18, "wght": 400}, "400"),
    Cut("italic", "News Serif", SERIF + "italic", {"opsz": 20, "wght": 400}, "400", "italic"),
    Cut("head", "News Serif", SERIF + "normal", {"opsz": 36, "wght": 600}, "600"),
    Cut("label", "News Sans", SANS + "normal", {"wght": (400, 650)}, "400 650"),
)  # fmt: skip

SOURCES = {"latin": ("latin",), "latin-ext": ("latin", "latin-ext"), "cyrillic": ("cyrillic", "cyrillic-ext")}


@dataclass(frozen=True)
class Fallback:
    """A font readers may have: what it is called, and its units a em and average width (https://github.com/seek-oss/capsize)."""

    family: str
    locals: tuple[str, ...]
    average: float
    bold: tuple[str, ...] = ()
    bold_average: float = 0.0


FALLBACKS = {
    "News Serif": (
        Fallback("Serif A", ("Georgia",), 913 / 2048, ("Georgia Bold",), 1010 / 2048),
        Fallback("Serif B", ("Noto Serif",), 481 / 1000, ("Noto Serif Bold",), 520 / 1000),
        Fallback("Serif C", ("Times New Roman", "Liberation Serif"), 832 / 2048, ("Times New Roman Bold",), 876 / 2048),
        Fallback("Serif D", ("DejaVu Serif",), 1041 / 2048, ("DejaVu Serif Bold",), 1149 / 2048),
    ),
    "News Sans": (
        Fallback("Sans A", ("Arial", "Liberation Sans"), 913 / 2048),
        Fallback("Sans B", ("Roboto",), 911 / 2048),
        Fallback("Sans C", ("DejaVu Sans",), 1031 / 2048),
    ),
}
LETTERS = {
    "a": 668, "b": 122, "c": 228, "d": 348, "e": 1040, "f": 182, "g": 165, "h": 499, "i": 570, "j": 12, "k": 63,
    "l": 330, "m": 197, "n": 554, "o": 615, "p": 158, "q": 8, "r": 490, "s": 518, "t": 741, "u": 226, "v": 80,
    "w": 193, "x": 12, "y": 161, "z": 6, " ": 1818, ",": 90, ".": 85,
}  # fmt: skip
"""How often a letter stands in ten thousand of English text."""


def cut_font(source: Path, cut: Cut, codes: Iterable[int], features: list[str]) -> TTFont:
    """The face with its axes limited and nothing but these characters and features."""
    font = instancer.instantiateVariableFont(TTFont(source, recalcTimestamp=False), cut.axes)
    whole = io.BytesIO()
    font.flavor = None
    font.save(whole)
    options = subset.Options(layout_features=features, hinting=False, name_IDs=[0, 13, 14], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    small = TTFont(io.BytesIO(whole.getvalue()), recalcTimestamp=False)
    subsetter.subset(small)
    return small


def write_cut(packages: Path, cut: Cut, script: str) -> list[str]:
    """Writes the files of one face and script; their ``@font-face`` rules."""
    rules: list[str] = []
    first = script == "latin"
    wanted = set(_codes(SCRIPTS[script])) - set(() if first else _codes(SCRIPTS["latin"]))
    for part in SOURCES[script]:
        source = packages / (cut.source.format(part) + ".woff2")
        found = wanted & set(TTFont(source).getBestCmap())
        wanted -= found
        if found:
            name = f"{cut.name}-{script}{'' if part == script else '-2'}.woff2"
            font = cut_font(source, cut, found, FEATURES if first else FEATURES + COMBINING)
            font.flavor = "woff2"
            font.save(STATIC / "fonts" / name)
            rules.append(face(cut, name, found))
    return rules


def face(cut: Cut, file: str, codes: Iterable[int]) -> str:
    return (
        f'@font-face{{font-family:"{cut.family}";src:url("../fonts/{file}") format("woff2");font-weight:{cut.weight};'
        f"font-style:{cut.style};font-display:swap;unicode-range:{ranges(codes)}}}"
    )


def ranges(codes: Iterable[int]) -> str:
    """``U+20-7E,U+A0``"""
    spans: list[list[int]] = []
    for code in sorted(codes):
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in spans)


def fallbacks(packages: Path, cut: Cut, bold: bool) -> list[str]:
    """Faces of readers' own fonts, made to take the room of ours."""
    font = TTFont(packages / (cut.source.format("latin") + ".woff2"))
    fixed = {axis: value[0] if isinstance(value, tuple) else value for axis, value in cut.axes.items()}
    font = instancer.instantiateVariableFont(font, fixed)
    ours = average(font)
    rules: list[str] = []
    for one in FALLBACKS[cut.family]:
        theirs, names = (one.bold_average, one.bold) if bold else (one.average, one.locals)
        size = ours / theirs
        sources = ",".join(f'local("{name}")' for name in names)
        rules.append(
            f'@font-face{{font-family:"{one.family}";src:{sources};font-weight:{600 if bold else 400};'
            f"size-adjust:{size:.2%};{metrics(font, size)}}}"
        )
    return rules


def average(font: TTFont) -> float:
    """The average width of a letter of English text, in ems."""
    widths, names = font["hmtx"], font.getBestCmap()
    total = sum(widths[names[ord(letter)]][0] * often for letter, often in LETTERS.items())
    return float(total / sum(LETTERS.values()) / font["head"].unitsPerEm)


def metrics(font: TTFont, size: float) -> str:
    line, em = font["hhea"], font["head"].unitsPerEm * size
    parts = {"ascent": line.ascent, "descent": -line.descent, "line-gap": line.lineGap}
    return ";".join(f"{name}-override:{units / em:.2%}" for name, units in parts.items())


def main(packages: Path) -> None:
    (STATIC / "fonts").mkdir(parents=True, exist_ok=True)
    rules = [rule for cut in CUTS for script in SCRIPTS for rule in write_cut(packages, cut, script)]
    text, _, head, label = CUTS
    rules += fallbacks(packages, text, bold=False) + fallbacks(packages, head, bold=True)
    rules += fallbacks(packages, label, bold=False)
    for package, name in (("source-serif-4", "SourceSerif4"), ("libre-franklin", "LibreFranklin")):
        shutil.copy(packages / package / "LICENSE", STATIC / "fonts" / f"OFL-{name}.txt")
    sheet = STATIC / "css/site.css"
    sheet.write_text(RULES.sub(lambda match: match[1] + "\n".join(rules) + "\n" + match[2], sheet.read_text()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
