"""Whatever bytes come in, ``check`` answers or refuses and ``read`` says what it can."""

from __future__ import annotations

import contextlib
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.pictures import guard, metadata, strip
from newsdesk.pictures.guard import PictureRefused
from newsdesk.pictures.tests import samples

SMALL = {kind: samples.telltale(kind, picture=samples.scene(40, 30)) for kind in samples.KINDS}
HEADS = st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\x00\x00\x00WEBPVP8X", b"II*\x00"])
CHANGES = st.lists(st.tuples(st.integers(0, 5000), st.binary(min_size=1, max_size=6)), min_size=1, max_size=8)


def takes_or_refuses(data: bytes) -> None:
    metadata.read(data)
    with contextlib.suppress(PictureRefused):
        guard.check(data, "x.jpg")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow complains of broken tags it then skips
            strip.without_location(data)


@settings(deadline=None)
@given(HEADS, st.binary(max_size=400))
def test_random_bytes(head: bytes, body: bytes) -> None:
    takes_or_refuses(head + body)


@settings(deadline=None)
@given(st.sampled_from(samples.KINDS), CHANGES)
def test_damaged_pictures(kind: str, changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(SMALL[kind])
    for at, new in changes:
        at %= len(data)
        data[at : at + len(new)] = new
    takes_or_refuses(bytes(data))


@settings(deadline=None)
@given(st.sampled_from(samples.KINDS), st.floats(0, 1))
def test_pictures_cut_short(kind: str, share: float) -> None:
    takes_or_refuses(SMALL[kind][: int(len(SMALL[kind]) * share)])


@pytest.mark.parametrize("kind", samples.KINDS)
def test_metadata_of_a_bomb_is_read_as_nothing(kind: str) -> None:
    bomb = SMALL[kind].replace((40).to_bytes(4, "big"), (2**30).to_bytes(4, "big"))
    metadata.read(
        bomb.replace((40).to_bytes(2, "little"), b"\xff\xff").replace((30).to_bytes(2, "little"), b"\xff\xff")
    )


@pytest.mark.parametrize("kind", samples.KINDS)
def test_half_a_picture_is_refused(kind: str) -> None:
    whole = samples.saved(samples.scene(), kind)
    with pytest.raises(PictureRefused):
        guard.check(whole[: len(whole) // 2], f"half.{kind}")
