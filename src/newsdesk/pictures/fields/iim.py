"""IIM, the oldest of the three: datasets of a record, a number and bytes.

https://www.iptc.org/std/IIM/4.2/specification/IIMV4.2.pdf
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsdesk.pictures.particulars import PictureMetadata, clean, day

UTF8 = b"\x1b%G"
_CHARSETS = {UTF8: "utf-8", b"\x1b.A": "latin-1", b"\x1b-A": "latin-1", b"\x1b-L": "iso8859-5", b"\x1b-F": "iso8859-7"}
_CHARSET, _KEYWORDS, _CREATED, _CREATOR, _HEADLINE = (1, 90), (2, 25), (2, 55), (2, 80), (2, 105)
_CREDIT, _COPYRIGHT, _CAPTION = (2, 110), (2, 116), (2, 120)

# Version, title, urgency, categories, keywords, instructions, dates, by-line, city, province, country, reference,
# headline, credit, source, copyright, caption. Left out: sub-location (2:92), content location (2:26, 2:27), contact
# (2:118), the names of programs and of the caption's writer, and preview images (2:202).
_HARMLESS = (0, 5, 10, 15, 20, 25, 40, 55, 60, 80, 85, 90, 95, 100, 101, 103, 105, 110, 115, 116, 120)
_KEPT = {_CHARSET, *((2, number) for number in _HARMLESS)}


class Dataset(NamedTuple):
    key: tuple[int, int]
    value: bytes


def read(packet: bytes) -> PictureMetadata:
    """What the packet says; a dataset that is broken ends it."""
    found: dict[tuple[int, int], list[bytes]] = {}
    for key, value in datasets(packet):
        found.setdefault(key, []).append(value)
    charset = _CHARSETS.get(found.get(_CHARSET, [b""])[0], "")

    def texts(key: tuple[int, int]) -> list[str]:
        return [text for value in found.get(key, []) if (text := clean(_decoded(value, charset)))]

    return PictureMetadata(
        caption="".join(texts(_CAPTION)[:1]),
        creator=", ".join(texts(_CREATOR)),
        credit="".join(texts(_CREDIT)[:1]),
        copyright="".join(texts(_COPYRIGHT)[:1]),
        headline="".join(texts(_HEADLINE)[:1]),
        keywords=tuple(texts(_KEYWORDS)),
        taken_on=day("".join(texts(_CREATED)[:1])),
    )


def write(metadata: PictureMetadata) -> bytes:
    """A packet in UTF-8. IIM allows 32 bytes for a credit; nobody holds to it, and half a credit is a wrong one."""
    said = [(_CAPTION, metadata.caption), (_CREATOR, metadata.creator), (_CREDIT, metadata.credit)]
    said += [(_COPYRIGHT, metadata.copyright), (_HEADLINE, metadata.headline)]
    said += [(_KEYWORDS, word) for word in metadata.keywords]
    said += [(_CREATED, f"{metadata.taken_on:%Y%m%d}")] if metadata.taken_on else []
    head = [Dataset(_CHARSET, UTF8), Dataset((2, 0), b"\x00\x04")]
    return _joined(head + [Dataset(key, text.encode()) for key, text in sorted(said, key=lambda one: one[0]) if text])


def scrub(packet: bytes) -> bytes:
    """The packet without what is not known to be harmless."""
    return _joined([dataset for dataset in datasets(packet) if dataset.key in _KEPT])


def datasets(packet: bytes) -> Iterator[Dataset]:
    """The packet's datasets in order, up to the first that is broken or longer than 32 KB."""
    at = 0
    while at + 5 <= len(packet) and packet[at] == 0x1C:
        size = int.from_bytes(packet[at + 3 : at + 5], "big")
        if size & 0x8000 or at + 5 + size > len(packet):
            return
        yield Dataset((packet[at + 1], packet[at + 2]), packet[at + 5 : at + 5 + size])
        at += 5 + size


def _joined(said: list[Dataset]) -> bytes:
    return b"".join(bytes([0x1C, *key]) + len(value).to_bytes(2, "big") + value for key, value in said)


def _decoded(value: bytes, charset: str) -> str:
    try:
        return value.decode(charset or "utf-8")
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")
