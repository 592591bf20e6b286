"""Settings that were misspelt, or will hurt where others can reach the newsroom."""

from __future__ import annotations

import os
from collections.abc import Iterator

from newsdesk.commands._doctor.finding import Finding, ok, warn
from newsdesk.settings_env.table import unknown

LOCAL = ("127.0.0.1", "localhost", "::1")


def check() -> Iterator[Finding]:
    from urllib.parse import urlsplit

    from django.conf import settings

    for name in unknown(os.environ):
        yield warn(f"{name} is no setting", "see docs/settings.md for its spelling, or unset it")
    if settings.DEBUG:
        yield warn("NEWSDESK_DEBUG is on", "unset it where others can reach the desk")
    site = urlsplit(settings.NEWSDESK_SITE_URL)
    if site.hostname in LOCAL:
        yield warn(
            f"readers elsewhere cannot reach {settings.NEWSDESK_SITE_URL}",
            "set NEWSDESK_SITE_URL to the paper's address",
        )
    elif site.scheme == "http":
        yield warn("passwords cross the network in the clear", "put https before the desk and into NEWSDESK_SITE_URL")
    else:
        yield ok(f"the paper is at {settings.NEWSDESK_SITE_URL}")
