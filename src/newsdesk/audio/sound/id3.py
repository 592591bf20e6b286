"""The tag at the head of an MP3: ID3 2.4, in UTF-8, with chapters.

https://id3.org/id3v2.4.0-structure, https://id3.org/id3v2.4.0-frames, https://id3.org/id3v2-chapters-1.0
"""

from __future__ import annotations

from datetime import UTC, datetime

from newsdesk import __version__
from newsdesk.audio.sound.chapters import spans
from newsdesk.audio.sound.languages import three_letters
from newsdesk.audio.sound.order import Tags

MOST_CHAPTERS = 255
"""A table of contents counts them in one byte."""

_UTF8 = b"\x03"
_FRONT_COVER = b"\x03"
_TOP_LEVEL_AND_ORDERED = b"\x03"
_NO_OFFSET = b"\xff" * 8


def tag(tags: Tags, chapters: list[tuple[str, float]], seconds: float, picture: bytes = b"") -> bytes:
    """The whole tag; ``picture`` is a JPEG or nothing."""
    language = three_letters(tags.language).encode()
    frames = [
        _text("TIT2", tags.title),
        _text("TPE1", ", ".join(tags.authors)),
        _text("TALB", tags.site),
        _text("TPUB", tags.site),
        _text("TDRC", _moment(tags.date)),
        _text("TLAN", language.decode()),
        _text("TLEN", str(round(seconds * 1000))),
        _text("TSSE", f"Newsdesk {__version__}"),
        _frame("WOAF", tags.url.encode("latin-1", "replace")) if tags.url else b"",
        _frame("COMM", _UTF8 + language + b"\0" + _utf8(tags.comment)) if tags.comment else b"",
        _frame("TXXX", _UTF8 + b"digitalSourceType\0" + _utf8(tags.source_uri)) if tags.source_type else b"",
        _frame("APIC", _UTF8 + b"image/jpeg\0" + _FRONT_COVER + b"\0" + picture) if picture else b"",
        _contents(chapters, seconds),
    ]
    body = b"".join(frames)
    return b"ID3\x04\x00\x00" + _size(len(body)) + body


def _contents(chapters: list[tuple[str, float]], seconds: float) -> bytes:
    """The chapters and their table."""
    some = chapters[:MOST_CHAPTERS]
    if not some:
        return b""
    names = [f"chapter{number}".encode() + b"\0" for number in range(len(some))]
    table = _frame("CTOC", b"contents\0" + _TOP_LEVEL_AND_ORDERED + bytes([len(some)]) + b"".join(names))
    return table + b"".join(
        _frame("CHAP", name + start.to_bytes(4, "big") + end.to_bytes(4, "big") + _NO_OFFSET + _text("TIT2", title))
        for name, (title, start, end) in zip(names, spans(some, seconds), strict=True)
    )


def _moment(date: str) -> str:
    """In UTC, and without saying so, as the standard has it."""
    if len(date) <= len("2026-11-25"):
        return date
    return datetime.fromisoformat(date).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def _text(id: str, words: str) -> bytes:
    return _frame(id, _UTF8 + _utf8(words)) if words else b""


def _utf8(words: str) -> bytes:
    """A nul would begin another value."""
    return words.replace("\0", "").encode("utf-8", "replace")


def _frame(id: str, body: bytes) -> bytes:
    return id.encode() + _size(len(body)) + b"\0\0" + body


def _size(number: int) -> bytes:
    """Seven bits a byte, so that no size looks like the start of a frame of sound."""
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))
