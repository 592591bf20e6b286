"""Letters handed over to a sink on the other processor: how many a second, and whether memory grows.

``python -m benchmarks letters_posting --messages 50000 --signed``; everything is as in a newsroom: the mail, rows,
commits that are on the disk, the last check between the 354 and the body, four connections.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from typing import Any

from benchmarks import ground
from benchmarks.letters_run import LONGEST, sink, waiting


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks letters_posting", description=__doc__)
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--signed", action="store_true", help="with an RSA key of 2048 bits")
    options = parser.parse_args(arguments)
    print(ground.machine())
    processors = sorted(os.sched_getaffinity(0))
    with ground.newsroom(NEWSDESK_MAIL_PACE="0", NEWSDESK_RETURN_PATH="bounces@news.example") as folder:
        print(f"the database is on {ground.filesystem(folder)}")
        port, child = sink(processors[-1])
        os.sched_setaffinity(0, {processors[0]})
        try:
            return _run(options.messages, port, options.signed)
        finally:
            os.kill(child, 15)
            os.waitpid(child, 0)


def _run(messages: int, port: int, signed: bool) -> int:
    from django.conf import settings

    from newsdesk.newsletter.posting.office import Office
    from newsdesk.newsletter.posts.smtp import Server, SmtpPost

    settings.NEWSDESK_DKIM_KEY = _key() if signed else ""
    issue = waiting(messages)
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


def _size(issue: Any) -> int:
    """Bytes of one of the mails."""
    from newsdesk.newsletter.models import Delivery, Subscriber
    from newsdesk.newsletter.posting import mail
    from newsdesk.newsletter.posting.folder import envelope
    from newsdesk.newsletter.posting.taken import Taken

    row = Delivery(pk=1, issue=issue, subscriber=Subscriber.objects.first(), message_id="<size@news.example>")
    return len(mail.message(Taken(1, str(issue.pk), envelope(issue, row), mail.draw(issue))))


def _key() -> str:
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    private = rsa.generate_private_key(65537, 2048)
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
