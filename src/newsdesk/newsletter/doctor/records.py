"""Where a domain's records come from: its name servers, or a file for where there are none to ask."""

from __future__ import annotations

import ipaddress
import shlex
from collections.abc import Iterable
from typing import Protocol

import dns.exception
import dns.resolver
import dns.reversename

SECONDS = 5.0


class Records(Protocol):
    def of(self, name: str, kind: str) -> list[str]:
        """The records of a name, as text without quotation marks; empty where there are none."""


class NoAnswer(Exception):
    """The name servers cannot be asked; nothing is known."""


class Given:
    """Lines such as ``news.example TXT "v=spf1 -all"``; what follows ``;`` or ``#`` at the start is a comment."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.found: dict[tuple[str, str], list[str]] = {}
        for number, line in enumerate(lines, 1):
            if line.strip() and line.strip()[0] not in ";#":
                self._add(number, line)

    def of(self, name: str, kind: str) -> list[str]:
        return self.found.get((plain(name), kind), [])

    def _add(self, number: int, line: str) -> None:
        words = [word for word in shlex.split(line) if (word.upper() != "IN" and not word.isdigit()) or "." in word]
        if len(words) < 3:
            raise ValueError(f"line {number}: a record is a name, a kind and a value")
        name, kind, *value = words
        text = "".join(value) if kind.upper() == "TXT" and '"' in line else " ".join(value)
        self.found.setdefault((plain(name), kind.upper()), []).append(text)


class Dns:
    """https://dnspython.readthedocs.io; answers are remembered for one look."""

    def __init__(self) -> None:
        self.resolver = dns.resolver.Resolver()
        self.resolver.lifetime = SECONDS
        self.known: dict[tuple[str, str], list[str]] = {}

    def of(self, name: str, kind: str) -> list[str]:
        key = plain(name), kind
        if key not in self.known:
            self.known[key] = self._asked(*key)
        return self.known[key]

    def _asked(self, name: str, kind: str) -> list[str]:
        try:
            answer = self.resolver.resolve(name, kind)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer, dns.name.EmptyLabel, dns.name.LabelTooLong):
            return []
        except dns.exception.DNSException as error:
            raise NoAnswer(type(error).__name__) from None
        if kind == "TXT":
            return [b"".join(record.strings).decode("utf-8", "replace") for record in answer]
        return [record.to_text() for record in answer]


def plain(name: str) -> str:
    return name.rstrip(".").lower()


def addresses(host: str, records: Records) -> list[str]:
    """A host's addresses; an address is its own."""
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        return [*records.of(host, "A"), *records.of(host, "AAAA")]


def reverse(address: str) -> str:
    return dns.reversename.from_address(address).to_text(omit_final_dot=True)


def tags(record: str) -> dict[str, str]:
    """``v=DKIM1; p=…`` as both DKIM and DMARC write it."""
    pairs = (part.partition("=") for part in record.split(";") if "=" in part)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}
