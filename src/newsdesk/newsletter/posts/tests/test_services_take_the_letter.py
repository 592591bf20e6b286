"""A letter in the form each mail service's API asks for, by django-anymail's own backends; nothing is called."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import anymail.backends
import pytest

from newsdesk.newsletter import services
from newsdesk.newsletter.posts import PostLater, PostRefused
from newsdesk.newsletter.posts.anymail import AnymailPost, converted
from newsdesk.newsletter.posts.tests.test_service_is_asked_once import MAIL
from newsdesk.newsletter.posts.tests.test_smtp_keeps_the_moment_before_the_body import Envelope, yes
from newsdesk.settings_env.mail import anymail as settings_of

FOLDER = Path(anymail.backends.__path__[0])
NAMES = sorted(
    {file.stem for file in FOLDER.glob("[a-z]*.py")} - {"amazon_ses", "base", "base_requests", "console", "test"}
)
NEEDED = ("api_key", "api_token", "server_token", "secret_key", "project_id", "api_url", "sender_domain")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", NAMES)
def test_letter_keeps_what_its_way_back_needs(name: str, settings: Any) -> None:
    needed = "&".join(f"{each}=https://x.example/" for each in NEEDED)
    settings.ANYMAIL = settings_of(f"{name.replace('_', '-')}://?{needed}")
    backend = import_module(f"anymail.backends.{name}").EmailBackend()
    mail = converted(MAIL, Envelope(), services.of(name))
    payload = backend.build_message_payload(mail, {})
    sent = f"{payload.serialize_data()} {payload.data}"
    assert "List-Unsubscribe=One-Click" in sent
    assert sent.count("a=b+c@news.example") >= 1


@pytest.mark.parametrize(
    ("name", "header", "there"),
    [
        ("mailjet", "Message-ID", False),
        ("mailgun", "Message-ID", True),
        ("postmark", "X-PM-KeepID", True),
        ("brevo", "X-PM-KeepID", False),
    ],
)
def test_message_id_goes_along_where_the_service_takes_one(name: str, header: str, there: bool) -> None:
    assert (header in converted(MAIL, Envelope(), services.of(name)).extra_headers) is there


class Refusing(Exception):
    def __init__(self, status: int) -> None:
        self.response = {"ResponseMetadata": {"HTTPStatusCode": status}}


@pytest.fixture
def boto3(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A stand-in for the library that Amazon's services are called by."""
    stand_in: Any = ModuleType("boto3")
    client, exceptions = ModuleType("botocore.client"), ModuleType("botocore.exceptions")
    client.Config = type("Config", (), {"__init__": lambda self, **given: None, "merge": lambda self, other: other})  # type: ignore[attr-defined]
    for name in ("BotoCoreError", "ClientError", "ConnectionError"):
        setattr(exceptions, name, Refusing)
    stand_in.session = type("session", (), {"Session": lambda **given: stand_in})
    stand_in.client = lambda name, **given: stand_in
    stand_in.close = lambda: None
    parts = {
        "boto3": stand_in,
        "botocore": ModuleType("botocore"),
        client.__name__: client,
        exceptions.__name__: exceptions,
    }
    for name, module in parts.items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.delitem(sys.modules, "anymail.backends.amazon_ses", raising=False)
    yield stand_in
    sys.modules.pop("anymail.backends.amazon_ses", None)


def test_amazon_takes_the_letter_and_its_own_name_of_it_is_kept(boto3: Any, settings: Any) -> None:
    settings.ANYMAIL = settings_of("amazon-ses://?configuration_set_name=letters")
    sent: list[Any] = []
    boto3.send_email = lambda **given: sent.append(given) or {"MessageId": "0102-ses"}
    door = AnymailPost(import_module("anymail.backends.amazon_ses").EmailBackend(), services.of("amazon_ses"))
    assert door.hand(MAIL, Envelope(), before_body=yes).known_as == "0102-ses"
    raw = sent[0]["Content"]["Raw"]["Data"]
    assert b"List-Unsubscribe=One-Click" in raw and b'X-Metadata: {"delivery": "a=b+c@news.example"}' in raw


@pytest.mark.parametrize(("status", "error"), [(429, PostLater), (403, PostRefused)])
def test_what_amazon_answers_is_understood(boto3: Any, settings: Any, status: int, error: type[Any]) -> None:
    settings.ANYMAIL = settings_of("amazon-ses://?configuration_set_name=letters")

    def refusing(**given: Any) -> None:
        raise Refusing(status)

    boto3.send_email = refusing
    door = AnymailPost(import_module("anymail.backends.amazon_ses").EmailBackend(), services.of("amazon_ses"))
    with pytest.raises(error):
        door.hand(MAIL, Envelope(), before_body=yes)
