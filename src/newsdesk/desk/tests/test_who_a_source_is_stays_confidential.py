"""On the desk: who may record, read, hand on and destroy who an unnamed source is, and where the words never stand."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import ModelLogEntry

from newsdesk.desk import roles
from newsdesk.desk.screens.sources.identity import views
from newsdesk.desk.second_factor.authenticator import Authenticator
from newsdesk.desk.second_factor.verified import AT
from newsdesk.desk.tests.codes import PASSWORD, given_factor, type_code, type_password
from newsdesk.desk.tests.conftest import person, signed_in
from newsdesk.settings_env.logs import JsonLines
from newsdesk.sources.confidential import acts, carrying
from newsdesk.sources.models import HandlingRow, IdentityRow, SourceRow

WHO = "Zilwyra Quorn"
ADDRESSES = ("record", "readers", "show", "destroy")
pytestmark = pytest.mark.django_db
Page = Callable[..., str]


@pytest.fixture(autouse=True)
def key(settings: Settings) -> None:
    settings.NEWSDESK_CONFIDENTIAL_KEYS = (b"k" * 32,)


@pytest.fixture
def people(desk: None) -> dict[str, User]:
    root = User.objects.create_superuser("root", "root@example.org", PASSWORD)
    return {
        "root": root,
        "reporter": person("rosa", roles.REPORTER),
        "editor": person("edgar", roles.EDITOR),
        "chief": person("clara", roles.CHIEF),
        "pictures": person("pia", roles.PICTURE_EDITOR),
    }


@pytest.fixture
def verified(people: dict[str, Any]) -> None:
    """Everybody at the desk has a second factor, and signs in with it."""
    for user in people.values():
        user.phone, _codes = given_factor(user)


def enter(user: Any) -> Client:
    """Signs somebody in, with a code if they have a factor; once, since no code is taken twice."""
    if not hasattr(user, "client"):
        user.client = _with_code(user) if hasattr(user, "phone") else signed_in(user)
    return user.client  # type: ignore[no-any-return]


def _with_code(user: Any) -> Client:
    client = Client()
    type_password(client, user.username)
    type_code(client, user.phone.shows())
    return client


@pytest.fixture
def source(desk: None) -> SourceRow:
    return SourceRow.objects.create(kind="anonymous", name="a clerk at the harbour office")


@pytest.fixture
def told(source: SourceRow, people: dict[str, User]) -> SourceRow:
    """Recorded by an editor who is named for it."""
    acts.tell(source, WHO, [people["editor"]], people["editor"])
    return source


def url(name: str, source: SourceRow) -> str:
    return reverse(f"newsdesk_identities:{name}", args=(source.pk,))


def page(client: Client, source: SourceRow) -> str:
    answer = client.get(reverse("wagtailsnippets_sources_sourcerow:inspect", args=(source.pk,)))
    return str(answer.content.decode())


def posted(client: Client, name: str, source: SourceRow, **form: Any) -> Any:
    return client.post(url(name, source), form)


def test_it_is_recorded_and_shown_once_to_those_named(
    verified: None, source: SourceRow, people: dict[str, User]
) -> None:
    at_reporter, at_editor = enter(people["reporter"]), enter(people["editor"])
    assert "Nobody has recorded it" in page(at_reporter, source)
    posted(at_reporter, "record", source, words=WHO, readers=[people["editor"].pk])
    shown = posted(at_editor, "show", source)
    assert WHO in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert posted(at_reporter, "show", source).status_code == 302  # she knew it, and is not named
    told = page(at_editor, source)
    assert "edgar" in told and "Last read" in told and WHO not in told


MATRIX = {
    # who        record anew  readers  show   destroy  sees what was done
    "reporter": (False, False, False, False, False),
    "editor": (True, True, True, True, True),  # named
    "chief": (False, False, False, True, True),
    "root": (False, False, False, True, True),
    "pictures": (False, False, False, False, False),
}


@pytest.mark.parametrize("role", MATRIX)
def test_being_named_counts_and_no_rank_does(
    verified: None, told: SourceRow, people: dict[str, User], role: str
) -> None:
    client = enter(people[role])
    forms: dict[str, dict[str, Any]] = {
        "record": {"words": "Ilmar"},
        "readers": {"readers": [people["editor"].pk]},
        "show": {},
        "destroy": {},
    }
    sees = "<td>edgar</td>" in page(client, told)
    assert (*(_did(client, name, told, form) for name, form in forms.items()), sees) == MATRIX[role]


def _did(client: Client, name: str, source: SourceRow, form: dict[str, Any]) -> bool:
    """Whether it was done: whatever is done leaves a note."""
    before = HandlingRow.objects.count()
    posted(client, name, source, **form)
    return HandlingRow.objects.count() > before


@pytest.mark.parametrize("role", [*MATRIX, ""])
@pytest.mark.parametrize("method", ["get", "post"])
def test_without_a_second_factor_nobody_gets_anywhere(
    told: SourceRow, people: dict[str, User], role: str, method: str
) -> None:
    client = enter(people[role]) if role else Client()
    for name in ADDRESSES:
        answer = getattr(client, method)(url(name, told), {"words": "Ilmar", "readers": [people["editor"].pk]})
        assert answer.status_code in (302, 403)
        assert WHO not in answer.content.decode()
    assert [row.act for row in HandlingRow.objects.all()] == ["told"]


@pytest.mark.parametrize(("role", "may"), [("reporter", True), ("editor", True), ("chief", True), ("pictures", False)])
def test_whoever_sees_sources_may_record_what_nobody_did(
    verified: None, source: SourceRow, people: dict[str, User], role: str, may: bool
) -> None:
    posted(enter(people[role]), "record", source, words=WHO, readers=[people["chief"].pk])
    assert IdentityRow.objects.exists() == may


def test_only_those_who_see_sources_can_be_named(verified: None, source: SourceRow, people: dict[str, User]) -> None:
    answer = posted(enter(people["editor"]), "record", source, words=WHO, readers=[people["pictures"].pk])
    assert answer.status_code == 422
    assert not IdentityRow.objects.exists()


def test_nobody_without_a_second_factor_can_be_named(
    verified: None, source: SourceRow, people: dict[str, User]
) -> None:
    """Whoever has their password could set one up in their place."""
    client = enter(people["editor"])
    Authenticator.objects.filter(user=people["chief"]).delete()
    assert posted(client, "record", source, words=WHO, readers=[people["chief"].pk]).status_code == 422


def test_a_refused_form_comes_back_without_the_words(
    verified: None, source: SourceRow, people: dict[str, User]
) -> None:
    answer = posted(enter(people["editor"]), "record", source, words=WHO)
    assert answer.status_code == 422
    assert WHO not in answer.content.decode()
    assert "type it again" in answer.content.decode()


def test_a_named_source_has_nothing_to_keep(verified: None, people: dict[str, User]) -> None:
    mayor = SourceRow.objects.create(kind="person", name="Ada Brink")
    client = enter(people["editor"])
    assert "Who it is" not in page(client, mayor)
    assert client.get(url("record", mayor)).status_code == 404


def test_an_identity_stays_in_reach_when_the_kind_is_changed(
    verified: None, told: SourceRow, people: dict[str, User]
) -> None:
    SourceRow.objects.filter(pk=told.pk).update(kind="person")
    told.refresh_from_db()
    assert "Known to" in page(enter(people["editor"]), told)
    assert WHO in posted(enter(people["editor"]), "show", told).content.decode()


def test_without_a_key_the_page_says_what_to_do(
    verified: None, told: SourceRow, people: dict[str, User], settings: Settings
) -> None:
    client = enter(people["editor"])
    settings.NEWSDESK_CONFIDENTIAL_KEYS = ()
    assert "newsdesk confidential key FILE" in page(client, told)
    assert "a key that is not here" in _message(client, posted(client, "show", told))


def test_another_key_and_damage_are_told_apart(
    verified: None, told: SourceRow, people: dict[str, User], settings: Settings
) -> None:
    client = enter(people["editor"])
    IdentityRow.objects.update(box=b"spoilt")
    assert "damaged" in _message(client, posted(client, "show", told))
    settings.NEWSDESK_CONFIDENTIAL_KEYS = (b"n" * 32,)
    assert "a key that is not here" in _message(client, posted(client, "show", told))


def _message(client: Client, answer: Any) -> str:
    return str(client.get(answer["Location"]).content.decode())


def test_a_chief_is_told_that_the_log_is_not_the_name(verified: None, told: SourceRow, people: dict[str, User]) -> None:
    told_to_chief = page(enter(people["chief"]), told)
    assert "only those named can read" in told_to_chief
    assert url("show", told) not in told_to_chief


def test_two_of_whom_it_is_recorded_are_not_merged(verified: None, told: SourceRow, people: dict[str, User]) -> None:
    other = SourceRow.objects.create(kind="anonymous", name="another clerk")
    acts.tell(other, "Ilmar", [people["editor"]], people["editor"])
    merge = reverse("newsdesk_statements:merge", args=(other.pk,))
    answer = enter(people["editor"]).post(merge, {"into": told.pk})
    assert "Of both it is recorded who they are" in answer.content.decode()
    other.refresh_from_db()
    assert other.merged_into is None


def test_a_source_of_which_it_was_recorded_is_not_deleted(
    verified: None, told: SourceRow, people: dict[str, User]
) -> None:
    client = enter(people["chief"])
    posted(client, "destroy", told)
    answer = client.post(reverse("wagtailsnippets_sources_sourcerow:delete", args=(told.pk,)))
    assert "cannot be deleted" in _message(client, answer)
    assert SourceRow.objects.filter(pk=told.pk).exists()


@pytest.fixture
def logged() -> list[str]:
    """Every line of the log, as it is written at its loudest."""
    lines: list[str] = []

    class Lines(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(JsonLines(addresses=True).format(record))

    handler, root = Lines(), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield lines  # type: ignore[misc]
    root.removeHandler(handler)
    root.setLevel(level)


def _fails(*args: Any, **words: Any) -> Any:
    """As careless as can be: the words in the message, in the cause, and in a local value."""
    said = f"cannot store {WHO}"
    try:
        raise ValueError(said)
    except ValueError as error:
        raise RuntimeError(said, args, words) from error


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize("name", ["record", "show"])
def test_a_failure_tells_where_it_was_and_no_name(
    verified: None,
    source: SourceRow,
    people: dict[str, User],
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    logged: list[str],
    name: str,
    debug: bool,
) -> None:
    client = enter(people["editor"])
    client.get("/desk/")  # its middleware is loaded before DEBUG is on: some of it would warn
    client.raise_request_exception, settings.DEBUG = False, debug
    if name == "show":
        acts.tell(source, WHO, [people["editor"]], people["editor"])
        monkeypatch.setattr(views.Show, "drawn", _fails)
    monkeypatch.setattr(acts, "tell", _fails)
    answer = posted(client, name, source, words=WHO, readers=[people["editor"].pk])
    assert answer.status_code == 500
    everything = "\n".join([*logged, answer.content.decode()])
    assert "RuntimeError at" in everything and "views.py" in everything
    assert not [word for word in WHO.split() if word in everything]


@pytest.mark.parametrize("debug", [False, True])
def test_a_merge_that_fails_on_the_way_tells_no_name(
    verified: None,
    told: SourceRow,
    people: dict[str, User],
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    logged: list[str],
    debug: bool,
) -> None:
    other = SourceRow.objects.create(kind="anonymous", name="another clerk")
    client = enter(people["editor"])
    client.get("/desk/")
    client.raise_request_exception, settings.DEBUG = False, debug
    monkeypatch.setattr(carrying, "shut", _fails)
    answer = client.post(reverse("newsdesk_statements:merge", args=(told.pk,)), {"into": other.pk})
    assert answer.status_code == 500
    everything = "\n".join([*logged, answer.content.decode()])
    assert "RuntimeError at" in everything and "carrying.py" in everything
    assert not [word for word in WHO.split() if word in everything]


def test_the_field_for_it_keeps_the_browsers_helpers_out(
    verified: None, source: SourceRow, people: dict[str, User]
) -> None:
    form = enter(people["editor"]).get(url("record", source)).content.decode()
    field = form[form.index("<textarea") :].partition(">")[0]
    helpers = ('autocomplete="off"', 'spellcheck="false"', 'writingsuggestions="false"', 'translate="no"')
    assert [helper for helper in helpers if helper not in field] == []


def test_no_row_but_the_sealed_one_knows_it(verified: None, source: SourceRow, people: dict[str, User]) -> None:
    client = enter(people["editor"])
    posted(client, "record", source, words=WHO, readers=[people["editor"].pk])
    posted(client, "show", source)
    assert not ModelLogEntry.objects.exists()
    assert WHO not in str([session.get_decoded() for session in Session.objects.all()])
    assert WHO not in str(IdentityRow.objects.values()) + str(HandlingRow.objects.values())
    assert WHO not in repr(IdentityRow.objects.get()) + str(IdentityRow.objects.get())


@pytest.fixture
def with_factor(told: SourceRow, people: dict[str, User]) -> Client:
    """The editor who is named, signed in with her password and a code of her phone."""
    editor: Any = people["editor"]
    editor.phone, _codes = given_factor(editor)
    return enter(editor)


def test_a_code_of_a_second_factor_opens_the_door(told: SourceRow, with_factor: Client) -> None:
    assert WHO in posted(with_factor, "show", told).content.decode()


def test_a_code_of_an_hour_ago_does_not(told: SourceRow, with_factor: Client) -> None:
    session = with_factor.session
    session[AT] -= 3600
    session.save()
    answer = posted(with_factor, "show", told)
    assert answer.status_code == 403
    assert reverse("newsdesk_code") in answer.content.decode()
    assert reverse("newsdesk_code") in page(with_factor, told)


def test_a_factor_in_the_place_of_one_that_was_taken_away_opens_nothing_for_a_day(
    told: SourceRow, with_factor: Client
) -> None:
    Authenticator.objects.update(trusted_from=timezone.now() + timedelta(hours=20))
    answer = posted(with_factor, "show", told)
    assert (answer.status_code, "less than a day ago" in answer.content.decode()) == (403, True)


def test_whoever_has_no_factor_is_led_to_setting_one_up(told: SourceRow, people: dict[str, User]) -> None:
    client = enter(people["editor"])
    assert reverse("newsdesk_second_factor:own") in page(client, told)
    assert reverse("newsdesk_second_factor:own") in posted(client, "show", told).content.decode()
