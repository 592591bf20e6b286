"""The secret of an authenticator as apps take it in, drawn here: a QR code as SVG, and in words.

https://github.com/google/google-authenticator/wiki/Key-Uri-Format
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe


def address(secret: str, account: str) -> str:
    """What the QR code says; a phone's own browser may open it too."""
    issuer = settings.NEWSDESK_SITE_NAME.replace(":", " ")
    asked = urlencode({"secret": secret, "issuer": issuer}, quote_via=quote)
    return f"otpauth://totp/{quote(f'{issuer}:{account}')}?{asked}"


def drawn(words: str) -> SafeString:
    """Black on white in any theme, for cameras."""
    code = segno.make(words, error="m", micro=False)
    return mark_safe(code.svg_inline(scale=4, light="#fff", omitsize=True))  # noqa: S308  made of squares alone


def grouped(secret: str) -> str:
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
