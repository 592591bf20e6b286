"""Puts the words about a file into an MP4, and what a player needs first before the sound, so that it starts at once.

ISO/IEC 14496-12 (boxes, chunk offsets); the list of words is iTunes', which players read:
https://developer.apple.com/documentation/quicktime-file-format/metadata_atoms_and_types
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from newsdesk import __version__
from newsdesk.audio.sound.languages import three_letters
from newsdesk.audio.sound.order import Tags

_WORDS, _JPEG = 1, 13  # kinds of data
_HANDLER = b"\0" * 8 + b"mdirappl" + b"\0" * 9
_HOLDERS = (b"trak", b"mdia", b"minf", b"stbl")
_OFFSETS = {b"stco": 4, b"co64": 8}  # bytes of one


class Box(NamedTuple):
    kind: bytes
    start: int
    body: int
    end: int


def finish(plain: Path, finished: Path, tags: Tags, picture: bytes = b"") -> None:
    """Writes ``plain`` anew: head, then ``moov`` with our words in it, then the sound where it now stands."""
    with plain.open("rb") as source, finished.open("wb") as out:
        boxes = list(_outermost(source, plain.stat().st_size))
        moov = next(box for box in boxes if box.kind == b"moov")
        source.seek(moov.body)
        head = _with_words(source.read(moov.end - moov.body), _words(tags, picture))
        others = [box for box in boxes if box is not moov]
        where = len(head) + 8
        _copy(source, out, others[0])
        out.write(_box(b"moov", _moved(head, where)))
        for box in others[1:]:
            _copy(source, out, box)


def boxes_in(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """The boxes one after another in a part of ``data``; raises ``ValueError`` where they overlap its end."""
    end = len(data) if end is None else end
    while start < end:
        size = int.from_bytes(data[start : start + 4], "big")
        if size < 8 or start + size > end:
            raise ValueError("not a box")
        yield Box(data[start + 4 : start + 8], start, start + 8, start + size)
        start += size


def _outermost(file: BinaryIO, size: int) -> Iterator[Box]:
    start = 0
    while start < size:
        file.seek(start)
        head = file.read(16)
        length, body = int.from_bytes(head[:4], "big"), start + 8
        if length == 1:
            length, body = int.from_bytes(head[8:16], "big"), start + 16
        yield Box(head[4:8], start, body, start + length)
        start += length


def _copy(source: BinaryIO, out: BinaryIO, box: Box) -> None:
    source.seek(box.start)
    left = box.end - box.start
    while left:
        block = source.read(min(left, 1 << 20))
        out.write(block)
        left -= len(block)


def _with_words(moov: bytes, words: bytes) -> bytes:
    """``moov`` with our words in place of whatever a muxer said; what else is in its user data, the chapters, stays."""
    kept = b"".join(
        moov[inner.start : inner.end]
        for box in boxes_in(moov)
        if box.kind == b"udta"
        for inner in boxes_in(moov, box.body, box.end)
        if inner.kind != b"meta"
    )
    others = b"".join(moov[box.start : box.end] for box in boxes_in(moov) if box.kind != b"udta")
    return others + _box(b"udta", words + kept)


def _moved(moov: bytes, by: int) -> bytes:
    """``moov`` with every offset of a chunk of sound ``by`` bytes later."""
    patched = bytearray(moov)
    for box in _tables(moov, 0, len(moov)):
        width = _OFFSETS[box.kind]
        for at in range(box.body + 8, box.end, width):
            offset = int.from_bytes(patched[at : at + width], "big") + by
            patched[at : at + width] = offset.to_bytes(width, "big")
    return bytes(patched)


def _tables(moov: bytes, start: int, end: int) -> Iterator[Box]:
    for box in boxes_in(moov, start, end):
        if box.kind in _HOLDERS:
            yield from _tables(moov, box.body, box.end)
        elif box.kind in _OFFSETS:
            yield box


def _words(tags: Tags, picture: bytes) -> bytes:
    items = [
        _item(b"\xa9nam", tags.title),
        _item(b"\xa9ART", ", ".join(tags.authors)),
        _item(b"\xa9alb", tags.site),
        _item(b"aART", tags.site),
        _item(b"\xa9day", tags.date),
        _item(b"\xa9cmt", tags.comment),
        _item(b"\xa9too", f"Newsdesk {__version__}"),
        _own("LANGUAGE", three_letters(tags.language)),
        _own("WWW", tags.url),
        _own("digitalSourceType", tags.source_uri),
        _box(b"covr", _data(picture, _JPEG)) if picture else b"",
    ]
    listed = _box(b"hdlr", _HANDLER) + _box(b"ilst", b"".join(items))
    return _box(b"meta", b"\0" * 4 + listed)


def _item(kind: bytes, words: str) -> bytes:
    return _box(kind, _data(words.encode("utf-8", "replace"), _WORDS)) if words else b""


def _own(name: str, words: str) -> bytes:
    """What iTunes has no box for."""
    if not words:
        return b""
    named = _box(b"mean", b"\0" * 4 + b"com.apple.iTunes") + _box(b"name", b"\0" * 4 + name.encode())
    return _box(b"----", named + _data(words.encode("utf-8", "replace"), _WORDS))


def _data(value: bytes, kind: int) -> bytes:
    return _box(b"data", kind.to_bytes(4, "big") + b"\0" * 4 + value)


def _box(kind: bytes, body: bytes) -> bytes:
    return (len(body) + 8).to_bytes(4, "big") + kind + body
