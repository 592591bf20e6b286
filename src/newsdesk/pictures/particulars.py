"""What a photograph says about itself: the fields of the IPTC standard that are printed or passed on.

https://www.iptc.org/std/photometadata/specification/IPTC-PhotoMetadata
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

MAX_LENGTH = 5000  # characters a field; the XMP packet of a JPEG has to fit into one segment of 64 KB


@dataclass(frozen=True, slots=True)
class PictureMetadata:
    """Plain, cleaned text; empty where nothing is said.

    ``credit`` is the whole chain as printed, ``source_type`` a digital source type URI; ``usage_terms``,
    ``licence_url`` and ``data_mining`` (a PLUS vocabulary URI) are reservations of rights, to travel with every file.
    """

    caption: str = ""
    alt: str = ""
    creator: str = ""
    credit: str = ""
    copyright: str = ""
    source_type: str = ""
    headline: str = ""
    keywords: tuple[str, ...] = ()
    taken_on: date | None = None
    usage_terms: str = ""
    licence_url: str = ""
    data_mining: str = ""


NOTHING = PictureMetadata()


def clean(text: str) -> str:
    """``text`` without control characters and outer blanks, lines kept, cut at ``MAX_LENGTH`` characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+", " ", lines).strip()[:MAX_LENGTH].rstrip()


def day(text: str) -> date | None:
    """The day named at the start of an IIM, Exif or XMP date (``20260317``, ``2026:03:17 …``, ``2026-03-17T…``)."""
    match = re.match(r"(\d{4})[:-]?(\d\d)[:-]?(\d\d)", text.strip(), re.ASCII)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def first_of(*found: PictureMetadata) -> PictureMetadata:
    """Each field from the first value that says something."""
    merged: dict[str, Any] = {}
    for name in (field.name for field in fields(PictureMetadata)):
        merged[name] = next((value for one in found if (value := getattr(one, name))), getattr(NOTHING, name))
    return PictureMetadata(**merged)


def credit_chain(creator: str, credit: str) -> str:
    """The credit as printed: ``creator / credit`` unless the credit line names the creator already."""
    if not creator or not credit or _folded(creator) in _folded(credit):
        return credit or creator
    return f"{creator} / {credit}"


def with_chain(metadata: PictureMetadata) -> PictureMetadata:
    """The same with ``credit`` as the whole chain."""
    return replace(metadata, credit=credit_chain(metadata.creator, metadata.credit))


def to_json(metadata: PictureMetadata) -> dict[str, Any]:
    """Values JSON can hold; ``from_json`` turns them back."""
    taken_on = metadata.taken_on.isoformat() if metadata.taken_on else ""
    return asdict(metadata) | {"keywords": list(metadata.keywords), "taken_on": taken_on}


def from_json(values: Mapping[str, Any]) -> PictureMetadata:
    """What ``to_json`` wrote; names unknown to this version are left out."""
    known = {field.name: values[field.name] for field in fields(PictureMetadata) if field.name in values}
    if "keywords" in known:
        known["keywords"] = tuple(known["keywords"])
    if "taken_on" in known:
        known["taken_on"] = day(known["taken_on"] or "")
    return PictureMetadata(**known)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
