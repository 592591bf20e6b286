"""A chief helps a colleague whose phone is lost: recorded, told, and for a day of no use to whoever meant ill."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from newsdesk.commands._newsroom import people
from newsdesk.desk import roles
from newsdesk.desk.second_factor import verified
from newsdesk.desk.second_factor.authenticator import Authenticator
from newsdesk.desk.second_factor.check import has_factor
from newsdesk.desk.second_factor.demanded import FactorDemand
from newsdesk.desk.second_factor.removal import ACTION, WAIT
from newsdesk.desk.tests.codes import given_factor, inside, type_code, type_password
from newsdesk.desk.tests.conftest import person, signed_in
from newsdesk.settings_env.refused import Refused


@pytest.fixture
def chief(desk: None) -> User:
    return person("clara", roles.CHIEF)


@pytest.fixture
def at_chief(chief: User) -> Client:
    """Signed in with a code of her own, a moment ago."""
    client = signed_in(chief)
    phone, _ = given_factor(chief)
    type_code(client, phone.shows())
    return client


def take_away(client: Client, user: User) -> Any:
    return client.post(f"/desk/second-factor/people/{user.pk}/take-away/", follow=True)


def test_it_is_recorded_and_told_and_the_password_is_enough(
    at_chief: Client, editor: User, mailoutbox: list[EmailMessage], django_capture_on_commit_callbacks: Any
) -> None:
    other = person("cyril", roles.CHIEF)
    given_factor(editor)
    mailoutbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        take_away(at_chief, editor)
    entry = ModelLogEntry.objects.get(action=ACTION)
    assert (entry.user.username, entry.object_id) == ("clara", str(editor.pk))
    assert "Second factor taken away" in at_chief.get("/desk/reports/site-history/").content.decode()
    assert sorted(mail.to[0] for mail in mailoutbox) == [other.email, editor.email]
    assert "clara has taken away the second factor of the account edgar" in mailoutbox[0].body
    client = Client()
    type_password(client, "edgar")
    assert inside(client)


def test_the_next_factor_opens_nothing_confidential_for_a_day(
    at_chief: Client, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_factor(editor)
    take_away(at_chief, editor)
    phone, codes = given_factor(editor)
    client = signed_in(editor)
    for code in (phone.shows(), codes[0]):
        type_code(client, code)
        request = client.get("/desk/").wsgi_request
        assert inside(client) and not verified(request)
    later = timezone.now() + WAIT
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert verified(request, within=WAIT * 2)


def test_turning_it_off_and_on_does_not_shorten_the_day(at_chief: Client, editor: User) -> None:
    given_factor(editor)
    take_away(at_chief, editor)
    for _ in range(2):
        given_factor(editor)
    assert Authenticator.objects.get(user=editor).trusted_from > timezone.now() + WAIT - timedelta(minutes=1)


def test_a_chief_without_one_disarms_nobody(chief: User, editor: User) -> None:
    given_factor(editor)
    assert "Set up a second factor of your own first" in take_away(signed_in(chief), editor).content.decode()
    assert has_factor(editor)


def test_a_chief_gives_a_code_again_before(at_chief: Client, editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    given_factor(editor)
    monkeypatch.setattr("newsdesk.desk.screens.second_factor.own.recently", lambda request: False)
    answer = at_chief.post(f"/desk/second-factor/people/{editor.pk}/take-away/")
    assert answer["Location"].startswith("/desk/login/code/?next=")
    assert has_factor(editor)


def test_a_superusers_is_a_superusers(at_chief: Client, editor: User) -> None:
    given_factor(editor)
    User.objects.filter(pk=editor.pk).update(is_superuser=True)
    take_away(at_chief, editor)
    assert has_factor(editor)


def test_a_chief_says_which_roles_need_one(at_chief: Client, chief: User) -> None:
    group = chief.groups.get()
    at_chief.post("/desk/second-factor/people/", {"groups": [group.pk]})
    assert list(FactorDemand.objects.values_list("group__name", flat=True)) == [roles.CHIEF]
    at_chief.post("/desk/second-factor/people/", {})
    assert not FactorDemand.objects.exists()


def test_the_terminal_helps_the_only_chief(
    chief: User, mailoutbox: list[EmailMessage], django_capture_on_commit_callbacks: Any
) -> None:
    given_factor(chief)
    with django_capture_on_commit_callbacks(execute=True):
        people.take_factor("clara")
    assert not has_factor(chief)
    assert ModelLogEntry.objects.get(action=ACTION).user is None
    assert "Somebody at the newsroom's terminal" in mailoutbox[-1].body
    with pytest.raises(Refused, match="no second factor"):
        people.take_factor("clara")
    with pytest.raises(Refused, match="nobody is called"):
        people.take_factor("claire")


def test_a_session_that_was_verified_is_no_longer(at_chief: Client, editor: User) -> None:
    phone, _ = given_factor(editor)
    client = signed_in(editor)
    type_code(client, phone.shows())
    take_away(at_chief, editor)
    given_factor(editor)  # by whoever has the password
    assert client.get("/desk/")["Location"].startswith("/desk/login/code/")
