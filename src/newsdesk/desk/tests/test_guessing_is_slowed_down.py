"""Wrong guesses are followed by growing pauses, which reach no editor at a device or network of their own."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from newsdesk.desk.signing_in import attempts, pauses
from newsdesk.desk.signing_in.attempts import Attempts
from newsdesk.desk.signing_in.pauses import ACCOUNT, CODE, MAIL, PAIR, Count
from newsdesk.desk.tests.codes import PASSWORD, given_factor, inside, type_code, type_password
from newsdesk.settings_env.logs import JsonLines

HOME, CAFE = "192.0.2.17", "198.51.100.4"
NOW = datetime(2026, 3, 17, 12, tzinfo=timezone.get_default_timezone())


def at(address: str) -> dict[str, str]:
    """As the reader passes a request on."""
    return {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": address}


def guess(name: str, times: int, address: str = CAFE) -> Any:
    for _ in range(times):
        answer = type_password(Client(), name, "a guess", **at(address))
    return answer


def later(monkeypatch: pytest.MonkeyPatch, **by: float) -> None:
    now = timezone.now() + timedelta(**by)
    monkeypatch.setattr(attempts.timezone, "now", lambda: now)


@pytest.mark.parametrize("name", ["edgar", "nobody of that name"])
def test_the_answer_tells_nobody_who_is_there(editor: User, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    hasher = "django.contrib.auth.hashers.MD5PasswordHasher.encode"
    monkeypatch.setattr(hasher, lambda self, password, salt: hashed.append(password) or "md5$x$y")
    later(monkeypatch, seconds=0)  # and no clock goes on
    answers = [guess(name, 1) for _ in range(PAIR.free + 2)]
    assert [answer.status_code for answer in answers] == [200] * (PAIR.free + 1) + [429]
    assert "didn&#x27;t match" in answers[0].content.decode()
    assert "Too many attempts. Wait 10 seconds, then try again." in answers[-1].content.decode()
    assert int(answers[-1]["Retry-After"]) == 10
    assert len(hashed) == PAIR.free + 1  # one for each that was looked at, for a name that is not there as well


def test_a_right_password_is_not_looked_at_in_a_pause(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    guess("edgar", PAIR.free + 1, HOME)
    client = Client()
    type_password(client, "edgar", **at(HOME))
    assert not inside(client)
    later(monkeypatch, seconds=11)
    type_password(client, "edgar", **at(HOME))
    assert inside(client)


def test_a_stranger_elsewhere_shuts_nobody_out(editor: User) -> None:
    guess("edgar", PAIR.free + 3)
    client = Client()
    type_password(client, "edgar", **at(HOME))
    assert inside(client)


def test_many_strangers_shut_nobody_out_of_a_device_or_network_they_know(editor: User) -> None:
    device = Client()
    type_password(device, "edgar", **at(HOME))
    device.post("/desk/logout/")
    for number in range(ACCOUNT.free + 2):
        guess("edgar", 1, f"203.0.113.{number}")
    assert guess("edgar", 1, "203.0.113.99").status_code == 429
    type_password(device, "edgar", **at(CAFE))  # the device, elsewhere
    assert inside(device)
    other = Client()
    type_password(other, "edgar", **at(HOME))  # another device, at home
    assert inside(other)
    unknown = Client()
    type_password(unknown, "edgar", **at(CAFE))
    assert inside(unknown)  # known by now


def test_a_device_that_is_known_may_not_guess_for_ever(editor: User) -> None:
    device = Client()
    type_password(device, "edgar", **at(HOME))
    device.post("/desk/logout/")
    answers = [type_password(device, "edgar", "a guess", **at(HOME)) for _ in range(pauses.DEVICE.free + 2)]
    assert answers[-1].status_code == 429


def test_one_network_may_not_try_every_name(editor: User) -> None:
    answers = [guess(f"name {number}", 1) for number in range(pauses.NETWORK.free + 2)]
    assert answers[-1].status_code == 429
    assert guess("edgar", 1, HOME).status_code == 200


def test_neighbours_in_an_ipv6_network_count_as_one(editor: User) -> None:
    for number in range(PAIR.free + 1):
        guess("edgar", 1, f"2001:db8:1:2::{number + 1:x}")
    assert guess("edgar", 1, "2001:db8:1:2:ffff::1").status_code == 429
    assert guess("edgar", 1, "2001:db8:1:3::1").status_code == 200


def test_codes_are_slowed_down_too(editor: User) -> None:
    phone, _ = given_factor(editor)
    client = Client()
    type_password(client, "edgar")
    answers = [type_code(client, "000000") for _ in range(CODE.free + 2)]
    assert answers[-1].status_code == 429
    assert type_code(client, phone.shows()).status_code == 429
    assert not inside(client)


def test_wrong_codes_are_told_to_whoever_comes_next(editor: User) -> None:
    phone, _ = given_factor(editor)
    stranger, client = Client(), Client()
    for one in (stranger, client):
        type_password(one, "edgar")
    for _ in range(3):
        type_code(stranger, "000000")
    type_code(client, phone.shows())
    assert "3 wrong codes were given today. If that was not you" in client.get("/desk/").content.decode()


def test_a_known_device_gets_no_codes_of_its_own(editor: User) -> None:
    """Cookies can be gathered before there is a second factor."""
    devices = [Client() for _ in range(CODE.free + 2)]
    for device in devices:
        type_password(device, "edgar")
    given_factor(editor)
    assert [type_code(device, "000000").status_code for device in devices][-2:] == [200, 429]


@pytest.mark.parametrize("address", ["edgar@example.org", "nobody@example.org"])
def test_nobodys_mailbox_is_filled(editor: User, address: str, mailoutbox: list[object]) -> None:
    answers = [Client().post("/desk/password_reset/", {"email": address}, **at(CAFE)) for _ in range(MAIL.free + 2)]
    assert [answer.status_code for answer in answers] == [302] * (MAIL.free + 1) + [429]
    assert "Wait 1 minute, then try again." in answers[-1].content.decode()
    assert len(mailoutbox) == (MAIL.free + 1 if address == editor.email else 0)


def test_an_attempt_in_a_pause_makes_it_no_longer(editor: User) -> None:
    guess("edgar", PAIR.free + 1)
    before = list(Attempts.objects.order_by("about").values_list("about", "failures", "last"))
    guess("edgar", 5)
    assert list(Attempts.objects.order_by("about").values_list("about", "failures", "last")) == before


def test_no_name_or_address_is_stored_or_logged(editor: User, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        guess("the password, typed into the wrong field", PAIR.free + 3)
    lines = " ".join(JsonLines(addresses=True).format(record) for record in caplog.records)
    assert "slowed down" in lines
    for word in (CAFE, "typed into", "a guess"):
        assert word not in lines
        assert word not in repr(list(Attempts.objects.values_list()))


def test_an_address_has_another_mark_the_next_day(monkeypatch: pytest.MonkeyPatch, editor: User) -> None:
    guess("edgar", 1)
    marks = set(Attempts.objects.values_list("about", flat=True))
    later(monkeypatch, days=1)
    guess("edgar", 1)
    assert len(marks & set(Attempts.objects.filter(last__gte=timezone.now()).values_list("about", flat=True))) == 1
    later(monkeypatch, days=4)
    guess("edgar", 1)
    assert not Attempts.objects.filter(last__lt=timezone.now() - 2 * pauses.FORGOTTEN).exists()


def test_a_liar_from_elsewhere_is_not_believed(editor: User) -> None:
    for number in range(PAIR.free + 2):
        said = {"REMOTE_ADDR": CAFE, "HTTP_X_FORWARDED_FOR": f"10.0.0.{number}"}
        answer = type_password(Client(), "edgar", "a guess", **said)
    assert answer.status_code == 429


def test_a_terminal_can_pardon(editor: User) -> None:
    from newsdesk.commands._newsroom import people

    for number in range(ACCOUNT.free + 2):
        guess("edgar", 1, f"203.0.113.{number}")
    people.change_password("edgar", PASSWORD)
    client = Client()
    type_password(client, "edgar", **at(CAFE))
    assert inside(client)


def test_pauses_grow_to_an_hour_and_are_forgotten_in_a_day() -> None:
    assert [PAIR.pause(n) for n in (0, 5, 6, 7, 8, 14, 15, 10**9)] == [0, 0, 10, 20, 40, 2560, 3600, 3600]
    assert Count(99, NOW).at(NOW + timedelta(days=1)).failures == 0
    assert Count(6, NOW).wait(PAIR, NOW + timedelta(seconds=9.5)) == 1
    assert Count(6, NOW).wait(PAIR, NOW + timedelta(seconds=10)) == 0


def test_a_clock_set_back_makes_no_pause_longer() -> None:
    """What was noted by a clock that ran ahead counts from now on."""
    count = Count(6, NOW + timedelta(hours=5)).at(NOW)
    assert count.wait(PAIR, NOW) == 10
    assert count.wait(PAIR, NOW + timedelta(seconds=10)) == 0
