"""Subscribers as MailerLite exports them: when each subscribed, confirmed (where that was asked), left or bounced."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.newsletter.lists.entry import Entry, moment

COLUMNS = frozenset({"Subscriber", "Subscribed", "Opted-in", "Status"})
_GONE = {"unsubscribed": "left", "bounced": "bounced", "junk": "complained", "unconfirmed": "left"}


def read(row: Mapping[str, str]) -> Entry:
    gone = _GONE.get(row["Status"].strip().lower(), "")
    return Entry(row["Subscriber"], moment(row["Subscribed"]), moment(row["Opted-in"]), gone)
