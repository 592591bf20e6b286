"""Whether mail can leave."""

from __future__ import annotations

import socket
from collections.abc import Iterator

from newsdesk.commands._doctor.finding import Finding, fail, ok, warn

PATIENCE = 5


def check() -> Iterator[Finding]:
    from django.conf import settings

    if "smtp" not in settings.EMAIL_BACKEND:
        yield warn("mail is printed or kept, not sent", "set NEWSDESK_EMAIL_URL to a mail server")
        return
    where = (settings.EMAIL_HOST, settings.EMAIL_PORT)
    try:
        with socket.create_connection(where, timeout=PATIENCE):
            yield ok(f"the mail server {where[0]}:{where[1]} answers")
    except OSError as error:
        yield fail(f"the mail server {where[0]}:{where[1]} does not answer ({error})", "mend NEWSDESK_EMAIL_URL")
