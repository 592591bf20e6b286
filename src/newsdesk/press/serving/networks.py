"""Whose network an address is of, for what is counted or refused by network."""

from __future__ import annotations

from ipaddress import ip_address, ip_network


def network_of(address: str) -> str:
    """The network of a client's address: 256 addresses of IPv4, what a household or firm is given of IPv6."""
    try:
        ip = ip_address(address)
    except ValueError:
        return "unknown"
    mapped = getattr(ip, "ipv4_mapped", None) or ip
    return str(ip_network(f"{mapped}/{24 if mapped.version == 4 else 48}", strict=False))
