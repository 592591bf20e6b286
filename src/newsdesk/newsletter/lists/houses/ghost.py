"""Members as Ghost exports them (its ``services/members/csv``): no word of a confirmation, none of bounces."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.newsletter.lists.entry import ADDRESS, Entry, is_yes, moment

COLUMNS = frozenset({ADDRESS, "subscribed_to_emails", "created_at"})


def read(row: Mapping[str, str]) -> Entry:
    """Ghost signs members in by a link that it mails, but does not say who followed one: only the asking is proven."""
    stays = is_yes(row["subscribed_to_emails"]) and not row.get("deleted_at", "").strip()
    return Entry(row[ADDRESS], moment(row["created_at"]), gone="" if stays else "left")
