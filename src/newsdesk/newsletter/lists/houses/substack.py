"""Subscribers as Substack exports them: whether their mail is off, since when they are there, no confirmation."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.newsletter.lists.entry import ADDRESS, Entry, is_yes, moment

COLUMNS = frozenset({ADDRESS, "email_disabled"})
INSTEAD = {
    frozenset({ADDRESS, "start_date", "activity"}): "this is the list of Substack's Subscribers page, which does not "
    "say whose mail is off: give email_list.….csv out of Settings, Exports",
}


def read(row: Mapping[str, str]) -> Entry:
    """The list of those who pay, which older exports had beside, does not say since when."""
    gone = "left" if is_yes(row["email_disabled"]) else ""
    return Entry(row[ADDRESS], moment(row.get("created_at", "")), gone=gone)
