"""Bounces that many kinds of servers wrote, and what each says of the letter.

They are the samples of flufl.bounce's own tests (https://gitlab.com/flufl/flufl.bounce, Apache-2.0), where Debian's
python3-flufl.bounce puts them; what is expected of each is ours.
"""

from __future__ import annotations

import pytest

from checks.needs import BOUNCES
from newsdesk.newsletter.notices import reading

SAID = {
    ("hard", ""): """
        aol_01 bounce_02 bounce_03 caiwireless_01 dsn_03 groupwise_01 groupwise_02 hotpop_01 llnl_01
        microsoft_01 microsoft_02 microsoft_03 microsoft_04 netscape_01 newmailru_01 postfix_02 postfix_03
        postfix_04 qmail_01 qmail_02 qmail_06 qmail_07 simple_02 simple_04 simple_05 simple_06 simple_07
        simple_09 simple_10 simple_11 simple_12 simple_13 simple_16 simple_17 simple_20 simple_23 simple_24
        simple_25 simple_26 simple_27 simple_31 simple_32 simple_37 simple_38 simple_39 sina_01 smtp32_01
        smtp32_02 smtp32_03 smtp32_05 smtp32_07 yahoo_02 yahoo_03 yahoo_04 yahoo_05 yahoo_06 yahoo_07
        yahoo_08 yahoo_09 yahoo_10 yahoo_12 yale_01
    """,
    ("hard", "5.0.0"): "dsn_01 dsn_04 dsn_09 dsn_10 dsn_16 dsn_18",
    ("hard", "5.1.1"): """
        dsn_11 dsn_12 dsn_13 dsn_14 dsn_15 exim_01 postfix_01 qmail_03 simple_15 simple_19 simple_34
        yahoo_11 yahoo_13
    """,
    ("hard", "5.3.0"): "simple_30 simple_33 smtp32_04 smtp32_06",
    ("hard", "5.7.1"): "simple_42",
    ("hard", "550"): "qmail_04 qmail_05 simple_08 simple_29 simple_36 simple_41 simple_45",
    ("hard", "552"): "simple_01 simple_14",
    ("hard", "554"): "postfix_05 sendmail_01 simple_18",
    ("soft", "4.4.1"): "yahoo_01",
    ("soft", "4.4.4"): "simple_44",
    ("soft", "4.4.7"): "dsn_02",
    ("delayed", ""): "simple_03 simple_21 simple_22 simple_28 simple_35 simple_40",
    ("delayed", "4.0.0"): "dsn_08",
    ("delayed", "4.3.0"): "dsn_17",
    ("delayed", "4.4.0"): "dsn_06",
    ("delayed", "4.4.1"): "dsn_05 dsn_07",
    ("", ""): "bounce_01 dumbass_01 groupwise_03 qmail_08 simple_43",
}
"""By kind and code. Nothing is said by a letter (groupwise_03), an answer (qmail_08) and three that name no reader."""
EXPECTED = {name: said for said, names in SAID.items() for name in names.split()}


def samples() -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted(BOUNCES.glob("*.txt"))}


def test_every_sample_has_something_expected_of_it() -> None:
    """Debian's release has two less than the newest."""
    assert samples().keys() <= EXPECTED.keys() and len(samples()) >= 115


@pytest.mark.parametrize(("name", "raw"), samples().items(), ids=samples().keys())
def test_server_is_understood(name: str, raw: bytes) -> None:
    told = reading.read(raw)
    assert (told.kind, told.status) == EXPECTED[name] if told else not any(EXPECTED[name])
    assert told is None or "@" not in told.said
