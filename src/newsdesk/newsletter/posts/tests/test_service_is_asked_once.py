"""A mail service's API: asked after the commitment, once; what it says, and what nobody can know. Files are whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from anymail.exceptions import AnymailRequestsAPIError
from anymail.signals import AnymailTrackingEvent
from django.core import mail
from django.core.mail import get_connection

from newsdesk.newsletter import services
from newsdesk.newsletter.notices.event import read
from newsdesk.newsletter.posts import NotHanded, PostLater, PostLost, PostRefused, names
from newsdesk.newsletter.posts.anymail import AnymailPost, judged
from newsdesk.newsletter.posts.file import FilePost
from newsdesk.newsletter.posts.tests.test_smtp_keeps_the_moment_before_the_body import Envelope, yes
from newsdesk.settings_env import parsers
from newsdesk.settings_env.mail import anymail
from newsdesk.settings_env.themes import folders_of

TEST = services.of("test")
MAIL = b"""From: The Paper <paper@news.example>\r
To: ines@mail.example\r
Subject: =?utf-8?q?=D0=94=D0=B5=D0=BD=D1=8C?=\r
Message-ID: <a=b+c@news.example>\r
List-Unsubscribe: <https://news.example/letters/leave/abc/>\r
List-Unsubscribe-Post: List-Unsubscribe=One-Click\r
X-Other: not ours\r
MIME-Version: 1.0\r
Content-Type: multipart/alternative; boundary=B\r
\r
--B\r
Content-Type: text/plain; charset=utf-8\r
\r
Good morning.\r
--B\r
Content-Type: text/html; charset=utf-8\r
\r
<p>Good morning.</p>\r
--B--\r
"""


def test_ways_are_found_by_being_there() -> None:
    assert names() == ["anymail", "file", "smtp"]


def test_service_gets_the_letter_and_its_headers() -> None:
    handed = AnymailPost(get_connection("anymail.backends.test.EmailBackend"), TEST).hand(
        MAIL, Envelope(), before_body=yes
    )
    message = mail.outbox[0]
    params = message.anymail_test_params
    assert handed.code == "2.0.0" and message.subject == "День"
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message.extra_headers["Message-ID"] == "<a=b+c@news.example>" and "X-Other" not in message.extra_headers
    assert params["metadata"] == {"delivery": "a=b+c@news.example"}
    assert params["track_opens"] is False and params["track_clicks"] is False
    assert message.body.strip() == "Good morning." and "<p>" in message.alternatives[0][0]


def test_no_before_the_call_means_no_call() -> None:
    backend = get_connection("anymail.backends.test.EmailBackend")
    backend.post_to_esp = lambda payload, message: pytest.fail("called")
    with pytest.raises(NotHanded):
        AnymailPost(backend, TEST).hand(MAIL, Envelope(), before_body=lambda: False)


@pytest.mark.parametrize(
    ("status", "error", "reader"),
    [
        (429, PostLater, False),
        (503, PostLater, False),
        (401, PostRefused, False),
        (422, PostRefused, True),
        (500, PostLost, False),
        (None, PostLost, False),
    ],
)
def test_what_an_api_says(status: int | None, error: type[Any], reader: bool) -> None:
    found = judged(status, "Timeout")
    assert type(found) is error and found.reader is reader


def test_call_that_is_lost_is_lost() -> None:
    backend = get_connection("anymail.backends.test.EmailBackend")

    def lost(payload: Any, message: Any) -> Any:
        raise AnymailRequestsAPIError("timed out")

    backend.post_to_esp = lost
    with pytest.raises(PostLost):
        AnymailPost(backend, TEST).hand(MAIL, Envelope(), before_body=yes)


def test_settings_of_a_service_come_from_one_url() -> None:
    given = anymail("postmark://?server_token=abc&webhook_secret=user:word")
    assert given["POSTMARK_SERVER_TOKEN"] == "abc" and given["WEBHOOK_SECRET"] == "user:word"
    given = anymail("amazon-ses://?configuration_set_name=letters")
    assert given["AMAZON_SES_CONFIGURATION_SET_NAME"] == "letters"


def test_service_is_named_as_a_url_can_name_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parsers.service_url("unisender-go://?api_key=x") == "unisender-go://?api_key=x"
    monkeypatch.setattr(parsers, "folders_of", lambda name: [] if name == "boto3" else folders_of(name))
    with pytest.raises(ValueError, match="boto3"):
        parsers.service_url("amazon-ses://?configuration_set_name=letters")
    monkeypatch.setattr(parsers, "folders_of", lambda name: folders_of("anymail"))
    assert parsers.service_url("amazon-ses://?configuration_set_name=letters")
    with pytest.raises(ValueError, match="postmark"):
        parsers.service_url("pigeon://?x=y")


def test_event_becomes_a_notice_and_who_opened_it_does_not() -> None:
    def event(kind: str, **more: Any) -> AnymailTrackingEvent:
        return AnymailTrackingEvent(event_type=kind, event_id="1", metadata={"delivery": "x@news.example"}, **more)

    hard = read(event("bounced", mta_response="550 5.1.1 <ines@mail.example> unknown"), "Postmark")
    assert hard and (hard.kind, hard.status) == ("hard", "5.1.1") and "ines" not in hard.said
    soft = read(event("bounced", mta_response="452 4.2.2 full"), "Postmark")
    assert soft and soft.kind == "soft"
    assert read(event("complained"), "Postmark").kind == "complaint"  # type: ignore[union-attr]
    assert read(event("opened"), "Postmark") is None and read(event("clicked"), "Postmark") is None


def test_file_is_whole_or_not_there(tmp_path: Path) -> None:
    door = FilePost(tmp_path / "letters")
    with pytest.raises(NotHanded):
        door.hand(MAIL, Envelope(), before_body=lambda: False)
    door.hand(MAIL, Envelope(message_id="<../../x@y>"), before_body=yes)
    files = list(tmp_path.rglob("*.eml"))
    assert len(files) == 1 and files[0].parent == tmp_path / "letters" and files[0].read_bytes() == MAIL
