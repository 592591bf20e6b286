"""Letters handed over to a sink on the other processor: how many a second, and whether memory grows.

``python -m benchmarks letters_posting --messages 50000 --signed``; everything is as in a newsroom: the mail, rows,
commits that are on the disk, the last check between the 354 and the body, four connections.
"""

from __future__ import annotations

import argparse
import asyncio
import os
from collections import Counter
from datetime import timedelta
from typing import Any

from benchmarks import ground

SIZE = 30_000
LONGEST = 900.0
"""Seconds after which it gives up."""
DOMAINS = 500


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks letters_posting", description=__doc__)
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--signed", action="store_true", help="with an RSA key of 2048 bits")
    options = parser.parse_args(arguments)
    print(ground.machine())
    processors = sorted(os.sched_getaffinity(0))
    with ground.newsroom(NEWSDESK_MAIL_PACE="0", NEWSDESK_RETURN_PATH="bounces@news.example") as folder:
        print(f"the database is on {ground.filesystem(folder)}")
        port, sink = _sink(processors[-1])
        os.sched_setaffinity(0, {processors[0]})
        try:
            return _run(options.messages, port, options.signed)
        finally:
            os.kill(sink, 15)
            os.waitpid(sink, 0)


def _run(messages: int, port: int, signed: bool) -> int:
    from django.conf import settings

    from newsdesk.newsletter.posting.office import Office
    from newsdesk.newsletter.posts.smtp import Server, SmtpPost

    settings.NEWSDESK_DKIM_KEY = _key() if signed else ""
    issue = _issue(messages)
    size = _size(issue)
    office = Office(lambda: SmtpPost(Server("127.0.0.1", port)))
    clock, memory = ground.Clock(), [ground.memory()]
    while office.due(1) and clock.read()[0] < LONGEST:
        office.turn()
        memory.append(ground.memory())
    wall, user, system = clock.read()
    office.close()
    states = Counter(issue.deliveries.values_list("state", flat=True))
    print(
        f"{states['sent']:,} of {messages:,} letters of {size / 1000:.0f} KB {'signed' if signed else 'unsigned'} in "
        f"{wall:.1f} s = {states['sent'] / wall:.0f} a second; {user:.1f} s of processor, {system:.1f} s in the kernel"
    )
    quarters = " → ".join(f"{memory[(len(memory) - 1) * part // 4]:.0f}" for part in range(5))
    print(f"memory at each quarter: {quarters} MB; at its highest {max(memory):.0f} MB")
    wanted = 200 if signed else 300
    return 0 if states == {"sent": messages} and states["sent"] / wall >= wanted else 1


def _issue(messages: int, slug: str = "morning") -> Any:
    from django.utils import timezone

    from newsdesk.newsletter.models import Issue, Letter, Subscriber, Subscription

    letter = Letter.objects.create(
        name=slug.title(), slug=slug, language="en", from_name="The Paper", from_address="paper@news.example"
    )
    before = timezone.now() - timedelta(days=9)
    for start in range(0, messages, 2000):
        numbers = range(start, min(start + 2000, messages))
        addresses = [f"{slug}.{number}@mail{number % DOMAINS}.example" for number in numbers]
        made = [Subscriber(address=each, canonical=each, language="en") for each in addresses]
        Subscriber.objects.bulk_create(made)
        Subscription.objects.bulk_create(
            Subscription(subscriber=each, letter=letter, state="confirmed", asked_at=before, confirmed_at=before)
            for each in made
        )
    return Issue.objects.create(
        letter=letter, subject="Today", body=_body(), state=Issue.State.SCHEDULED, due_at=before
    )


def _size(issue: Any) -> int:
    """Bytes of one of the mails."""
    from newsdesk.newsletter.models import Delivery, Subscriber
    from newsdesk.newsletter.posting import mail
    from newsdesk.newsletter.posting.folder import envelope
    from newsdesk.newsletter.posting.taken import Taken

    row = Delivery(pk=1, issue=issue, subscriber=Subscriber.objects.first(), message_id="<size@news.example>")
    return len(mail.message(Taken(1, str(issue.pk), envelope(issue, row), mail.draw(issue))))


def _body() -> list[dict[str, Any]]:
    """Words for a mail of about ``SIZE``, half of it HTML's."""
    words = "Good morning. The ferry came back, and the harbour office said why it had been late. "
    return [{"kind": "paragraph", "text": [{"text": words * 4}]} for _ in range(SIZE // 1030)]


def _key() -> str:
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    private = rsa.generate_private_key(65537, 2048)
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


class Sink(asyncio.Protocol):
    """Takes everything and keeps nothing."""

    def connection_made(self, transport: Any) -> None:
        self.transport, self.data, self.reading = transport, b"", False
        transport.write(b"220 sink\r\n")

    def data_received(self, data: bytes) -> None:
        self.data += data
        while self._step():
            pass

    def _step(self) -> bool:
        end = b"\r\n.\r\n" if self.reading else b"\r\n"
        words, found, rest = self.data.partition(end)
        if not found:
            return False
        self.data = rest
        self.transport.write(b"250 2.0.0 gone\r\n" if self.reading else self._said(words[:4].upper()))
        self.reading = not self.reading and words[:4].upper() == b"DATA"
        return True

    def _said(self, word: bytes) -> bytes:
        return {b"EHLO": b"250-sink\r\n250 PIPELINING\r\n", b"DATA": b"354 go on\r\n"}.get(word, b"250 fine\r\n")


def _sink(processor: int) -> tuple[int, int]:
    """The port and the id of a child that ends by itself in time."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        with os.fdopen(reading) as told:
            return int(told.readline()), child
    os.sched_setaffinity(0, {processor})

    async def serve() -> None:
        listening = await asyncio.get_running_loop().create_server(Sink, "127.0.0.1", 0)
        os.write(writing, f"{listening.sockets[0].getsockname()[1]}\n".encode())
        await asyncio.sleep(LONGEST * 2)

    asyncio.run(serve())
    os._exit(0)
