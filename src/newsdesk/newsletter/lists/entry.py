"""One subscriber as a list tells of them, and what the columns of all houses have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

ADDRESS = "@"
"""The column of mail addresses, however a house calls it; no other column can have this name."""


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
    """A time as all houses write it, year first (ISO 8601), in UTC where they say no zone; None for an empty field;
    raises ``BadField``. Whether 3/1 is in January or in March is not guessed.
    """
    if not words.strip():
        return None
    try:
        found = datetime.fromisoformat(words.strip())
    except ValueError:
        raise BadField(
            "a time that cannot be read. Give the file as it was exported: spreadsheets write times anew"
        ) from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def is_yes(words: str) -> bool:
    return words.strip().lower() in ("true", "yes", "1")
