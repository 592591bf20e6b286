"""Words come back whole, with their key and in their place; otherwise not at all, and it is told why."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.sources.confidential.seal import BLOCK, Sealed, Unreadable, key_id, seal, unseal

KEY, OTHER = b"k" * 32, b"o" * 32
HERE, THERE = UUID(int=1), UUID(int=2)

words = st.text()
keys = st.binary(min_size=32, max_size=32)
places = st.uuids()


@given(words, places, keys)
def test_words_come_back_as_they_were(said: str, place: UUID, key: bytes) -> None:
    assert unseal(seal(said, place, key), place, [key]) == said


@given(words, keys)
def test_nothing_of_the_words_stands_in_the_box(said: str, key: bytes) -> None:
    box = seal(said, HERE, key).box
    assert len(said.encode()) < 4 or said.encode() not in box
    assert (len(box) - 12 - 16) % BLOCK == 0


def test_the_length_of_a_box_tells_no_name() -> None:
    assert len({len(seal("x" * length, HERE, KEY).box) for length in (0, 1, 20, 400, BLOCK - 1)}) == 1


def test_the_same_words_are_never_sealed_alike() -> None:
    assert len({seal("Ada", HERE, KEY).box for _ in range(50)}) == 50


def test_any_of_the_keys_opens_what_it_sealed() -> None:
    assert unseal(seal("Ada", HERE, OTHER), HERE, [KEY, OTHER]) == "Ada"


@pytest.mark.parametrize("at_hand", [[], [OTHER]])
def test_another_key_is_told_from_damage(at_hand: list[bytes]) -> None:
    with pytest.raises(Unreadable) as refusal:
        unseal(seal("Ada", HERE, KEY), HERE, at_hand)
    assert refusal.value.other_key


def test_a_key_that_only_claims_to_be_the_one_opens_nothing() -> None:
    with pytest.raises(Unreadable):
        unseal(replace(seal("Ada", HERE, KEY), key=key_id(OTHER)), HERE, [OTHER])


def test_a_box_that_was_moved_stays_shut() -> None:
    assert _shut(seal("Ada", HERE, KEY), THERE)


@given(st.data(), words)
def test_one_damaged_bit_and_it_stays_shut(data: st.DataObject, said: str) -> None:
    sealed = seal(said, HERE, KEY)
    at, bit = data.draw(st.integers(0, len(sealed.box) - 1)), data.draw(st.integers(0, 7))
    box = bytearray(sealed.box)
    box[at] ^= 1 << bit
    assert _shut(replace(sealed, box=bytes(box)))


@given(st.data())
def test_cut_short_it_stays_shut(data: st.DataObject) -> None:
    sealed = seal("Ada", HERE, KEY)
    length = data.draw(st.integers(0, len(sealed.box) - 1))
    assert _shut(replace(sealed, box=sealed.box[:length]))


def test_an_id_tells_nothing_of_its_key() -> None:
    assert key_id(KEY) != key_id(OTHER)
    assert KEY.hex()[:8] not in key_id(KEY)


def _shut(sealed: Sealed, place: UUID = HERE) -> bool:
    with pytest.raises(Unreadable) as refusal:
        unseal(sealed, place, [KEY])
    return not refusal.value.other_key
