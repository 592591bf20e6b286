"""Bounces and complaints as servers write them: read, filed once, and what follows for the reader and the run."""

from __future__ import annotations

from itertools import count

import pytest
from django.utils import timezone

from newsdesk.newsletter.models import Delivery, Issue, Notice, Subscriber, Suppression
from newsdesk.newsletter.notices import reading
from newsdesk.newsletter.notices.filing import delivery_of, file
from newsdesk.newsletter.notices.tests import mails
from newsdesk.newsletter.notices.told import Told
from newsdesk.newsletter.posting import acts, prepare, verp
from newsdesk.newsletter.posting.tests import makers, stand_ins
from newsdesk.newsletter.posting.tests.posted import suppressed_for

pytestmark = pytest.mark.django_db
numbers = count()
NOBODY = ("failed", "5.1.1", "550 5.1.1 <ines@mail.example>: no such user")


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch, settings) -> None:  # type: ignore[no-untyped-def]
    settings.NEWSDESK_RETURN_PATH = "bounces@news.example"
    stand_ins.install(monkeypatch)


@pytest.fixture
def issue(plain: None) -> Issue:
    letter = makers.letter()
    makers.readers(letter, 30)
    issue = makers.addressed(letter)
    issue.deliveries.update(state="sent")
    return issue


def mail(form: str, delivery: Delivery, dsn: tuple[str, str, str] = NOBODY, *, known: bool = True) -> bytes:
    """The mail about a delivery; without ``known``, nothing in it says whose it is but the address."""
    own = verp.return_path(delivery.pk, "") if known else "bounces@news.example"
    message_id = delivery.message_id if known else "<other@elsewhere.example>"
    fields = {"verp": own, "message_id": message_id, "id": next(numbers)}
    action, status, said = dsn
    return form.format(**fields, action=action, status=status, said=said).encode()


def told(raw: bytes) -> Notice | None:
    found = reading.read(raw)
    return file(found, "mailbox") if found else None


@pytest.mark.parametrize("form", [mails.POSTFIX, mails.QMAIL, mails.EXIM])
def test_nobody_there_is_written_to_no_more(issue: Issue, form: str) -> None:
    delivery = issue.deliveries.all()[4]
    notice = told(mail(form, delivery))
    assert notice and (notice.kind, notice.status, notice.delivery) == ("hard", "5.1.1", delivery)
    assert suppressed_for(delivery.subscriber.canonical) == ("bounced", "5.1.1")
    assert "@" not in notice.said


@pytest.mark.parametrize(
    ("dsn", "kind", "status"),
    [
        (("failed", "5.0.0", "550 5.7.1 message refused"), "hard", "5.7.1"),
        (("failed", "5.0.0", "[5.1.1.7] said: 550 5.7.1 message refused"), "hard", "5.7.1"),
        (("failed", "5.2.2", "552 5.2.2 mailbox full"), "hard", "5.2.2"),
        (("failed", "4.4.1", "connect timed out"), "soft", "4.4.1"),
        (("delayed", "4.2.2", "452 4.2.2 mailbox full"), "delayed", "4.2.2"),
        (("relayed", "2.0.0", "250 2.0.0 ok"), "delivered", "2.0.0"),
        (("error", "5.2.3", "552 5.2.3 message too large"), "hard", "5.2.3"),
        (("expanded", "2.0.0", "250 2.0.0 sent to a list"), "", ""),
        (("failed", "5.1.8", "550 5.1.8 sender address rejected"), "hard", "5.1.8"),
    ],
)
def test_what_else_servers_say_ends_nobodys_letters(
    issue: Issue, dsn: tuple[str, str, str], kind: str, status: str
) -> None:
    notice = told(mail(mails.POSTFIX, issue.deliveries.first(), dsn))
    assert (notice.kind, notice.status) == (kind, status) if notice else not kind
    assert not Suppression.objects.exists()
    assert Subscriber.objects.filter(soft__gt=0).count() == (kind in ("soft", "delayed"))


