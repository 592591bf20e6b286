"""One request as it was read: its target decoded once, its headers by lower-case name (RFC 9112 section 3)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from .body import Body
from .refusals import Refusal

_ABSOLUTE = re.compile(rb"https?://([^/?#]*)", re.IGNORECASE)


@dataclass(slots=True)
class Request:
    """``path`` is decoded, with U+FFFD for what is not UTF-8; ``query`` and ``headers`` are as they came.

    ``keep``: the connection may go on afterwards. ``fault``: it is refused, whatever it asks for. ``began`` is in
    monotonic seconds, ``client`` an address.
    """

    began: float
    client: str
    method: str = ""
    path: str = ""
    query: str = ""
    host: str = ""
    headers: dict[bytes, bytes] = field(default_factory=dict)
    version: str = "1.1"
    keep: bool = False
    body: Body | None = None
    fault: Refusal | None = None

    def get(self, name: bytes) -> str | None:
        """The value of a header; ``name`` is lower case."""
        found = self.headers.get(name)
        return None if found is None else found.decode("latin-1")


def opened(target: bytes) -> tuple[str, str, str]:
    """(decoded path, query, host named in the target) of a request's target; a fragment is none of our business."""
    host = b""
    if target[:1] != b"/" and (absolute := _ABSOLUTE.match(target)):
        host, target = absolute[1], target[absolute.end() :]
        target = target if target.startswith(b"/") else b"/" + target
    path, _, query = target.partition(b"#")[0].partition(b"?")
    decoded = unquote_to_bytes(path) if b"%" in path else path
    return decoded.decode("utf-8", "replace"), query.decode("latin-1"), host.decode("latin-1")
