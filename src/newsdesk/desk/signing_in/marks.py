"""What attempts are counted under: hashes under the newsroom's key, those of an address under one of the day.

A name that was typed may be somebody's password, and an address is nobody's business: neither is stored or logged.
"""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

ONE_PLACE = 64
"""Bits of an IPv6 address that one subscriber's lines have in common."""


def of_account(name: str, act: str = "password") -> str:
    return _mark(act, name)


def of_network(request: HttpRequest, act: str = "password") -> str:
    return _mark(_today(f"network/{act}"), network(request))


def of_pair(name: str, request: HttpRequest) -> str:
    return _mark(_today("pair"), f"{network(request)} {name}")


def of_device(nonce: str) -> str:
    return _mark("device", nonce)


def network(request: HttpRequest) -> str:
    """Where a request comes from: what the reader says, which is all that reaches us by way of loopback.

    https://www.rfc-editor.org/rfc/rfc6177: an IPv6 line has many addresses, and counts by its first 64 bits.
    """
    near = str(request.META.get("REMOTE_ADDR", ""))
    told = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    asked = told if told and _is_loopback(near) else near
    try:
        address = ip_address(asked.partition("%")[0])
    except ValueError:
        return ""
    if address.version == 6 and not address.ipv4_mapped:
        return str(ip_network(f"{address}/{ONE_PLACE}", strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return not address  # a Unix socket has none


def _today(kind: str) -> str:
    return f"{kind}/{timezone.now():%Y-%m-%d}"


def _mark(purpose: str, about: str) -> str:
    return salted_hmac(f"newsdesk.attempts/{purpose}", about, algorithm="sha256").hexdigest()[:40]
