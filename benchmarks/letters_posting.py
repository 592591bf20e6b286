"""Letters handed over to a sink on the other processor: how many a second, unsigned or signed, and whether memory grows.

``python -m benchmarks letters_posting --messages 50000 --signed``; everything but the form of the mail is as in a
newsroom: rows, commits that are on the disk, the last check between the 354 and the body, four connections.
"""

from __future__ import annotations

import argparse
import asyncio
import os
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from types import SimpleNamespace
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
    from newsdesk.newsletter.posting.office import Office
    from newsdesk.newsletter.posts.smtp import Server, SmtpPost

    _install(_signer() if signed else lambda body: b"")
    issue = _issue(messages)
    office = Office(lambda: SmtpPost(Server("127.0.0.1", port)))
    clock, memory = ground.Clock(), [ground.memory()]
    while office.due(1) and clock.read()[0] < LONGEST:
        office.turn()
        memory.append(ground.memory())
    wall, user, system = clock.read()
    office.close()
    states = Counter(issue.deliveries.values_list("state", flat=True))
    print(
        f"{states['sent']:,} of {messages:,} letters of {SIZE // 1000} KB {'signed' if signed else 'unsigned'} in "
        f"{wall:.1f} s = {states['sent'] / wall:.0f} a second; {user:.1f} s of processor, {system:.1f} s in the kernel"
    )
    quarters = " → ".join(f"{memory[(len(memory) - 1) * part // 4]:.0f}" for part in range(5))
    print(f"memory at each quarter: {quarters} MB; at its highest {max(memory):.0f} MB")
    wanted = 200 if signed else 300
    return 0 if states == {"sent": messages} and states["sent"] / wall >= wanted else 1


def _issue(messages: int) -> Any:
    from django.utils import timezone

    from newsdesk.newsletter.models import Issue, Letter, Subscriber, Subscription

    letter = Letter.objects.create(
        name="Morning", slug="morning", language="en", from_name="The Paper", from_address="paper@news.example"
    )
    before = timezone.now() - timedelta(days=9)
    for start in range(0, messages, 2000):
        addresses = [f"r{number}@mail{number % DOMAINS}.example" for number in range(start, min(start + 2000, messages))]
        made = Subscriber.objects.bulk_create(Subscriber(address=each, canonical=each, language="en") for each in addresses)
        Subscription.objects.bulk_create(
            Subscription(subscriber=each, letter=letter, state="confirmed", asked_at=before, confirmed_at=before)
            for each in made
        )
    return Issue.objects.create(letter=letter, subject="Today", state=Issue.State.SCHEDULED, due_at=before)


def _install(sign: Callable[[bytes], bytes]) -> None:
    """A form of mail as large as a real one, personal at three places."""
    from newsdesk.newsletter.models import Suppression
    from newsdesk.newsletter.posting import seam

    body = (b"<p>" + b"Good morning. " * 5 + b"</p>\r\n") * (SIZE // 80) + b'<a href="%%leave%%">leave</a>\r\n'

    def message(rendered: Any, taken: Any) -> bytes:
        filled = body.replace(b"%%leave%%", f"https://news.example/letters/leave/{taken.key}/".encode())
        head = f"From: {taken.from_}\r\nTo: {taken.to}\r\nMessage-ID: {taken.message_id}\r\nSubject: Today\r\n"
        return sign(head.encode() + filled) + head.encode() + b"\r\n" + filled

    def suppressed(canonical: str) -> bool:
        return Suppression.objects.filter(address=sha256(canonical.encode()).hexdigest()).exists()

    seam.message, seam.suppressed = message, suppressed
    seam.draw = lambda issue: SimpleNamespace(version=issue.version)


def _signer() -> Callable[[bytes], bytes]:
    from cryptography.hazmat.primitives.asymmetric import padding, rsa
    from cryptography.hazmat.primitives.hashes import SHA256

    key = rsa.generate_private_key(65537, 2048)

    def sign(words: bytes) -> bytes:
        made = key.sign(b64encode(sha256(words).digest()), padding.PKCS1v15(), SHA256())
        return b"DKIM-Signature: v=1; b=" + b64encode(made) + b"\r\n"

    return sign


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
