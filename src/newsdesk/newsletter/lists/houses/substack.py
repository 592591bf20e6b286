"""Subscribers as Substack exports them: whether their mail is off, since when they are there, no confirmation."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.newsletter.lists.entry import Entry, is_yes, moment

COLUMNS = frozenset({"email", "active_subscription", "email_disabled", "created_at"})


def read(row: Mapping[str, str]) -> Entry:
    return Entry(row["email"], moment(row["created_at"]), gone="left" if is_yes(row["email_disabled"]) else "")
