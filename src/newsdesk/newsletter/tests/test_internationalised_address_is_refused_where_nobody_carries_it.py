"""Where the mail server takes no internationalised addresses, sign-up says so, whoever the address belongs to."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from newsdesk.newsletter.models import Ask
from newsdesk.newsletter.posting.office import Office
from newsdesk.newsletter.posting.tests import makers, stand_ins
from newsdesk.newsletter.posting.tests.posted import post_all
from newsdesk.newsletter.posting.tests.server import Server, serving
from newsdesk.newsletter.tests.readers import asked, letter, subscriber, worked

OLYA = "оля@reader.example"
WITHOUT = ("PIPELINING", "8BITMIME", "DSN", "ENHANCEDSTATUSCODES")
PLAIN_LETTERS = b"plain letters, a to z"


@pytest.fixture
def boat(db: None) -> Any:
    return letter()


def by_smtp(settings: Any, server: Server) -> None:
    settings.NEWSDESK_POST, settings.EMAIL_HOST, settings.EMAIL_PORT = "smtp", "127.0.0.1", server.port


def test_sign_up_says_it_whether_the_address_is_known_or_not(client: Client, boat: Any, settings: Any) -> None:
    with serving(Server(offers=WITHOUT)) as server:
        by_smtp(settings, server)
        assert asked(client, OLYA).status_code == 200  # nobody has asked this server yet
        worked()
        assert not server.messages and not Ask.objects.exists()
        unknown = asked(client, "іра@reader.example")
        known = asked(client, OLYA)
        assert asked(client, "ines@reader.example").status_code == 200
    assert (unknown.status_code, known.status_code) == (400, 400)
    assert PLAIN_LETTERS in known.content and known.content == unknown.content
    assert [ask.address for ask in Ask.objects.all()] == ["ines@reader.example"]


def test_it_is_mailed_once_the_server_takes_it(client: Client, boat: Any, settings: Any) -> None:
    with serving(Server(offers=WITHOUT)) as server:
        by_smtp(settings, server)
        for offers, status in ((WITHOUT, 400), ((*WITHOUT, "SMTPUTF8"), 200)):
            server.offers = offers
            asked(client, f"ines{len(offers)}@reader.example")
            worked()
            assert asked(client, OLYA).status_code == status
        worked()
    assert len(server.messages) == 3


def test_delivery_is_refused_with_the_reason(boat: Any, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_ins.install(monkeypatch)
    subscriber(OLYA, boat)
    issue = makers.issue(boat)
    with serving(Server(offers=WITHOUT)) as server:
        by_smtp(settings, server)
        post_all(Office())
    row = issue.deliveries.get()
    assert (row.state, row.code) == ("refused", "5.6.7") and "internationalised" in row.reply
