"""A mail address as a reader typed it: read, or refused with a reason (RFC 5321 section 4.5.3.1, RFC 6531)."""

from __future__ import annotations

import re
from dataclasses import dataclass

import idna

LONGEST = 254
_LONGEST_LOCAL = 64
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_ROLES = frozenset(
    [
        "abuse",
        "admin",
        "billing",
        "contact",
        "editor",
        "help",
        "hostmaster",
        "info",
        "news",
        "office",
        "postmaster",
        "sales",
        "support",
    ]
)
_ROLES |= frozenset(("noreply", "no-reply", "security", "team", "webmaster"))


class BadAddress(Exception):
    """No mail can be sent there; ``reason`` is ``empty``, ``long``, ``foreign`` or ``wrong``, and never the address."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Address:
    """``written`` is sent to, ``canonical`` is looked up; ``role``: it is an office's rather than a person's."""

    written: str
    canonical: str
    role: bool


def read(words: str) -> Address:
    """The address in ``words``; raises ``BadAddress``."""
    words = words.strip(" ")
    local, at, domain = words.rpartition("@")
    if not words:
        raise BadAddress("empty")
    if len(words) > LONGEST or len(local) > _LONGEST_LOCAL:
        raise BadAddress("long")
    if not local.isascii() and local.isprintable():
        raise BadAddress("foreign")
    if not at or not _LOCAL.fullmatch(local):
        raise BadAddress("wrong")
    host = _host(domain)
    if len(local) + 1 + len(host) > LONGEST:
        raise BadAddress("long")
    return Address(f"{local}@{host}", f"{local}@{host}".lower(), local.lower().partition("+")[0] in _ROLES)


def _host(domain: str) -> str:
    """The name as DNS knows it; ``кава.укр`` is ``xn--80aaf4a.xn--j1amh`` there."""
    try:
        host = idna.encode(domain, uts46=True, std3_rules=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        raise BadAddress("wrong") from None
    if "." not in host or host.endswith(".") or host.rpartition(".")[2].isdigit():
        raise BadAddress("wrong")
    return host
