"""A single mail gives a slow server up in seconds, for other work stands behind it; an issue's letters wait."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socket import create_server
from threading import Event, Thread
from typing import Any

import pytest

from newsdesk.newsletter import posts
from newsdesk.newsletter.posting.tests.server import Server, Session, serving
from newsdesk.newsletter.posts import PostLost, smtp
from newsdesk.newsletter.posts._smtp.line import HURRIED, PATIENT, Line, Patience
from newsdesk.newsletter.posts.tests.test_smtp_keeps_the_moment_before_the_body import Envelope

BRIEF = Patience(10.0, 0.3, 0.3)
MAIL = b"Subject: x\r\n\r\nWords.\r\n"


@pytest.fixture
def set_to(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Mail goes to a server on this machine, with hardly any patience for a single one."""

    def go(port: int) -> None:
        settings.NEWSDESK_POST = "smtp"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port

    monkeypatch.setattr(smtp, "HURRIED", BRIEF)
    return go


@pytest.mark.parametrize("step", ["CONNECT", "EHLO", "RCPT", "DATA", "BODY"])
def test_server_that_is_silent_is_given_up(set_to: Any, step: str) -> None:
    over = Event()

    def silent(command: str, session: Session) -> str | None:
        return "drop" if command.startswith(step) and over.wait(20) else None

    with serving(Server(silent)) as server:
        set_to(server.port)
        try:
            with pytest.raises(PostLost, match="reply: TimeoutError"):
                posts.hand_one(MAIL, Envelope())
        finally:
            over.set()


@contextmanager
def dripping() -> Iterator[int]:
    """A server whose greeting never ends, and is never silent for long; its port."""
    over = Event()

    def drip() -> None:
        with suppress(OSError):
            connection, _ = listening.accept()
            with connection:
                while not over.wait(0.02):
                    connection.sendall(b"2")

    with create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=drip, daemon=True)
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            over.set()
            thread.join(10)


def test_server_that_drips_its_answer_is_given_up(set_to: Any) -> None:
    with dripping() as port:
        set_to(port)
        with pytest.raises(PostLost, match="reply: TimeoutError"):
            posts.hand_one(MAIL, Envelope())


def test_answers_that_come_together_are_read_one_by_one() -> None:
    with serving(Server()) as server:
        line = Line.to("127.0.0.1", server.port, patience=BRIEF)
        line.send("EHLO here", "NOOP", "NOOP")
        assert [line.reply().number for _ in range(3)] == [250] * 3
        line.quit()


def test_only_single_mails_are_in_a_hurry(set_to: Any) -> None:
    set_to(25)
    door = posts.current()
    assert isinstance(door, smtp.SmtpPost) and door.server.patience == PATIENT and PATIENT.final == 600
    door.hurry()
    assert door.server.patience == BRIEF
    assert HURRIED.command <= 30 and HURRIED.final <= 60
