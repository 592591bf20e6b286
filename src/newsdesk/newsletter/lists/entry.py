"""One subscriber as a list tells of them, and what the columns of all houses have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

ADDRESS = "@"
"""The column of mail addresses, however a house calls it; no other column can have this name."""
_FORMS = ("%Y-%m-%d %H:%M:%S", "%m/%d/%Y %H:%M:%S", "%Y-%m-%d", "%Y-%m-%d %H:%M")


class BadList(Exception):
    """The file cannot be read; the words name its line and what helps, and never an address."""


class BadField(ValueError):
    """A field that cannot be read; the words say which, and never what stands in it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """``asked_at`` and ``confirmed_at`` are the proof, None where the list has none; ``gone`` says why nobody may be
    written to: ``left``, ``unconfirmed``, ``bounced`` or ``complained``, empty for somebody who gets letters.
    """

    address: str
    asked_at: datetime | None = None
    confirmed_at: datetime | None = None
    gone: str = ""


def moment(words: str) -> datetime | None:
    """A time as lists write it, in UTC where they say no zone; None for an empty field; raises ``BadField``."""
    words = words.strip()
    if not words:
        return None
    for form in _FORMS:
        try:
            return datetime.strptime(words, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    try:
        found = datetime.fromisoformat(words)
    except ValueError:
        raise BadField("a time that cannot be read") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def is_yes(words: str) -> bool:
    return words.strip().lower() in ("true", "yes", "1")
