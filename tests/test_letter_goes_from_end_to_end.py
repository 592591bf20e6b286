"""A reader asks on the site, confirms, has an issue with a signature that holds, leaves by one click, and has no more.

Everything is real: the newsroom's processes, a browser, a mail server that keeps what it takes.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import httpx
import pytest
from aiosmtpd.controller import Controller
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from playwright.sync_api import sync_playwright

from tests.own_newsroom import on_sqlite, ran
from tests.test_postfix_carries_letters_and_brings_bounces import free_port

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
READER, OTHER = "ines@reader.example", "maren@reader.example"
VERIFIES = """
import dkim, sys
record = sys.argv[1].encode()
print(dkim.verify(sys.stdin.buffer.read(), dnsfunc=lambda name, timeout=5: record))
"""
SENDS = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from newsdesk.archive import record
from newsdesk.archive.tests.makers import article_id, edition
from newsdesk.newsletter.models import Carried, Issue, Letter, Subscriber, Subscription
letter, now = Letter.objects.get(), timezone.now()
Letter.objects.update(from_address="letters@paper.example")
other, new = Subscriber.objects.get_or_create(address={other!r}, canonical={other!r}, language="en")
if new:
    times = dict(asked_at=now, confirmed_at=now)
    Subscription.objects.create(subscriber=other, letter=letter, state="confirmed", **times)
body = [dict(kind="related_card", article=article_id(number)) for number in (1, 2, 3)]
for number in (1, 2, 3):
    record.add(edition(number, headline=f"Story number {{number}}"))
issue = Issue.objects.create(letter=letter, subject={subject!r}, body=body)
for number in (1, 2, 3):
    Carried.objects.create(issue=issue, article=article_id(number), number=1, lead=number == 1)
record.withdraw(article_id(3), "kill")
Issue.objects.filter(pk=issue.pk).update(state="scheduled", due_at=now)
print(issue.pk)
"""


@dataclass
class Box:
    """A mailbox for everybody; ``mails`` are pairs of who it was for and its bytes."""

    mails: list[tuple[str, bytes]] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.mails.append((envelope.rcpt_tos[0], envelope.content))
        return "250 kept"

    def of(self, reader: str) -> list[bytes]:
        return [mail for to, mail in self.mails if to == reader]


@contextmanager
def newsroom(environment: dict[str, str], port: int) -> Iterator[None]:
    command = [sys.executable, "-m", "newsdesk"]
    subprocess.run([*command, "init"], env=environment, check=True, capture_output=True, timeout=120)
    with subprocess.Popen([*command, "serve", "--port", str(port)], env=environment) as serving:
        try:
            yield
        finally:
            serving.terminate()


def until(what: Callable[[], Any]) -> Any:
    """Its first true value; patient, since other work may share the machine."""
    for _ in range(600):
        if found := what():
            return found
        time.sleep(0.1)
    raise AssertionError("it did not come about")


def answers(url: str) -> httpx.Response | None:
    try:
        found = httpx.get(url)
    except httpx.TransportError:
        return None
    return found if found.status_code == 200 else None


def part(mail: bytes, kind: str) -> str:
    found = message_from_bytes(mail, policy=policy.default).get_body((kind,))
    assert found
    return str(found.get_content())


def asked_and_confirmed(site: str, box: Box) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        page = browser.new_page()
        page.goto(site)
        page.get_by_label("Your mail address").fill(READER)
        page.get_by_role("button", name="Send me the letters").click()
        assert "mail" in page.get_by_role("status").inner_text()
        confirmation = until(lambda: box.of(READER))[0]
        link = re.search(r"http\S+/letters/confirm/\S+", part(confirmation, "plain"))
        assert link
        page.goto(link[0])
        page.get_by_role("button", name="Confirm").click()
        assert page.get_by_role("status").inner_text().startswith("Thank you")
        assert page.context.cookies() == []
        browser.close()


def holds(mail: bytes, public: str) -> bool:
    """What Debian's dkimpy says of the signature."""
    command = ["/usr/bin/python3", "-c", VERIFIES, f"v=DKIM1; k=rsa; p={public}"]
    return subprocess.run(command, input=mail, capture_output=True, check=True).stdout == b"True\n"


def key(file: Path) -> str:
    """Writes a private key; returns the public one as it stands in DNS."""
    private = rsa.generate_private_key(65537, 2048)
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file.write_bytes(private.private_bytes(serialization.Encoding.PEM, *form))
    public = private.public_key()
    der = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return b64encode(der).decode()


@pytest.mark.skipif(not shutil.which("dkimverify"), reason="no dkimpy")
def test_letter_goes_from_end_to_end(tmp_path: Path) -> None:
    box, port, public = Box(), free_port(), key(tmp_path / "dkim.pem")
    mailbox = Controller(box, hostname="127.0.0.1", port=free_port())
    mailbox.start()
    data, site = tmp_path / "data", f"http://127.0.0.1:{port}"
    settings = {
        "NEWSDESK_SITE_URL": site,
        "NEWSDESK_EMAIL_URL": f"smtp://127.0.0.1:{mailbox.port}",
        "NEWSDESK_EMAIL_FROM": "desk@paper.example",
        "NEWSDESK_DKIM_KEY_FILE": str(tmp_path / "dkim.pem"),
        "NEWSDESK_POSTAL_ADDRESS": "The Paper, 1 Quay, Odesa",
        "NEWSDESK_LOG_LEVEL": "error",
    }

    def send(subject: str) -> str:
        done = ran(data, SENDS.format(other=OTHER, subject=subject), **settings)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    try:
        with newsroom(on_sqlite(data, **settings), port):
            until(lambda: answers(site))
            asked_and_confirmed(site, box)
            issue = send("First issue")
            until(lambda: len(box.of(READER)) == 2 and box.of(OTHER))
            read(box, public, site)
            edition = until(lambda: answers(f"{site}/letters/{issue}/")).text
            assert "First issue" in edition and "number 2" in edition and "number 3" not in edition
            leave(box.of(READER)[1])
            send("Second issue")
            until(lambda: len(box.of(OTHER)) == 2)
    finally:
        mailbox.stop()
    assert len(box.of(READER)) == 2 and len(box.mails) == 4


def read(box: Box, public: str, site: str) -> None:
    """The confirmation and the issue as they came."""
    confirmation, letter = box.of(READER)
    assert holds(confirmation, public) and holds(letter, public)
    assert not holds(letter.replace(b"First issue", b"Another issue", 1), public)
    text = part(letter, "plain")
    assert "number 2" in text and "number 3" not in text + part(letter, "html") and "1 Quay, Odesa" in text
    assert b"\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in letter
    assert leave_link(letter).startswith(f"{site}/letters/leave/") and leave_link(letter) != leave_link(
        box.of(OTHER)[0]
    )


def leave_link(mail: bytes) -> str:
    """As a mail program reads it, from the bytes."""
    found = re.search(rb"\r\nList-Unsubscribe: <(http[^<> ]+)>", mail)
    assert found
    return found[1].decode()


def leave(mail: bytes) -> None:
    answered = httpx.post(leave_link(mail), data={"List-Unsubscribe": "One-Click"})
    assert answered.status_code == 200 and not answered.cookies
