"""What a photograph says is read from XMP, then IIM, then Exif, and its credit is the whole chain."""

from __future__ import annotations

from datetime import date

import pytest

from newsdesk.pictures.metadata import read
from newsdesk.pictures.particulars import credit_chain, from_json, to_json
from newsdesk.pictures.tests import samples


@pytest.mark.parametrize("kind", samples.KINDS)
def test_xmp_is_read_from_every_format(kind: str) -> None:
    said = read(samples.telltale(kind))
    assert said.caption == samples.CAPTION  # the default language, not the first
    assert said.alt == "Two men lift a beam"
    assert said.creator == "Olena Koval"
    assert said.credit == samples.CREDIT
    assert said.copyright == "© AFP"
    assert said.source_type == samples.SOURCE_TYPE
    assert said.headline == "Після удару"
    assert said.keywords == ("rescue", "Kyiv")
    assert said.taken_on == date(2026, 3, 17)


def photograph(iim: bytes = b"", **options: object) -> bytes:
    data = samples.saved(samples.scene(32, 32), "jpeg", **options)
    body = b"Photoshop 3.0\x00" + samples.photoshop.resource(iim)
    return samples.with_segments(data, samples.segment(0xED, body)) if iim else data


def test_iim_comes_before_exif_and_each_fills_what_is_missing() -> None:
    said = read(photograph(samples.AGENCY_IIM, exif=samples.camera_exif()))
    assert (said.creator, said.credit, said.headline) == ("Someone Else", "Someone Else / Reuters", "Удар")
    assert said.taken_on == date(2026, 3, 16)


def test_exif_alone_names_its_artist() -> None:
    said = read(photograph(exif=samples.camera_exif()))
    assert (said.creator, said.credit) == ("Camera Owner", "Camera Owner")


@pytest.mark.parametrize(
    ("declared", "written", "meant"),
    [
        (b"\x1b%G", "Żółć".encode(), "Żółć"),
        (b"\x1b.A", "Müller".encode("latin-1"), "Müller"),
        (b"\x1b-L", "Коваль".encode("iso8859-5"), "Коваль"),
        (b"", "Коваль".encode(), "Коваль"),
        (b"", b"Jos\xe9", "José"),
        (b"\x1b%G", b"Jos\xe9", "José"),
    ],
)
def test_iim_is_read_in_its_own_charset(declared: bytes, written: bytes, meant: str) -> None:
    charset = [(1, 90, declared)] if declared else []
    assert read(photograph(samples.datasets(*charset, (2, 80, written)))).creator == meant


@pytest.mark.parametrize(
    ("creator", "credit", "printed"),
    [
        ("Olena Koval", "AFP", "Olena Koval / AFP"),
        ("Olena Koval", "OLENA  KOVAL/AFP", "OLENA  KOVAL/AFP"),
        ("Olena Koval", "", "Olena Koval"),
        ("", "AFP", "AFP"),
        ("", "", ""),
    ],
)
def test_credit_names_the_creator_once(creator: str, credit: str, printed: str) -> None:
    assert credit_chain(creator, credit) == printed


def test_metadata_comes_back_from_json() -> None:
    said = read(samples.telltale("jpeg"))
    assert from_json(to_json(said)) == said
    assert from_json(to_json(said) | {"of a later version": 1}) == said


def test_xmp_with_entities_is_not_unfolded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + samples.XMP[samples.XMP.index(b"<x:") :].replace(b"POOL", b"&a;")
    assert read(photograph(xmp=bomb)).credit == ""
