"""Content types by a file's ending (https://www.iana.org/assignments/media-types), and which are worth compressing."""

from __future__ import annotations

_TEXT = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".svg": "image/svg+xml",
}
_OTHER = {
    ".woff2": "font/woff2",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".mp3": "audio/mpeg",
    ".mp4": "audio/mp4",
    ".m4a": "audio/mp4",
    ".vtt": "text/vtt; charset=utf-8",
}
_ALL = _TEXT | _OTHER
UNKNOWN = "application/octet-stream"


def content_type(name: str) -> str:
    """The content type of a file called ``name``; ``application/octet-stream`` where its ending tells nothing."""
    return _ALL.get(name[name.rfind(".") :] if "." in name else "", UNKNOWN)


def is_text(kind: str) -> bool:
    """Whether a sheet of this content type has compressed twins."""
    bare = kind.partition(";")[0]
    return bare.startswith("text/") or bare in {"image/svg+xml", "application/json"} or bare.endswith(("+json", "xml"))