def test_three_issues_that_cannot_be_delivered_are_enough(issue: Issue) -> None:
    reader, full = issue.deliveries.first().subscriber, ("failed", "5.2.2", "552 5.2.2 mailbox full")
    for number in range(3):
        assert not Suppression.objects.exists()
        other = makers.issue(issue.letter)
        delivery = Delivery.objects.create(issue=other, subscriber=reader, domain="x", message_id=f"<{number}@x>")
        told(mail(mails.POSTFIX, delivery, full))
        told(mail(mails.POSTFIX, delivery, full))  # one issue counts once
    assert suppressed_for(reader.canonical)


def test_complaint_ends_the_letters(issue: Issue) -> None:
    delivery = issue.deliveries.first()
    notice = told(mail(mails.COMPLAINT, delivery))
    assert notice and notice.kind == "complaint"
    assert suppressed_for(delivery.subscriber.canonical) == ("complained", "abuse")


@pytest.mark.parametrize("kind", ["not-spam", "auth-failure"])
def test_feedback_that_is_no_complaint_ends_nobodys_letters(issue: Issue, kind: str) -> None:
    form = mails.COMPLAINT.replace("Feedback-Type: abuse", f"Feedback-Type: {kind}")
    assert told(mail(form, issue.deliveries.first())) is None and not Suppression.objects.exists()


@pytest.mark.parametrize("form", [mails.HOLIDAY, mails.ANSWER])
def test_what_people_and_their_programs_answer_is_no_notice(issue: Issue, form: str) -> None:
    assert told(mail(form, issue.deliveries.first())) is None and not Notice.objects.exists()


def test_notice_told_twice_is_one(issue: Issue) -> None:
    raw = mail(mails.POSTFIX, issue.deliveries.first())
    assert told(raw) and told(raw) is None and Notice.objects.count() == 1


def test_bounce_that_anybody_could_have_written_is_none(issue: Issue) -> None:
    assert told(mail(mails.POSTFIX, issue.deliveries.first(), known=False)) is None
    forged = f"bounces+{issue.deliveries.first().pk}-0123456789abcdef@news.example"
    assert verp.delivery_of(forged) is None and not Suppression.objects.exists()


def test_domain_in_capitals_is_found_again(plain: None) -> None:
    letter = makers.letter(from_address="paper@News.Example")
    makers.readers(letter, 1)
    prepare.write(makers.issue(letter, state=Issue.State.SENDING, began_at=timezone.now()))
    delivery = Delivery.objects.get()
    assert delivery_of((f"Message-ID: {delivery.message_id}",)) == delivery


def test_bounce_is_evidence_of_what_was_unknown(issue: Issue) -> None:
    delivery = issue.deliveries.first()
    Delivery.objects.filter(pk=delivery.pk).update(state="unknown")
    told(mail(mails.POSTFIX, delivery, ("delayed", "4.2.2", "452 4.2.2 full")))
    delivery.refresh_from_db()
    assert delivery.state == "sent"


def test_sudden_rise_of_bounces_stops_the_run(issue: Issue) -> None:
    for delivery in issue.deliveries.all()[:10]:
        told(mail(mails.POSTFIX, delivery, ("failed", "5.7.1", "550 5.7.1 refused")))
    issue.refresh_from_db()
    assert issue.state == Issue.State.STOPPED and issue.stopped_because


def test_what_stopped_a_run_does_not_stop_it_again(issue: Issue) -> None:
    first, *others = issue.deliveries.all()[:12]
    for delivery in others[:10]:
        told(mail(mails.POSTFIX, delivery))
    issue.refresh_from_db()
    assert issue.state == Issue.State.STOPPED
    acts.go_on(issue.pk)
    told(mail(mails.POSTFIX, first))
    issue.refresh_from_db()
    assert issue.state == Issue.State.SENDING


def test_who_told_the_mail_service_to_stop_has_left(issue: Issue) -> None:
    delivery = issue.deliveries.select_related("subscriber").all()[0]
    file(Told("left", "once", about=(delivery.message_id,)), "service")
    one = delivery.subscriber.subscriptions.get()
    assert (one.state, one.left_by) == ("left", "mail service")
    assert Delivery.objects.get(pk=delivery.pk).left_at
