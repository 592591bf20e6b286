"""Everything that is looked at for one domain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsdesk.newsletter.dkim import Key
from newsdesk.newsletter.doctor import dkim, dmarc, servers, spf
from newsdesk.newsletter.doctor.finding import Finding
from newsdesk.newsletter.doctor.records import NoAnswer, Records


@dataclass(frozen=True, slots=True)
class Sending:
    """How letters are sent: from which domain, with whose return path, signed for whom and by what, from which
    addresses.
    """

    domain: str
    return_path: str
    signed_for: str
    selector: str
    keys: Sequence[Key] = ()
    senders: Sequence[str] = ()


def look(sending: Sending, records: Records) -> Iterator[Finding]:
    try:
        yield from spf.check(sending.return_path, sending.senders, records)
        yield from dkim.check(sending.signed_for, sending.selector, records, sending.keys)
        yield from dmarc.check(sending.domain, [sending.return_path, sending.signed_for], records)
        for domain in dict.fromkeys([sending.domain, sending.return_path]):
            yield servers.check_mx(domain, records)
        yield from servers.check_ptr(sending.senders, records)
    except NoAnswer as error:
        words = f"The name servers do not answer ({error})."
        yield Finding("bad", "DNS", words, "Look at the network, or give the records in a file: --records FILE.")
