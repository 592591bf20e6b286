"""How a language names a time, and which day that is, counted back from the day of publication."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from newsdesk.sources.engine.language import Language
from newsdesk.sources.engine.phrases import Phrases

Found = tuple[int, date | None] | None
"""How many words name a time, and its day; the day is None where they name none ("last week", "30 February")."""

WEEK = 7


class Days:
    """The time words of one language. ``at`` reads what begins at a word; the other readings are its parts."""

    def __init__(self, language: Language) -> None:
        table = language.table("dates")
        self.months: dict[str, int] = table.get("months", {})
        self.weekdays: dict[str, int] = table.get("weekdays", {})
        self.numbers: dict[str, int] = table.get("numbers", {})
        self.relative: dict[str, int] = table.get("relative", {})
        self.relatives = Phrases(self.relative)
        self.openers, self.vague, self.previous, self.alone = (
            language.phrases("dates", key) for key in ("openers", "vague", "previous", "months_alone")
        )
        self.parts, self.joints, self.units, self.ago, self.coming = (
            language.words("dates", key) for key in ("parts", "joints", "units", "ago", "coming")
        )
        self.ordinals = tuple(language.words("dates", "ordinals"))
        phrases = [*language.words("dates", "vague", "months_alone", "coming"), *self.relative]
        named = _first_words(phrases) | {*self.months, *self.weekdays, *self.numbers}
        self._first = named | _first_words(language.words("dates", "openers"))
        self._named_by = named | {f"{word}." for word in named}

    def at(self, low: Sequence[str], index: int, published: date) -> Found:
        """The longest time at a word, with what opens it."""
        word = low[index]
        if word not in self._first and not word[0].isdigit():
            return None
        opened = self.openers.at(low, index)
        found = self._named(low, index + opened, published) if opened and index + opened < len(low) else None
        if found:
            return opened + found[0], found[1]
        return self._named(low, index, published)

    def _named(self, low: Sequence[str], index: int, published: date) -> Found:
        word = low[index]
        if word not in self._named_by and not word[0].isdigit():
            return None
        return (
            self._calendar(low, index, published)
            or self._weekday(low, index, published)
            or self._relative(low, index, published)
            or self._back(low, index, published)
            or self._vague(low, index)
        )

    def _calendar(self, low: Sequence[str], index: int, published: date) -> Found:
        """ "8 October", "Oct. 8, 2024", "2024-10-08"."""
        word = low[index]
        if len(word) == len("2024-10-08") and word[4] == "-":
            return 1, _iso(word)
        first, month = self._number(low, index), self._month(low, index)
        if first is None and month is None:
            return None
        second = self._skip(low, index + 1)
        day, month = (first, self._month(low, second)) if first else (self._number(low, second), month)
        if day is None or month is None:
            return None
        return self._with_year(low, index, second + 1, (month, day), published)

    def _with_year(self, low: Sequence[str], index: int, end: int, named: tuple[int, int], published: date) -> Found:
        place = self._skip(low, end)
        year = low[place] if place < len(low) else ""
        if len(year) == 4 and year.isdecimal() and year[0] in "12":
            return place + 1 - index, _date(int(year), *named)
        return end - index, _latest(*named, published)

    def _weekday(self, low: Sequence[str], index: int, published: date) -> Found:
        coming = index + 1 < len(low) and low[index] in self.coming
        number = self.weekdays.get(low[index + coming].removesuffix("."))
        if number is None:
            return None
        back = (published.weekday() - number) % WEEK
        end = self._after_parts(low, index + coming + 1)
        written = self._calendar(low, self._skip(low, end), published) if end + 1 < len(low) else None
        if written:
            return self._skip(low, end) + written[0] - index, written[1]
        if index and low[index - 1] == "last" and not back:
            back = WEEK
        previous = self.previous.at(low, end) if end < len(low) else 0
        if previous:
            back = published.weekday() + WEEK - number
        return end + previous - index, None if coming else _back(published, back)

    def _relative(self, low: Sequence[str], index: int, published: date) -> Found:
        length = self.relatives.at(low, index)
        if not length:
            return None
        return self._after_parts(low, index + length) - index, _back(
            published, self.relative[" ".join(low[index : index + length])]
        )

    def _back(self, low: Sequence[str], index: int, published: date) -> Found:
        """ "Three days ago"."""
        if index + 2 >= len(low) or low[index + 1] not in self.units or low[index + 2] not in self.ago:
            return None
        count = self.numbers.get(low[index]) or (
            int(low[index]) if low[index].isdecimal() and len(low[index]) < 4 else None
        )
        return (3, _back(published, count)) if count else None

    def _vague(self, low: Sequence[str], index: int) -> Found:
        length = self.vague.at(low, index)
        if length:
            return length, None
        length = self.alone.at(low, index)
        place = index + length
        if not length or place >= len(low) or not (self._month(low, place) or _is_year(low[place])):
            return None
        return length + 1 + (place + 1 < len(low) and _is_year(low[place + 1])), None

    def _number(self, low: Sequence[str], index: int) -> int | None:
        """The day of a month that "8" or "8th" names."""
        if index >= len(low):
            return None
        word = low[index]
        for ending in self.ordinals if word[0].isdigit() else ():
            word = word.removesuffix(ending)
        return int(word) if len(word) < 3 and word.isdecimal() and 0 < int(word) < 32 else None

    def _month(self, low: Sequence[str], index: int) -> int | None:
        return self.months.get(low[index].removesuffix(".")) if index < len(low) else None

    def _skip(self, low: Sequence[str], index: int) -> int:
        return index + (index < len(low) and low[index] in self.joints)

    def _after_parts(self, low: Sequence[str], index: int) -> int:
        return index + (index < len(low) and low[index] in self.parts)


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases)


@cache
def days(language: Language) -> Days:
    return Days(language)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[0] in "12"


def _iso(word: str) -> date | None:
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _latest(month: int, day: int, published: date) -> date | None:
    """The last such day not after ``published``; 29 February may lie years back."""
    for year in range(published.year, max(published.year - 8, 0), -1):
        found = _date(year, month, day)
        if found and found <= published:
            return found
    return None


def _back(published: date, count: int) -> date | None:
    return published - timedelta(count) if count < published.toordinal() else None
