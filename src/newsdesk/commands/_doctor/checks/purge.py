"""Whether the CDN hears what changed."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.commands._doctor.finding import Finding, fail, ok

NEEDS_NEWSROOM = True


def check() -> Iterator[Finding]:
    from django.conf import settings

    from newsdesk.press.models import Purge, PurgeTrouble

    cdn = settings.NEWSDESK_PURGE_CDN
    trouble = PurgeTrouble.objects.first()
    waiting = Purge.objects.count()
    if cdn and trouble:
        yield fail(
            f"{cdn} does not hear what changed ({trouble.error}); sheets to go: {waiting}",
            "mend NEWSDESK_PURGE_URL or NEWSDESK_PURGE_TOKEN, or the CDN; it is tried again by itself",
        )
    elif cdn:
        yield ok(f"{cdn} is told what changed; sheets to go: {waiting}")
