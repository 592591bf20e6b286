"""Contacts as Mailchimp exports them (https://mailchimp.com/help/view-export-contacts/): one file for each status."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.newsletter.lists.entry import ADDRESS, Entry, moment

COLUMNS = frozenset({ADDRESS, "optin_time", "confirm_time"})
NEVER_ASKED = ("nonsubscribed",)


def read(row: Mapping[str, str]) -> Entry:
    """Contacts somebody added, and those of single opt-in, have a CONFIRM_TIME and a CONFIRM_IP too: whoever confirmed
    by a mailed link did so after asking, and both came from somewhere.
    """
    asked, joined = moment(row["optin_time"]), moment(row["confirm_time"])
    from_somewhere = row.get("optin_ip", "").strip() and row.get("confirm_ip", "").strip()
    confirmed = joined if asked and joined and asked < joined and from_somewhere else None
    gone = "left" if row.get("unsub_time", "").strip() else "bounced" if row.get("clean_time", "").strip() else ""
    return Entry(row[ADDRESS], asked, confirmed, gone)
