"""Pictures: what readers may see of a photograph, and the files that exist of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph as published.

    ``digest`` is the SHA-256 (hex) of the stored original; ``width`` and ``height`` its pixels; ``focal_point`` the
    middle of what matters as two fractions of width and height from the top left; ``credit`` the whole chain as
    printed ("Name / POOL / AFP via Getty Images"); ``source_type`` an IPTC digital source type URI; ``widths`` the
    widths for which files exist in every one of ``formats`` (``avif``, ``webp``, ``jpeg``), empty until the worker
    has made them.
    """

    id: str
    digest: str
    width: int
    height: int
    caption: str
    alt: str
    creator: str
    credit: str
    copyright: str = ""
    source_type: str = ""
    focal_point: tuple[float, float] = (0.5, 0.5)
    widths: tuple[int, ...] = ()
    formats: tuple[str, ...] = ()


def file_path(digest: str, width: int, format: str) -> str:
    """Where one rendition is served: ``/pictures/<sha256>/<width>.<format>``."""
    return f"/pictures/{digest}/{width}.{format}"


def social_path(digest: str) -> str:
    """Where the crop for social networks is served, 1200 by 630 pixels: ``/pictures/<sha256>/og.jpeg``."""
    return f"/pictures/{digest}/og.jpeg"
