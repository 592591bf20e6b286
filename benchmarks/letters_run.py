"""A run of letters to be posted, and a sink that takes all of it."""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta
from typing import Any

SIZE = 30_000
LONGEST = 900.0
"""Seconds after which a run gives up."""
DOMAINS = 500


def waiting(messages: int, slug: str = "morning") -> Any:
    """A scheduled issue with so many readers, whose time has come."""
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


def _body() -> list[dict[str, Any]]:
    """Words for a mail of about ``SIZE``, half of it HTML's."""
    words = "Good morning. The ferry came back, and the harbour office said why it had been late. "
    return [{"kind": "paragraph", "text": [{"text": words * 4}]} for _ in range(SIZE // 1030)]


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


def sink(processor: int) -> tuple[int, int]:
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
