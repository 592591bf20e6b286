"""Photoshop's image resources, the wrapping IIM has in a JPEG.

https://www.adobe.com/devnet-apps/photoshop/fileformatashtml/#50577409_38034
"""

from __future__ import annotations

from collections.abc import Iterator

_SIGNATURE, _IIM = b"8BIM", 0x0404


def iim(resources: bytes) -> bytes:
    """The IIM datasets among the resources, empty where there are none."""
    return b"".join(body for number, body in _resources(resources) if number == _IIM)


def resource(datasets: bytes) -> bytes:
    """The datasets as one resource, empty where there are none."""
    if not datasets:
        return b""
    padding = b"\x00" * (len(datasets) % 2)
    return _SIGNATURE + _IIM.to_bytes(2, "big") + b"\x00\x00" + len(datasets).to_bytes(4, "big") + datasets + padding


def _resources(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while data[at : at + 4] == _SIGNATURE and at + 12 <= len(data):
        number, name = int.from_bytes(data[at + 4 : at + 6], "big"), data[at + 6]
        start = at + 7 + name + (name + 1) % 2  # the name with its length byte is padded to even
        size = int.from_bytes(data[start : start + 4], "big")
        if start + 4 + size > len(data):
            return
        yield number, data[start + 4 : start + 4 + size]
        at = start + 4 + size + size % 2
