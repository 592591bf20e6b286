"""10,000 sign-ups within a minute from one network: what each is told, what is kept, and whether others are still served.

An editor opens the desk's home and a reader the front page, one after the other, before the flood and all through it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import time
from collections import Counter

from benchmarks import ground
from benchmarks.house import House, memory, processor, serving

REST = 5.0
"""Seconds in which the newsroom gets to itself after its start."""
LONGEST = 20.0
"""Seconds to wait for one answer."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks letters_flood", description=__doc__)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--connections", type=int, default=16)
    options = parser.parse_args(arguments)
    print(f"{ground.machine()}; load {os.getloadavg()[0]:.1f} at the start")
    with ground.newsroom(NEWSDESK_LOG_LEVEL="error") as folder:
        cookie = _signed_in()
        with serving(folder) as house:
            time.sleep(REST)
            return asyncio.run(_measured(house, cookie, options.requests, options.seconds, options.connections))


async def _measured(house: House, cookie: str, requests: int, seconds: int, connections: int) -> int:
    stopped = asyncio.Event()
    asyncio.get_running_loop().call_later(seconds / 4, stopped.set)
    _say("before", *await asyncio.gather(_opened(house, "/desk/", cookie, stopped), _opened(house, "/", "", stopped)))
    held, used, over = memory(house.pid), processor(house.pid), asyncio.Event()
    others = asyncio.gather(_opened(house, "/desk/", cookie, over), _opened(house, "/", "", over))
    started = time.monotonic()
    each = requests // connections
    told = await asyncio.gather(*(_asks(house, n, each, seconds / each) for n in range(connections)))
    took = time.monotonic() - started
    over.set()
    _say("beside the flood", *await others)
    statuses = sum(told, Counter[int]())
    print(f"{statuses.total():,} sign-ups from one network in {took:.0f} s: {dict(statuses)}")
    print(f"processor, ms: {dict(processor(house.pid) - used)}")
    print(f"memory, MB: {dict(held)} before, {dict(memory(house.pid))} after")
    print(f"rows: {await asyncio.to_thread(_rows)}")
    return 0 if statuses.total() == each * connections and not statuses.keys() - {200, 429} else 1


async def _asks(house: House, number: int, times: int, every: float) -> Counter[int]:
    """Statuses of the answers to one connection that asks at a steady pace, each time for another address."""
    statuses: Counter[int] = Counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
    began = time.monotonic()
    for n in range(times):
        await asyncio.sleep(began + n * every - time.monotonic())
        body = f"address=r{number}-{n}@reader.example".encode()
        writer.write(_request(house, f"203.0.113.{n % 250}", body))
        statuses[await asyncio.wait_for(_status(reader), LONGEST)] += 1
    writer.close()
    return statuses


def _request(house: House, client: str, body: bytes) -> bytes:
    lines = (
        "POST /letters/sign-up/ HTTP/1.1",
        f"Host: 127.0.0.1:{house.port}",
        f"X-Forwarded-For: {client}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
    )
    return "\r\n".join((*lines, "", "")).encode() + body


async def _status(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    if "transfer-encoding: chunked" in head:
        await reader.readuntil(b"\r\n0\r\n\r\n")
    else:
        await reader.readexactly(int(head.partition("content-length:")[2].split("\r\n")[0]))
    return int(head.split()[1])


async def _opened(house: House, path: str, cookie: str, over: asyncio.Event) -> list[float]:
    """Seconds that each opening of a page took, until it is over; an answer that did not come counts as endless."""
    times: list[float] = []
    while not over.is_set():
        started = time.monotonic()
        well = await asyncio.to_thread(house.answers, path, cookie)
        times.append(time.monotonic() - started if well else float("inf"))
        await asyncio.sleep(0.2)
    return times


def _say(when: str, desk: list[float], front: list[float]) -> None:
    for page, times in (("the editor's home", desk), ("the front page", front)):
        here = [each for each in times if each != float("inf")]
        print(f"{when}, {page}: {len(times)} times, {len(times) - len(here)} without an answer; {ground.spread(here)}")


def _signed_in() -> str:
    """The cookie of a chief."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.create_superuser("flood", "flood@news.example", "never typed"))
    return f"sessionid={client.cookies['sessionid'].value}"


def _rows() -> str:
    from newsdesk.newsletter.models import Ask, Consent, Subscriber

    return f"{Ask.objects.count()} asks wait, {Consent.objects.count()} noted, {Subscriber.objects.count()} subscribers"
