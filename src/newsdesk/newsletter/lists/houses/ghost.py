"""Members as Ghost exports them (https://ghost.org/help/exporting-members/): no word of a confirmation."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.newsletter.lists.entry import Entry, is_yes, moment

COLUMNS = frozenset({"email", "subscribed_to_emails", "complimentary_plan", "created_at"})


def read(row: Mapping[str, str]) -> Entry:
    """Ghost signs members in by a link that it mails, but does not say who followed one: only the asking is proven."""
    return Entry(row["email"], moment(row["created_at"]), gone="" if is_yes(row["subscribed_to_emails"]) else "left")
