"""Letters are asked for past the desk's sessions, on connections that stay; all else is the desk's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper

from newsdesk.newsletter.asking import signing_up
from newsdesk.newsletter.hatch import THREADS, Hatch
from newsdesk.newsletter.models import Ask
from newsdesk.newsletter.tests.readers import ADDRESS, SIGN_UP, letter

FORM = b"application/x-www-form-urlencoded"
pytestmark = pytest.mark.django_db(transaction=True)


async def desk(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 299, "headers": []})
    await send({"type": "http.response.body", "body": b"the desk"})


@pytest.fixture
def hatch() -> Iterator[Hatch]:
    made = Hatch(desk)
    yield made
    made.threads.shutdown()


def asked(hatch: Hatch, path: str = SIGN_UP, body: bytes = b"", **more: Any) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of the answer, as a server gets them."""
    coming = [{"type": "http.request", "body": part, "more_body": True} for part in (body[:9], body[9:])]
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return coming.pop(0) if coming else {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    headers = [(b"content-type", FORM), (b"content-length", b"%d" % len(body)), (b"x-forwarded-for", b"203.0.113.9")]
    scope = {"type": "http", "method": "POST", "path": path, "query_string": b"", "headers": headers}
    asyncio.run(hatch(scope | {"client": ("127.0.0.1", 4711)} | more, receive, send))
    told = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], told, b"".join(part.get("body", b"") for part in sent[1:]).decode()


def test_reader_who_asks_is_answered_and_noted(hatch: Hatch) -> None:
    letter()
    status, headers, _ = asked(hatch, body=b"address=ines%40reader.example")
    assert status == 200 and Ask.objects.get().address == ADDRESS
    assert headers["cache-control"] == "no-store" and "set-cookie" not in headers
    assert "frame-ancestors" in headers["content-security-policy"]


def test_all_else_is_the_desks(hatch: Hatch) -> None:
    assert asked(hatch, "/desk/")[::2] == (299, "the desk")


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="a server's connection belongs to a pool")
def test_connection_is_kept_for_the_next(hatch: Hatch, monkeypatch: pytest.MonkeyPatch) -> None:
    letter()
    closed: list[object] = []
    monkeypatch.setattr(DatabaseWrapper, "close", closed.append)
    for number in range(THREADS * 2):
        assert asked(hatch, body=b"address=r%d%%40reader.example" % number)[0] == 200
    assert not closed and Ask.objects.count() == THREADS * 2


def test_fault_is_answered_shortly_and_the_next_reader_served(
    hatch: Hatch, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    letter()
    with monkeypatch.context() as patch:
        patch.setattr(signing_up, "ask", lambda *given: connection.cursor().execute("nonsense"))
        status, _, words = asked(hatch, body=b"address=ines%40reader.example")
    assert status == 500 and "nonsense" not in words and ADDRESS not in words + caplog.text
    assert asked(hatch, body=b"address=ines%40reader.example")[0] == 200


def test_unknown_path_and_too_long_a_form_are_refused(hatch: Hatch) -> None:
    assert asked(hatch, "/letters/nowhere/")[0] == 404
    assert asked(hatch, body=b"address=" + b"a" * 11_000_000)[0] == 400
