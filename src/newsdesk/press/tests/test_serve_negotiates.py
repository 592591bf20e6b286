"""Which copy and which bytes a request's headers ask for, decided without a server."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.press.serving.config import ReaderConfig
from newsdesk.press.serving.negotiate import CODINGS, OutOfRangeError, asked_range, codings, matches
from newsdesk.settings_env.refused import Refused


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        (None, ("identity",)),
        ("", ("identity",)),
        ("gzip, deflate, br, zstd", ("br", "gzip", "identity")),
        ("gzip", ("gzip", "identity")),
        ("br;q=0.5, gzip;q=0.8", ("gzip", "br", "identity")),
        ("BR ; Q=1.0,gzip;q=0", ("br", "identity")),
        ("*", ("br", "gzip", "identity")),
        ("*;q=0", ("identity",)),
        ("identity, br;q=0.2", ("identity", "br")),
        ("identity;q=0, br", ("br", "identity")),
        ("br;q=nonsense, gzip;q=7", ("identity",)),
    ],
)
def test_codings_in_the_order_a_client_likes_them(header: str | None, wanted: tuple[str, ...]) -> None:
    assert codings(header) == wanted


@given(
    st.text(max_size=60)
    | st.from_regex(r"(br|gzip|\*|identity)(;q=[01]\.\d)?(, ?(br|gzip|x)(;q=\d)?)*", fullmatch=True)
)
def test_any_header_leaves_something_to_send(header: str) -> None:
    found = codings(header)
    assert "identity" in found
    assert set(found) <= set(CODINGS) and len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("bytes=0-0", (0, 1)),
        ("bytes=5-", (5, 10)),
        ("bytes=-3", (7, 10)),
        ("bytes=-99", (0, 10)),
        ("bytes=2-99", (2, 10)),
        ("bytes=4-2", None),
        ("bytes=0-1,3-4", None),
        ("bytes=-", None),
        ("lines=0-1", None),
        ("bytes=٣-٤", None),
        ("bytes=" + "9" * 5000 + "-", None),
    ],
)
def test_one_range_of_ten_bytes(header: str, wanted: tuple[int, int] | None) -> None:
    assert asked_range(header, 10) == wanted


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_range_of_no_byte_is_told_apart(header: str) -> None:
    with pytest.raises(OutOfRangeError):
        asked_range(header, 10)


@given(st.integers(0, 10**6), st.from_regex(r"bytes=\d{0,7}-\d{0,7}", fullmatch=True))
def test_range_is_always_within_the_file(size: int, header: str) -> None:
    try:
        found = asked_range(header, size)
    except OutOfRangeError:
        return
    assert found is None or 0 <= found[0] < found[1] <= size


def test_if_none_match_is_compared_weakly() -> None:
    assert matches('"a"', '"a"') and matches('W/"a"', '"a"') and matches(' "b" , "a" ', '"a"') and matches("*", '"a"')
    assert not matches('"b"', '"a"') and not matches("", '"a"') and not matches("a", '"a"')


def test_reader_is_configured_by_the_environment() -> None:
    config = ReaderConfig.from_environment({"NEWSDESK_DATA": "/srv/paper", "NEWSDESK_ERROR_LOG": "off"})
    assert str(config.shelf) == "/srv/paper/shelf"
    assert config.access_log == "/srv/paper/log/access.jsonl" and not config.error_log
    assert config.upload_limit == 60 * 1024 * 1024
    assert not config.log_addresses and not config.secure


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NEWSDESK_READER_MEGABYTES", "many"),
        ("NEWSDESK_FORWARD_SECONDS", "100000"),
        ("NEWSDESK_LOG_ADDRESSES", "perhaps"),
        ("NEWSDESK_ACCESS_LOG", "log/"),
    ],
)
def test_nonsense_in_the_environment_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(Refused, match=name):
        ReaderConfig.from_environment({name: value})
