"""Subscribers as MailerLite exports them: when each subscribed, confirmed (where that was asked), left or bounced."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.newsletter.lists.entry import ADDRESS, BadField, Entry, moment

COLUMNS = frozenset({ADDRESS, "subscribed", "status"})
INSTEAD = {
    frozenset({ADDRESS, "subscribed"}): "this looks like a list of mailerlite that does not say who left: export it "
    "again with the columns Status and Opted-in",
}
_GONE = {
    "active": "",
    "unsubscribed": "left",
    "unconfirmed": "unconfirmed",
    "bounced": "bounced",
    "junk": "complained",
}  # https://www.mailerlite.com/help/subscriber-statuses-explained


def read(row: Mapping[str, str]) -> Entry:
    gone = _GONE.get(row["status"].strip().lower())
    if gone is None:
        raise BadField("a status that is not known")
    return Entry(row[ADDRESS], moment(row["subscribed"]), moment(row.get("opted_in", "")), gone)
