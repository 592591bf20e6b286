"""What a request's headers ask for: a coding, a range, or nothing new (RFC 9110 sections 12.5.3, 13 and 14); pure."""

from __future__ import annotations

import re
from functools import lru_cache

CODINGS = ("br", "gzip", "identity")
_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)
_DIGITS = 18


@lru_cache(maxsize=512)
def codings(accept_encoding: str | None) -> tuple[str, ...]:
    """The codings a client takes, best first; identity always last resort, whatever it says of it.

    Of equal weight the smaller is first: brotli, gzip, identity.
    """
    weights = dict(_weighted(accept_encoding or ""))
    anything = weights.get("*", 0.0)
    weighed = [(weights.get(coding, anything), coding) for coding in CODINGS[:-1]]
    identity = weights.get("identity", anything if "*" in weights else 0.001)
    wanted = [(weight, coding) for weight, coding in (*weighed, (identity, "identity")) if weight > 0]
    names = tuple(coding for _, coding in sorted(wanted, key=lambda w: (-w[0], CODINGS.index(w[1]))))
    return names if "identity" in names else (*names, "identity")


def _weighted(header: str) -> list[tuple[str, float]]:
    found = []
    for item in header.split(","):
        name, _, parameter = item.partition(";")
        key, _, value = parameter.strip().partition("=")
        found.append((name.strip().lower(), _weight(value) if key.strip().lower() == "q" else 1.0))
    return found


def _weight(written: str) -> float:
    try:
        weight = float(written)
    except ValueError:
        return 0.0
    return weight if 0.0 <= weight <= 1.0 else 0.0


def matches(header: str, etag: str) -> bool:
    """Whether an If-None-Match lists ``etag``; by the weak comparison, since nothing is said of ranges."""
    if header.strip() == "*":
        return True
    return any(listed.strip().removeprefix("W/") == etag for listed in header.split(","))


class OutOfRangeError(Exception):
    """None of the bytes asked for exists: answer 416."""


def asked_range(header: str, size: int) -> tuple[int, int] | None:
    """(first, end) of the one range of bytes asked for, end excluded; ``OutOfRangeError`` where there are none.

    None where the header is to be ignored: another unit, several ranges, nonsense.
    """
    found = _RANGE.fullmatch(header.strip())
    first, last = found.groups() if found else ("", "")
    if not (first or last) or len(first) > _DIGITS or len(last) > _DIGITS:
        return None
    if not first:
        start, end = max(0, size - int(last)), size
    elif last and int(last) < int(first):
        return None
    else:
        start, end = int(first), min(size, int(last) + 1 if last else size)
    if start >= end:
        raise OutOfRangeError
    return start, end
