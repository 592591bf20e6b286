"""Through a Postfix: everybody has the issue once, and whom the world does not know comes back as a bounce that says
whose it was.
"""

from __future__ import annotations

import socket
import time
from typing import Any

import pytest

from newsdesk.newsletter.models import Notice
from newsdesk.newsletter.notices import reading
from newsdesk.newsletter.notices.filing import file
from newsdesk.newsletter.posting.office import Office
from newsdesk.newsletter.posting.tests import makers, stand_ins
from newsdesk.newsletter.posting.tests.posted import post_all, states, suppressed_for
from newsdesk.newsletter.posting.tests.server import MESSAGE_ID, Server, Session, serving
from newsdesk.newsletter.posts.smtp import Server as Address
from newsdesk.newsletter.posts.smtp import SmtpPost
from tests import postfix

READERS = 40


def world(command: str, session: Session) -> str | None:
    return "550 5.1.1 nobody here" if command.startswith("RCPT") and "reader7@" in command else None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.django_db
@pytest.mark.skipif(not postfix.usable(), reason="Postfix starts as root only")
def test_postfix_carries_letters_and_brings_bounces(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.NEWSDESK_RETURN_PATH = "bounces@news.example"
    stand_ins.install(monkeypatch)
    letter = makers.letter()
    makers.readers(letter, READERS)
    issue = makers.issue(letter)
    port = free_port()
    with serving(Server(world)) as onward, postfix.relaying(port, onward.port):
        post_all(Office(lambda: SmtpPost(Address("127.0.0.1", port))))
        assert states(issue) == {"sent": READERS}  # Postfix took them all: what is known now
        for _ in range(600):
            if len(onward.messages) == READERS:
                break
            time.sleep(0.05)
    bounces = [mail for mail in onward.messages if b"delivery-status" in mail]
    letters = [MESSAGE_ID.search(mail)[1] for mail in onward.messages if mail not in bounces]
    assert len(letters) == len(set(letters)) == READERS - 1 and len(bounces) == 1
    told = reading.read(bounces[0])
    assert told and file(told, "mailbox")
    notice = Notice.objects.get()
    assert (notice.kind, notice.status, notice.delivery.subscriber.address) == (
        "hard",
        "5.1.1",
        "reader7@mail1.example",
    )
    assert suppressed_for("reader7@mail1.example")
