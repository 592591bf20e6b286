"""Whoever has a second factor is let in by password and code, never by one of them, and by no code twice."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import Settings

from newsdesk.desk import roles
from newsdesk.desk.second_factor import acts, verified
from newsdesk.desk.second_factor.authenticator import Authenticator
from newsdesk.desk.second_factor.demanded import demand
from newsdesk.desk.second_factor.recovery import RecoveryCodes
from newsdesk.desk.signing_in import waiting
from newsdesk.desk.tests.codes import PASSWORD, Phone, given_factor, inside, offered, type_code, type_password
from newsdesk.desk.tests.conftest import signed_in


def test_a_person_sets_it_up_and_signs_in_with_it(
    editor: User, mailoutbox: list[EmailMessage], django_capture_on_commit_callbacks: Any
) -> None:
    client = Client()
    type_password(client, "edgar")
    secret, sealed = offered(client.get("/desk/second-factor/set-up/").content.decode())
    phone = Phone(secret)
    first = phone.shows()
    form = {"sealed": sealed, "code": first, "password": PASSWORD}
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post("/desk/second-factor/set-up/", form).content.decode()
    assert page.count("<li><code>") == 10
    assert "second factor was set up" in mailoutbox[0].body

    client = Client()
    answer = type_password(client, "edgar")
    assert answer["Location"] == "/desk/login/code/"
    assert not inside(client)
    assert "not right, or was used" in type_code(client, first).content.decode()  # it set the factor up
    assert type_code(client, phone.shows(30))["Location"] == "/desk/"
    assert inside(client)


def test_a_code_is_taken_once(editor: User) -> None:
    phone, _ = given_factor(editor)
    code = phone.shows()
    first, second = Client(), Client()
    for client in (first, second):
        type_password(client, "edgar")
        type_code(client, code)
    assert inside(first) and not inside(second)


def test_a_recovery_code_is_taken_once_and_what_is_left_is_told(editor: User) -> None:
    _, codes = given_factor(editor)
    client, again = Client(), Client()
    type_password(client, "edgar")
    type_code(client, codes[3].upper().replace("-", " "))
    assert "9 recovery codes are left" in client.get("/desk/").content.decode()
    type_password(again, "edgar")
    type_code(again, codes[3])
    assert not inside(again)


@pytest.mark.parametrize(("seconds", "taken"), [(-29, True), (29, True), (-300, False), (300, False)])
def test_clocks_may_differ_by_half_a_minute(
    editor: User, monkeypatch: pytest.MonkeyPatch, seconds: int, taken: bool
) -> None:
    phone, _ = given_factor(editor)
    middle = time.time() // 30 * 30 + 15
    monkeypatch.setattr(time, "time", lambda: middle)
    client = Client()
    type_password(client, "edgar")
    type_code(client, phone.shows(seconds))
    assert inside(client) is taken


def test_a_clock_set_back_brings_no_code_back(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    phone, _ = given_factor(editor)
    now = time.time()
    code = phone.shows()
    client, thief = Client(), Client()
    type_password(client, "edgar")
    type_code(client, code)
    assert inside(client)
    monkeypatch.setattr(time, "time", lambda: now - 30)
    type_password(thief, "edgar")
    type_code(thief, code)
    assert not inside(thief)


def test_who_waits_is_signed_in_to_nothing(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    phone, _ = given_factor(editor)
    client = Client()
    type_password(client, "edgar")
    for path in (
        "/desk/",
        "/desk/account/",
        "/desk/second-factor/set-up/",
        "/desk/media/x.jpg",
        "/desk/api/main/pages/",
    ):
        answer = client.get(path)
        assert answer.status_code == 302 and answer["Location"].startswith("/desk/login/"), path
    late = time.time() + waiting.SECONDS + 1
    monkeypatch.setattr(waiting.time, "time", lambda: late)
    assert type_code(client, phone.shows())["Location"] == "/desk/login/"


def test_a_new_password_ends_the_wait(editor: User) -> None:
    phone, _ = given_factor(editor)
    client = Client()
    type_password(client, "edgar")
    editor.set_password("another long password")
    editor.save()
    type_code(client, phone.shows())
    assert not inside(client)


def test_a_session_older_than_the_factor_is_asked_too(editor: User) -> None:
    client = signed_in(editor)
    assert inside(client)
    phone, _ = given_factor(editor)
    asked = client.get("/desk/articles/?q=ferry")
    assert asked["Location"] == "/desk/login/code/?next=%2Fdesk%2Farticles%2F%3Fq%3Dferry"
    script = client.get("/desk/articles/results/", headers={"x-requested-with": "XMLHttpRequest"})
    assert script.status_code == 403
    answer = client.post(asked["Location"], {"code": phone.shows(), "next": "/desk/articles/?q=ferry"})
    assert answer["Location"] == "/desk/articles/?q=ferry"
    assert inside(client)


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example/desk/", "/"])
def test_nobody_is_sent_elsewhere(editor: User, elsewhere: str) -> None:
    phone, _ = given_factor(editor)
    client = signed_in(editor)
    answer = client.post("/desk/login/code/", {"code": phone.shows(), "next": elsewhere})
    assert answer["Location"] == "/desk/"


def test_the_secret_is_not_in_the_database(editor: User) -> None:
    phone, codes = given_factor(editor)
    rows = [*Authenticator.objects.values_list(), *RecoveryCodes.objects.values_list()]
    for secret in (phone.secret, *codes, *(code.replace("-", "") for code in codes)):
        assert secret not in repr(rows)


def test_recovery_codes_outlive_the_seal_key(editor: User, settings: Settings) -> None:
    phone, codes = given_factor(editor)
    settings.NEWSDESK_SEAL_KEY = "a key that somebody made anew, on another machine"
    client = Client()
    type_password(client, "edgar")
    type_code(client, phone.shows())
    assert not inside(client)
    type_code(client, codes[0])
    assert inside(client)


def test_one_persons_sealed_secret_is_nothing_for_another(editor: User, reporter: User) -> None:
    offer = acts.offer(editor)
    with pytest.raises(acts.NotSetUp):
        acts.set_up(reporter, offer.sealed, Phone(offer.secret).shows())


def test_setting_up_takes_the_password_too(editor: User) -> None:
    client = signed_in(editor)
    secret, sealed = offered(client.get("/desk/second-factor/set-up/").content.decode())
    form = {"sealed": sealed, "code": Phone(secret).shows(), "password": "a guess at it"}
    page = client.post("/desk/second-factor/set-up/", form).content.decode()
    assert "That is not your password." in page
    assert offered(page) == (secret, sealed)  # the same picture again: the phone has it already
    assert not Authenticator.objects.exists()


def test_what_could_lock_a_person_out_asks_for_a_code_again(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    phone, _ = given_factor(editor)
    client = signed_in(editor)
    type_code(client, phone.shows())
    assert client.get("/desk/second-factor/turn-off/").status_code == 200
    later = time.time() + 3600
    monkeypatch.setattr(time, "time", lambda: later)
    for path in ("turn-off", "set-up", "codes"):
        answer = client.post(f"/desk/second-factor/{path}/")
        assert answer["Location"] == f"/desk/login/code/?next=%2Fdesk%2Fsecond-factor%2F{path}%2F"
    assert Authenticator.objects.count() == 1
    assert inside(client)  # the day's work goes on


def test_a_role_that_is_asked_for_one_sets_it_up_first(editor: User, reporter: User) -> None:
    demand(Group.objects.filter(name=roles.EDITOR))
    client = signed_in(editor)
    assert client.get("/desk/")["Location"] == "/desk/second-factor/set-up/?next=%2Fdesk%2F"
    assert client.get("/desk/second-factor/set-up/").status_code == 200
    assert inside(signed_in(reporter))
    phone, _ = given_factor(editor)
    type_code(client, phone.shows())
    assert inside(client)
    client.post("/desk/second-factor/turn-off/")
    assert Authenticator.objects.exists()


def test_verified_means_a_code_not_long_ago(editor: User, reporter: User, monkeypatch: pytest.MonkeyPatch) -> None:
    phone, _ = given_factor(editor)
    client = signed_in(editor)
    type_code(client, phone.shows())
    request = client.get("/desk/").wsgi_request
    assert verified(request)
    now = time.time()
    for at in (now + 3600, now - 3600):  # too long ago; a clock that was set back
        monkeypatch.setattr(time, "time", lambda at=at: at)
        assert not verified(request)
    assert not verified(signed_in(reporter).get("/desk/").wsgi_request)
