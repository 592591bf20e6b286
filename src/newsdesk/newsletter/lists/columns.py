"""The first line of a list: one spelling for its columns, which house wrote them, what helps where none did; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from types import ModuleType

from newsdesk.newsletter.lists.entry import ADDRESS, BadList

_ADDRESSES = ("email", "email_address", "e_mail", "e_mail_address", "mail", "subscriber")
_SEPARATORS = ",;\t"


def separator(line: str) -> str:
    """What stands between the columns: a comma, or what a spreadsheet has put in its place."""
    return max(_SEPARATORS, key=line.count)


def plain(names: Sequence[str]) -> list[str]:
    """In lower case, with ``_`` between words, so that *Opted-in* and *Opted in* are one; the first that can hold mail
    addresses is ``ADDRESS``.
    """
    spelt = [re.sub(r"[\W_]+", "_", name.lower()).strip("_") for name in names]
    at = next((place for place, name in enumerate(spelt) if name in _ADDRESSES), None)
    return [ADDRESS if place == at else name for place, name in enumerate(spelt)]


def house_of(columns: Collection[str], houses: Mapping[str, ModuleType]) -> str:
    """The name of the house that has such columns; raises ``BadList``."""
    for name, house in houses.items():
        if set(columns) >= house.COLUMNS:
            return name
    raise BadList(f"line 1: {_remedy(set(columns), houses)}")


def _remedy(columns: set[str], houses: Mapping[str, ModuleType]) -> str:
    for house in houses.values():
        for few, words in getattr(house, "INSTEAD", {}).items():
            if few <= columns:
                return str(words)
    name, house = max(houses.items(), key=lambda each: len(each[1].COLUMNS & columns))
    if len(house.COLUMNS & columns) < 2:
        return (
            f"these are not the columns of {', '.join(sorted(houses))}. Give the file as it was exported; a list from "
            "anywhere else needs the columns email, subscribed_to_emails (true or false) and created_at"
        )
    missing = ", ".join("the mail address" if each == ADDRESS else each for each in sorted(house.COLUMNS - columns))
    return f"this looks like a list of {name}, and has no column for {missing}. Export it again with all columns"
