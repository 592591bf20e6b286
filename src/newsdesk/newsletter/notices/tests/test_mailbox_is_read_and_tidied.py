"""The mailbox of bounces: read without a mark, moved aside, bounded; what cannot be understood is moved as well."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError

from newsdesk.newsletter.models import Notice, Subscription
from newsdesk.newsletter.notices import mailbox
from newsdesk.newsletter.notices.tests import imap, mails
from newsdesk.newsletter.notices.tests.test_bounces_have_consequences import issue, mail, plain
from newsdesk.newsletter.posting import verp

__all__ = ["issue", "plain"]
pytestmark = pytest.mark.django_db


def test_mailbox_is_read_and_tidied(issue: Any, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = mail(mails.POSTFIX, issue.deliveries.first())
    box = imap.Box({"INBOX": {3: raw, 5: b"\xff\xfe no mail at all", 9: mail(mails.ANSWER, issue.deliveries.first())}})
    with imap.serving(box):
        settings.NEWSDESK_BOUNCES_URL = f"imap://desk:pass%20word@127.0.0.1:{box.port}/INBOX"
        assert mailbox.look() == 3 and mailbox.look() == 0
    assert Notice.objects.count() == 1 and not box.seen
    assert not box.folders["INBOX"] and sorted(box.folders["Read"]) == [3, 5, 9]


def test_mail_to_the_return_address_leaves_the_letter_it_came_with(issue: Any, settings: Any) -> None:
    delivery = issue.deliveries.first()
    to = verp.return_path(delivery.pk, "")
    box = imap.Box({"INBOX": {1: f"To: {to}\r\nSubject: Leave\r\n\r\n".encode(), 2: b"Subject: leave\r\n\r\n"}})
    with imap.serving(box):
        settings.NEWSDESK_BOUNCES_URL = f"imap://desk:word@127.0.0.1:{box.port}/INBOX"
        assert mailbox.look() == 2
    left = Subscription.objects.filter(state=Subscription.State.LEFT)
    assert [(one.subscriber_id, one.left_by) for one in left] == [(delivery.subscriber_id, "mail")]
    assert not Notice.objects.exists()


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


def test_mail_stays_where_it_is_while_the_database_is_away(
    issue: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*given: Any) -> None:
        raise OperationalError("database is locked")

    to = verp.return_path(issue.deliveries.first().pk, "")
    box = imap.Box({"INBOX": {1: f"To: {to}\r\nSubject: leave\r\n\r\n".encode()}})
    with imap.serving(box):
        settings.NEWSDESK_BOUNCES_URL = f"imap://desk:word@127.0.0.1:{box.port}/INBOX"
        with monkeypatch.context() as away:
            away.setattr("newsdesk.newsletter.notices.leaving.leave", locked)
            with pytest.raises(OperationalError):
                mailbox.look()
        assert mailbox.look() == 1
    assert Subscription.objects.filter(left_by="mail").count() == 1
