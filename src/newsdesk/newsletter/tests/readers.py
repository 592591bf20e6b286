"""A letter to ask for, and readers in each state of asking; what the tests of this folder share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.test import Client
from django.utils import timezone

from newsdesk.newsletter.asking import taking_up
from newsdesk.newsletter.models import Delivery, Issue, Letter, Subscriber, Subscription

ADDRESS = "ines@reader.example"
SIGN_UP = "/letters/sign-up/"


def letter(slug: str = "first-boat", **more: object) -> Letter:
    values = {"name": slug.title(), "description": "The day.", "language": "en", "from_name": "The Packet"}
    return Letter.objects.create(slug=slug, from_address="desk@packet.example", **(values | more))


def asked(client: Client, address: str = ADDRESS, network: str = "203.0.113.9", **fields: object):
    """The answer to the form."""
    return client.post(SIGN_UP, {"address": address, **fields}, HTTP_X_FORWARDED_FOR=network)


def worked() -> None:
    """The worker's turn."""
    for pk in taking_up.due(50):
        taking_up.do_one(pk)


@dataclass(frozen=True)
class Sent:
    """A mail that left."""

    to: str
    text: str
    html: str


def outbox() -> list[Sent]:
    """Every mail that left, the oldest first."""
    files = (Path(settings.NEWSDESK_DATA) / "letters").glob("*.eml")
    raws = [file.read_bytes() for file in sorted(files, key=lambda file: file.stat().st_mtime_ns)]
    mails = [message_from_bytes(raw, policy=policy.default) for raw in raws]
    return [Sent(str(one["To"]), *(one.get_body((kind,)).get_content() for kind in ("plain", "html"))) for one in mails]


def link(kind: str = "confirm") -> str:
    """The path of a link in the newest mail."""
    found = re.search(rf"https?://[^/\s]+(/letters/{kind}/[^\s]+)", outbox()[-1].text)
    assert found
    return found[1]


def subscriber(address: str = ADDRESS, *letters: Letter) -> Subscriber:
    made = Subscriber.objects.create(address=address, canonical=address.lower(), language="en")
    now, state = timezone.now(), Subscription.State.CONFIRMED
    for one in letters:
        Subscription.objects.create(subscriber=made, letter=one, state=state, asked_at=now, confirmed_at=now)
    return made


def delivery(to: Subscriber, of: Letter, state: str = Delivery.State.WAITING) -> Delivery:
    issue = Issue.objects.create(letter=of, subject="Today")
    return Delivery.objects.create(issue=issue, subscriber=to, domain="reader.example", state=state, message_id=uuid4())
