"""The headers of a reader's answer: how long it may be kept and what a browser may do with it; pure.

https://www.rfc-editor.org/rfc/rfc9111, https://www.rfc-editor.org/rfc/rfc5861 and https://www.w3.org/TR/CSP3/.
"""

from __future__ import annotations

import hashlib
from urllib.parse import quote

Headers = list[tuple[str, str]]

CACHE_SHEET = "max-age=10, stale-while-revalidate=30, stale-if-error=864000"
CACHE_CLIP = "public, max-age=300"
"""A clip can fall with the words it speaks: what is kept of it is kept for minutes."""
CACHE_FILE = "public, max-age=31536000, immutable"
NO_CACHE = ("Cache-Control", "no-store")
NOT_FOUND = "/404.html"
IMMUTABLE = ("/static/", "/pictures/")

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
PERMISSIONS = ", ".join(
    f"{name}=()" for name in ("browsing-topics", "camera", "geolocation", "microphone", "payment", "usb")
)
_HSTS = ("Strict-Transport-Security", "max-age=31536000")
_SHOWN = ("text/html", "image/svg+xml", "application/xml", "application/rss+xml", "application/atom+xml")


def safety(content_type: str, secure: bool) -> Headers:
    """What protects readers; a policy for scripts only on what a browser shows as a document.

    Pictures and clips may be shown by others (feed readers, mail); everything else is for the site's own pages.
    """
    media = content_type.startswith(("image/", "audio/"))
    headers = [
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "cross-origin" if media else "same-site"),
    ]
    if content_type.startswith(_SHOWN):
        headers.append(("Content-Security-Policy", CSP))
    if content_type.startswith("text/html"):
        headers.append(("Referrer-Policy", "strict-origin-when-cross-origin"))
        headers.append(("Cross-Origin-Opener-Policy", "same-origin"))
        headers.append(("Permissions-Policy", PERMISSIONS))
    return [*headers, _HSTS] if secure else headers


def keeping(path: str, status: int, recipe: str) -> Headers:
    """How caches keep the answer, and the keys by which a CDN is told that it changed."""
    kept = CACHE_FILE if path.startswith(IMMUTABLE) else CACHE_CLIP if path.startswith("/audio/") else CACHE_SHEET
    return [
        ("Cache-Control", kept if status == 200 else CACHE_SHEET),
        ("Surrogate-Key", f"{surrogate(path)} r-{recipe} all"),
        ("Cache-Tag", f"{surrogate(path)},r-{recipe},all"),  # the same, for Cloudflare
    ]


def surrogate(path: str) -> str:
    """The short id of a sheet that a CDN is told to forget."""
    return "s-" + hashlib.sha256(path.encode()).hexdigest()[:12]


def ascii_url(url: str) -> str:
    """``url`` as it can stand in a header: what is not ASCII percent-encoded, what is encoded left (RFC 3986)."""
    return quote(url, safe="/:?#[]@!$&'()*+,;=%~")
