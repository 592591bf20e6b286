"""Contacts as Mailchimp exports them (https://mailchimp.com/help/view-export-contacts/): one file for each status."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.newsletter.lists.entry import Entry, moment

COLUMNS = frozenset({"Email Address", "OPTIN_TIME", "CONFIRM_TIME"})


def read(row: Mapping[str, str]) -> Entry:
    """Mailchimp writes a CONFIRM_TIME for single opt-in too; proof is one with the address it came from."""
    confirmed = moment(row["CONFIRM_TIME"]) if row.get("CONFIRM_IP", "").strip() else None
    gone = "left" if row.get("UNSUB_TIME", "").strip() else "bounced" if row.get("CLEAN_TIME", "").strip() else ""
    return Entry(row["Email Address"], moment(row["OPTIN_TIME"]), confirmed, gone)
