"""Where answers and bounces go (MX), and whether the machine letters leave from has a name (PTR)."""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.newsletter.doctor.finding import Finding
from newsdesk.newsletter.doctor.records import Records, addresses, plain, reverse


def check_mx(domain: str, records: Records) -> Finding:
    """RFC 5321, 5.1, and RFC 7505."""
    hosts = [plain(record.split()[-1]) for record in records.of(domain, "MX")]
    if hosts == [""]:
        return Finding("bad", "MX", f"{domain} says it takes no mail: answers and bounces are lost.", "Name a server.")
    if not hosts and addresses(domain, records):
        words = f"{domain} names no mail server; mail goes to its own address."
        return Finding("doubt", "MX", words, "Name one:", f"{domain}. MX 10 mail.{domain}.")
    if not hosts:
        words = f"No mail reaches {domain}: answers and bounces are lost, and servers refuse senders like that."
        return Finding("bad", "MX", words, "Add:", f"{domain}. MX 10 mail.{domain}.")
    lost = [host for host in hosts if not addresses(host, records)]
    if lost:
        return Finding("bad", "MX", f"{domain} names {lost[0]} for its mail, which has no address.", "Mend its name.")
    return Finding("good", "MX", f"Mail for {domain} is taken by {hosts[0]}.")


def check_ptr(senders: Sequence[str], records: Records) -> list[Finding]:
    """Forward and back (RFC 1912, 2.1): large providers refuse a machine whose name does not lead to it."""
    return [_named(each, records) for each in senders]


def _named(address: str, records: Records) -> Finding:
    names = [plain(name) for name in records.of(reverse(address), "PTR")]
    if not names:
        words = f"{address}, which letters leave from, has no name; large providers refuse it."
        return Finding(
            "bad", "PTR", words, "Ask whoever gave you the address to add one:", f"{reverse(address)}. PTR …"
        )
    if not any(address in addresses(name, records) for name in names):
        words = f"{address} is called {names[0]}, which does not lead back to it."
        kind = "AAAA" if ":" in address else "A"
        return Finding("bad", "PTR", words, "Add:", f"{names[0]}. {kind} {address}")
    return Finding("good", "PTR", f"{address} is {names[0]}, and that leads back to it.")
