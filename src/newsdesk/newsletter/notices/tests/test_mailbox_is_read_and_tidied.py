"""The mailbox of bounces: read without a mark, moved aside, bounded; what cannot be understood is moved as well."""

from __future__ import annotations

from typing import Any

import pytest

from newsdesk.newsletter.models import Notice
from newsdesk.newsletter.notices import mailbox
from newsdesk.newsletter.notices.tests import imap, mails
from newsdesk.newsletter.notices.tests.test_bounces_have_consequences import consent, issue, mail

__all__ = ["consent", "issue"]
pytestmark = pytest.mark.django_db


def test_mailbox_is_read_and_tidied(issue: Any, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = mail(mails.POSTFIX, issue.deliveries.first())
    box = imap.Box({"INBOX": {3: raw, 5: b"\xff\xfe no mail at all", 9: mail(mails.ANSWER, issue.deliveries.first())}})
    with imap.serving(box):
        settings.NEWSDESK_BOUNCES_URL = f"imap://desk:pass%20word@127.0.0.1:{box.port}/INBOX"
        assert mailbox.look() == 3 and mailbox.look() == 0
    assert Notice.objects.count() == 1 and not box.seen
    assert not box.folders["INBOX"] and sorted(box.folders["Read"]) == [3, 5, 9]


def test_no_more_of_a_mail_is_taken_than_was_meant(issue: Any, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = mail(mails.POSTFIX, issue.deliveries.first()).replace(b"Good morning.", b"x" * 2_000_000)
    monkeypatch.setattr(mailbox, "MOST", 4096)
    box = imap.Box({"INBOX": {1: raw}})
    with imap.serving(box):
        settings.NEWSDESK_BOUNCES_URL = f"imap://desk:word@127.0.0.1:{box.port}/INBOX"
        assert mailbox.look() == 1
    assert Notice.objects.count() == 1  # what a report says stands at its beginning


def test_mailbox_that_is_away_stops_nothing(settings: Any, caplog: pytest.LogCaptureFixture) -> None:
    settings.NEWSDESK_BOUNCES_URL = "imap://desk:very-secret@127.0.0.1:9/INBOX"
    assert mailbox.look() == 0
    assert "very-secret" not in caplog.text and "no answer" in caplog.text
