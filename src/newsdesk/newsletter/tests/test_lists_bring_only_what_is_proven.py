"""An import subscribes those whose confirmation is proven, never a suppressed reader, and says what it would do."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.utils import timezone

from newsdesk.newsletter.asking import limits, taking_up
from newsdesk.newsletter.lists import export, reading, taking
from newsdesk.newsletter.lists.entry import BadList
from newsdesk.newsletter.models import Ask, Consent, Subscriber, Subscription, Suppression
from newsdesk.newsletter.suppression import suppress, suppressed
from newsdesk.newsletter.tests.readers import asked, letter, outbox, worked

LISTS = Path(__file__).parent / "lists"


def planned(name: str, to: object = None) -> taking.Plan:
    house, entries = reading.read(LISTS / f"{name}.csv")
    assert house == name.partition("-")[0]
    return taking.plan(to or letter(), house, entries)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("ghost", {"without proof of a confirmation": 1, "left out: left there": 1}),
        ("ghost-older", {"without proof of a confirmation": 1, "left out: left there": 1}),
        (
            "mailchimp-subscribed",
            {
                "subscribed: with proof": 1,
                "without proof of a confirmation": 3,
                "left out: no usable address": 1,
                "left out: twice in the list": 1,
            },
        ),
        ("mailchimp-unsubscribed", {"left out: left there": 1}),
        ("mailchimp-cleaned", {"left out: bounced there": 1}),
        ("substack", {"without proof of a confirmation": 1, "left out: left there": 1}),
        ("substack-older", {"without proof of a confirmation": 1, "left out: left there": 1}),
        ("substack-paying", {"without proof of a confirmation": 1}),
        (
            "mailerlite",
            {
                "subscribed: with proof": 1,
                "without proof of a confirmation": 1,
                "left out: left there": 1,
                "left out: bounced there": 1,
                "left out: complained there": 1,
                "left out: unconfirmed there": 1,
            },
        ),
        ("mailerlite-spreadsheet", {"subscribed: with proof": 1}),
    ],
)
def test_plan_says_what_would_be_done_and_why_and_changes_nothing(name, counts):
    assert planned(name).counts == counts
    assert not Subscriber.objects.exists() and not Suppression.objects.exists()


@pytest.mark.django_db
def test_proven_are_subscribed_with_their_own_dates_and_twice_is_once():
    first_boat = letter()
    taking.carry_out(planned("mailerlite", first_boat))
    proof = Consent.objects.get()
    assert proof.source == "mailerlite" and proof.confirmed_at.isoformat() == "2024-03-01T09:15:00+00:00"
    assert suppressed("cy@reader.example") and suppressed("di@reader.example") and not suppressed("bo@reader.example")
    again = planned("mailerlite", first_boat)
    taking.carry_out(again)
    assert again.counts["left out: known here already"] == 1 and Consent.objects.count() == 1


@pytest.mark.django_db
def test_suppressed_stay_suppressed_whatever_a_list_says():
    suppress("ana@reader.example", "not_me")
    made = planned("mailchimp-subscribed")
    taking.carry_out(made)
    assert made.counts["left out: suppressed here"] == 1 and not Subscriber.objects.exists()


@pytest.mark.django_db
def test_whoever_left_here_is_not_brought_back():
    first_boat = letter()
    taking.carry_out(planned("mailchimp-subscribed", first_boat))
    Subscription.objects.update(state="left")
    taking.carry_out(planned("mailchimp-subscribed", first_boat))
    assert Subscription.objects.get().state == "left"


@pytest.mark.django_db
def test_without_proof_a_mail_asks_and_nothing_else_is_sent():
    taking.carry_out(planned("mailchimp-subscribed"), ask_again=True)
    worked()
    assert len(outbox()) == 1  # the others follow one by one
    Ask.objects.update(next_attempt_at=timezone.now())
    worked()
    asked = ["bo@reader.example", "cy@reader.example", "di@reader.example"]
    assert sorted(sent.to for sent in outbox()) == asked
    assert dict(Subscription.objects.values_list("subscriber__canonical", "state")) == {
        "ana@reader.example": "confirmed",
        **dict.fromkeys(asked, "asked"),
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a,b\n1,2\n", "line 1"),
        ("", "line 1"),
        ("email,active_subscription,email_disabled,created_at\na@b.example,false,false\n", "line 2"),
        ("email,active_subscription,email_disabled,created_at\na@b.example,false,false,x,y\n", "line 2"),
        ("email,active_subscription,email_disabled,created_at\n\na@b.example,,,yesterday\n", "line 3"),
        ('email,active_subscription,email_disabled,created_at\n"a@b.example,,,', "line 2"),
        ("Subscriber,Status,Subscribed\na@b.example,Active,3/1/2024 9:12\n", "line 2: a time .* spreadsheets"),
        ("Subscriber,Status,Subscribed\na@b.example,Sleeping,2024-03-02 10:00:00\n", "line 2: a status"),
    ],
)
def test_malformed_file_names_its_line_and_no_address(tmp_path, text, line):
    file = tmp_path / "list.csv"
    file.write_text(text)
    with pytest.raises(BadList, match=line) as bad:
        reading.read(file)
    assert "b.example" not in str(bad.value)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("a@b.example,Ana\nc@d.example,Bo\n", "the columns email, subscribed_to_emails"),
        ("Email,Name,Stripe plan,Cancel date,Start date,Activity,Type\na@b.example,,,,,,\n", "email_list"),
        ("Subscriber,Name,Groups,Subscribed\na@b.example,,,\n", "Status and Opted-in"),
        ("Adresse,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME\na@b.example,2,,\n", "mailchimp.* the mail address"),
        ("id,email,name,subscribed_to_emails\n1,a@b.example,,\n", "ghost.* created_at"),
    ],
)
def test_unknown_columns_are_refused_with_what_helps(tmp_path, text, remedy):
    file = tmp_path / "list.csv"
    file.write_text(text)
    with pytest.raises(BadList, match=remedy) as bad:
        reading.read(file)
    assert "b.example" not in str(bad.value)


def test_nobody_who_never_asked_is_read(tmp_path):
    file = tmp_path / "nonsubscribed_email_audience_export_1a2b.csv"
    file.write_text("Email Address,OPTIN_TIME,CONFIRM_TIME\na@b.example,,\n")
    with pytest.raises(BadList, match="never asked"):
        reading.read(file)


def test_packed_export_is_to_be_unpacked(tmp_path):
    with ZipFile(tmp_path / "export.zip", "w") as packed:
        packed.writestr("list.csv", "email\n")
    with pytest.raises(BadList, match="Unpack"):
        reading.read(tmp_path / "export.zip")


def test_file_that_is_no_text_is_refused(tmp_path):
    file = tmp_path / "list.csv"
    file.write_bytes(b"email,active_subscription,email_disabled,created_at\n\xff\xfe,,,\n")
    with pytest.raises(BadList, match="UTF-8"):
        reading.read(file)


@pytest.mark.django_db
def test_export_has_each_subscription_and_nothing_that_a_spreadsheet_would_run():
    taking.carry_out(planned("mailchimp-subscribed"))
    Subscriber.objects.update(address="=cmd@reader.example")
    out = io.StringIO()
    assert export.write(out) == 1
    assert "first-boat,'=cmd@reader.example,en,confirmed,2024-03-01T09:12:33+00:00" in out.getvalue()


def test_readers_of_an_import_take_nobodys_place(db, client, monkeypatch):
    taking.carry_out(planned("mailchimp-subscribed"), ask_again=True)
    monkeypatch.setattr(limits, "WAITING", 1)
    assert asked(client, "first@reader.example").status_code == 200
    assert Ask.objects.get(pk=taking_up.due(1)[0]).address == "first@reader.example"
    answer = asked(client, "second@reader.example")
    assert answer.status_code == 429 and b"More people have asked" in answer.content
