"""What six mail services post to the webhook's own address: whose letter it is, what follows, and who is not heard."""

from __future__ import annotations

import json
from typing import Any

import pytest
from anymail.webhooks import amazon_ses

from newsdesk.newsletter.models import Delivery, Notice, Subscriber, Suppression
from newsdesk.newsletter.notices.tests import events
from newsdesk.newsletter.notices.tests.test_bounces_have_consequences import issue, plain
from newsdesk.newsletter.posting.tests.posted import suppressed_for

__all__ = ["issue", "plain"]
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:django-anymail has dropped official support for SendGrid"),
]
KNOWN_AS = "576460752303423488"


@pytest.fixture(params=events.SERVICES)
def service(request: Any, settings: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    name: str = request.param
    settings.NEWSDESK_ESP_URL, settings.ANYMAIL = f"{name}://?x=y", events.SERVICES[name][1]
    # boto3 would fetch what is received, and confirm a topic; neither is asked for here.
    monkeypatch.setattr(amazon_ses, "_get_anymail_boto3_params", lambda kwargs: ({}, {}))
    return name


@pytest.fixture
def delivery(issue: Any) -> Any:
    found = issue.deliveries.first()
    Delivery.objects.filter(pk=found.pk).update(state="unknown", known_as=KNOWN_AS)
    return found


@pytest.fixture
def told(client: Any, service: str, delivery: Any) -> Any:
    def post(what: str, **changed: str) -> int:
        body, headers = events.SERVICES[service][0](what, delivery, KNOWN_AS)
        body = changed.pop("body", body)
        answer = client.post("/letters/notices/", body, content_type="application/json", **headers | changed)
        return int(answer.status_code)

    return post


@pytest.fixture
def quiet(caplog: pytest.LogCaptureFixture) -> Any:
    """Nothing that was logged has an address in it."""
    yield
    assert "@" not in caplog.text


def test_nobody_there_is_written_to_no_more(told: Any, delivery: Any, quiet: Any) -> None:
    assert told("hard") == told("hard") == 200
    notice = Notice.objects.get()
    assert (notice.kind, notice.status, notice.delivery) == ("hard", "5.1.1", delivery)
    assert suppressed_for(delivery.subscriber.canonical) == ("bounced", "5.1.1") and "@" not in notice.said


def test_what_may_pass_ends_nobodys_letters(told: Any, delivery: Any, quiet: Any) -> None:
    assert told("soft") == 200
    assert Notice.objects.get().kind in ("soft", "delayed")
    assert not Suppression.objects.exists()
    assert Subscriber.objects.get(pk=delivery.subscriber_id).soft == 1


def test_complaint_ends_the_letters(told: Any, delivery: Any, quiet: Any) -> None:
    assert told("complaint") == 200
    assert Notice.objects.get().kind == "complaint" and suppressed_for(delivery.subscriber.canonical)


def test_delivery_is_evidence_of_what_was_unknown(told: Any, delivery: Any, quiet: Any) -> None:
    assert told("delivered") == 200
    delivery.refresh_from_db()
    assert Notice.objects.get().kind == "delivered" and delivery.state == "sent"
    assert not Suppression.objects.exists()


def test_stranger_is_not_heard(told: Any, service: str, quiet: Any) -> None:
    wrong = {"HTTP_AUTHORIZATION": "Basic c2VydmljZTpndWVzcw=="}
    if service == "mailgun":
        wrong = {"body": told_otherwise(events.mailgun)}
    if service == "sendgrid":
        wrong = {"HTTP_X_TWILIO_EMAIL_EVENT_WEBHOOK_TIMESTAMP": "1"}
    assert told("hard", **wrong) == 400 and not Notice.objects.exists()


def told_otherwise(service: Any) -> str:
    body = json.loads(service("hard", Delivery.objects.first(), KNOWN_AS)[0])
    body["signature"]["timestamp"] = "1"
    return json.dumps(body)


def test_what_cannot_be_read_is_asked_for_again_and_not_logged(told: Any, service: str, quiet: Any) -> None:
    assert told("hard", body='{"Type": ines@mail.example') in (400, 500)
    assert not Notice.objects.exists()


def test_setting_that_proves_nothing_opens_no_door(told: Any, settings: Any) -> None:
    settings.ANYMAIL = {"MAILJET_WEBHOOK_KEY": "x", "SENDGRID_INBOUND_WEBHOOK_VERIFICATION_KEY": "x"}
    assert told("hard") == 404 and not Notice.objects.exists()


@pytest.mark.parametrize("service", ["amazon-ses"], indirect=True)
def test_letter_is_found_by_the_headers_too_where_the_service_gives_them(told: Any, delivery: Any) -> None:
    body = json.loads(events.amazon_ses("hard", delivery, "another name")[0])
    said = json.loads(body["Message"])
    said["mail"]["headers"] = [{"name": "X-Metadata", "value": json.dumps(events.ours(delivery))}]
    assert told("hard", body=json.dumps(body | {"Message": json.dumps(said)})) == 200
    assert Notice.objects.get().delivery == delivery


@pytest.mark.parametrize("service", ["amazon-ses"], indirect=True)
def test_complaint_that_is_none_is_passed_over(told: Any, delivery: Any) -> None:
    body = events.amazon_ses("complaint", delivery, KNOWN_AS)[0].replace("abuse", "not-spam")
    assert told("complaint", body=body) == 200 and not Notice.objects.exists()


@pytest.mark.parametrize("service", ["amazon-ses"], indirect=True)
def test_amazon_is_asked_for_the_secret_before_it_gives_it(told: Any) -> None:
    assert told("hard", HTTP_AUTHORIZATION="") == 401 and not Notice.objects.exists()
