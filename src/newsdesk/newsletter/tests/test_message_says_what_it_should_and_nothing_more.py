from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.newsletter.message import Mailbox, Unsendable, build
from newsdesk.newsletter.tests.makers import LEAVE_URL, envelope, rendered

HEADERS = [
    "From", "To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post",
    "Feedback-ID", "MIME-Version", "Content-Type",
]  # fmt: skip


def read(message: bytes) -> EmailMessage:
    return message_from_bytes(message, policy=policy.default)  # type: ignore[return-value]


def raw(message: bytes, name: str) -> str:
    head = message.partition(b"\r\n\r\n")[0].replace(b"\r\n ", b" ").decode()
    return next(line.partition(": ")[2] for line in head.split("\r\n") if line.startswith(f"{name}: "))


def words(part: EmailMessage) -> str:
    return part.get_content().replace("\r\n", "\n")


def test_a_long_leave_link_is_read_back_whole_from_the_bytes_sent() -> None:
    message = build(rendered(), envelope())
    assert raw(message, "List-Unsubscribe").split(", ")[0] == f"<{LEAVE_URL}>"
    assert raw(message, "List-Unsubscribe-Post") == "List-Unsubscribe=One-Click"
    assert f"<{LEAVE_URL}>".encode() in message


def test_the_headers_are_these_and_no_others() -> None:
    assert read(build(rendered(), envelope())).keys() == HEADERS


def test_both_parts_carry_the_readers_own_links_whole() -> None:
    text, html = read(build(rendered(), envelope())).iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert f"Leave: {LEAVE_URL}\n" in words(text)
    assert f'href="{LEAVE_URL}"' in words(html)
    assert "?a=1&b=2" in words(text)
    assert "?a=1&amp;b=2" in words(html)


def test_words_of_every_language_come_back_as_they_were() -> None:
    subject = "Пороми стали опівдні, і ніхто не знає чому саме так вийшло цього разу у порту"
    name = "Новини гавані"
    message = build(rendered(subject=subject, text="Сталося\n"), envelope(from_=Mailbox(name, "l@news.example")))
    assert message.partition(b"\r\n\r\n")[0].isascii()
    assert read(message)["Subject"] == subject
    assert read(message)["From"].addresses[0].display_name == name
    assert words(next(iter(read(message).iter_parts()))) == "Сталося\n"


def test_only_an_address_beyond_ascii_needs_utf8() -> None:
    assert not envelope(from_=Mailbox("Новини", "l@news.example")).needs_utf8
    assert envelope(to="оля@example.org").needs_utf8
    assert "To: оля@example.org".encode() in build(rendered(), envelope(to="оля@example.org"))


@given(subject=st.text(max_size=300), name=st.text(max_size=200), text=st.text(max_size=3000))
def test_no_subject_name_or_text_makes_another_header_or_a_long_line(subject: str, name: str, text: str) -> None:
    given_by = envelope(from_=Mailbox(name, "l@news.example"), list_name=name)
    message = build(rendered(subject=subject, text=text, html=text), given_by)
    assert read(message).keys() == HEADERS
    assert b"\n" not in message.replace(b"\r\n", b"")
    assert b"\r" not in message.replace(b"\r\n", b"")
    assert all(len(line) <= 998 for line in message.split(b"\r\n"))


@given(subject=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=150))
def test_a_subject_comes_back_as_it_was(subject: str) -> None:
    assert str(read(build(rendered(subject=subject), envelope()))["Subject"]) == subject


@given(address=st.text(max_size=80).map("a{}@example.org".format))
def test_no_address_makes_another_header(address: str) -> None:
    try:
        message = build(rendered(), envelope(to=address))
    except Unsendable as refused:
        assert str(refused) == "To"
        return
    assert message_from_bytes(message).keys() == HEADERS


@pytest.mark.parametrize("field", ["leave_url", "message_id", "list_id", "feedback_id", "leave_mailto"])
@pytest.mark.parametrize("value", ["a\r\nBcc: x@example.org", "a b", "a>b", "é", "a" * 1000])
def test_a_token_that_cannot_stand_in_a_header_is_refused(field: str, value: str) -> None:
    with pytest.raises(Unsendable):
        build(rendered(), envelope(**{field: value}))
