from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.newsletter.addresses import Unusable, parse


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" ines@example.org \n", "ines@example.org"),
        ("mailto:Ines@Example.ORG", "Ines@example.org"),
        ("o'neil+news@mail.example.org", "o'neil+news@mail.example.org"),
        ("ines@пошта.укр", "ines@xn--80a1acn3a.xn--j1amh"),
        ("ines@straße.example", "ines@xn--strae-oqa.example"),
        ("оля@example.org", "оля@example.org"),
    ],
)
def test_an_address_is_taken_as_it_was_meant(typed: str, address: str) -> None:
    assert str(parse(typed)) == address


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Please write"),
        ("ines.example.org", "no @"),
        ("ines@mail@example.org", "more than one @"),
        ("ines halvard@example.org", "no spaces"),
        ("in\u200bes@example.org", "invisible"),
        ("a@example.org\r\nBcc: b@example.org", "no spaces"),
        ("@example.org", "nothing before"),
        ("a" * 65 + "@example.org", "at most 64"),
        ("a" * 20 + "@" + ".".join(["b" * 60] * 4) + ".org", "too long"),
        ("a..b@example.org", "full stop"),
        ("a<b@example.org", "character"),
        ("a@localhost", "no name of a mail server"),
        ("a@127.0.0.1", "no name of a mail server"),
        ("a@exa_mple.org", "no name of a mail server"),
        ("a@-b.org", "no name of a mail server"),
    ],
)
def test_what_is_wrong_is_said(typed: str, why: str) -> None:
    with pytest.raises(Unusable) as refused:
        parse(typed)
    assert why in str(refused.value.why)
    assert not typed or typed not in str(refused.value)


def test_case_does_not_make_another_reader() -> None:
    assert parse("Ines@Example.org").canonical == parse("ines@example.ORG").canonical


def test_offices_and_letters_beyond_ascii_are_noted() -> None:
    assert parse("Postmaster@example.org").role
    assert parse("abuse+x@example.org").role
    assert not parse("ines@example.org").role
    assert parse("оля@example.org").needs_utf8
    assert not parse("ines@пошта.укр").needs_utf8


@given(st.one_of(st.text(), st.text().map("{}@example.org".format), st.text().map("a@{}.org".format)))
def test_anything_is_an_address_of_one_line_or_refused(typed: str) -> None:
    try:
        address = parse(typed)
    except Unusable:
        return
    assert str(parse(str(address))) == str(address)
    assert parse(address.canonical).canonical == address.canonical
    assert str(address).split() == [str(address)]
    assert len(str(address).encode()) <= 254
