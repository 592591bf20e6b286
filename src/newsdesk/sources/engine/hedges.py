"""Hedges: words that make a statement less certain, and those that hide who it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newsdesk.sources.engine.language import Language
from newsdesk.sources.engine.text import Text


class Hedge(NamedTuple):
    """Tokens ``first`` to ``end`` (exclusive); ``unsourced`` tells those that stand for a source ("reportedly")."""

    first: int
    end: int
    unsourced: bool


def hedges(text: Text) -> list[Hedge]:
    """Every hedge of a text, in its order."""
    lists, readings = _lists(text.language), _readings(text.language)
    found: list[Hedge] = []
    for index, word in enumerate(text.low):
        if word in readings and (not found or index >= found[-1].end):
            each = (reading(lists, text, index) for reading in readings[word])
            found += [hedge for hedge in each if hedge][:1]
    return found


def unsourced(hedges: Iterable[Hedge], sourced: Sequence[range]) -> list[Hedge]:
    """The hedges that stand for a source, outside every range of tokens that has one."""
    covered = set().union(*sourced)
    return [hedge for hedge in hedges if hedge.unsourced and covered.isdisjoint(range(hedge.first, hedge.end))]


class _Lists:
    """The lists of one language."""

    def __init__(self, language: Language) -> None:
        def words(key: str) -> frozenset[str]:
            return language.words("hedges", key)

        self.hearsay, self.doubt = language.phrases("hedges", "hearsay"), language.phrases("hedges", "doubt")
        self.seeming, self.leads, self.be, self.between = (
            words("seeming"),
            words("leads"),
            words("be"),
            words("between"),
        )
        self.passives, self.bare = words("passives") - words("certain"), words("bare")
        self.passive_leads, self.dummy, self.agents = words("passive_leads"), words("dummy"), words("agents")
        self.nouns, self.noun_leads, self.noun_openers = words("nouns"), words("noun_leads"), words("noun_openers")
        table = language.table("hedges")
        self.not_before: dict[str, list[str]] = table.get("not_before", {})
        self.not_after: dict[str, list[str]] = table.get("not_after", {})
        self.openers = frozenset(phrase.split()[0] for phrase in words("hearsay") | words("doubt"))


@cache
def _lists(language: Language) -> _Lists:
    return _Lists(language)


def _phrase(lists: _Lists, text: Text, index: int) -> Hedge | None:
    for phrases, is_hearsay in ((lists.hearsay, True), (lists.doubt, False)):
        length = phrases.at(text.low, index)
        if length and not _is_another_word(lists, text, index):
            return Hedge(index, index + length, is_hearsay)
    return None


def _is_another_word(lists: _Lists, text: Text, index: int) -> bool:
    """Whether "May" is the month, "might" is power, "could not" is no hedge."""
    low, word = text.low, text.low[index]
    if word in lists.not_after and text.capital(index):
        return True
    before = low[index - 1] if index else ""
    after = low[index + 1] if index + 1 < len(low) else ""
    return after in lists.not_before.get(word, ()) or before in lists.not_after.get(word, ())


def _seeming(lists: _Lists, text: Text, index: int) -> Hedge | None:
    leads = index + 1 < len(text.low) and text.low[index + 1] in lists.leads
    return Hedge(index, index + 1, False) if text.low[index] in lists.seeming and leads else None


def _passive(lists: _Lists, text: Text, index: int) -> Hedge | None:
    """ "Is widely believed to", "it is understood"; "is believed by" has a source."""
    low = text.low
    if low[index] not in lists.be:
        return None
    place = index + 1
    while place < len(low) and low[place] in lists.between:
        place += 1
    if place >= len(low) or low[place] not in lists.passives:
        return None
    leads = low[place + 1 : place + 2]
    is_dummy = index > 0 and low[index - 1] in lists.dummy and not lists.agents.intersection(leads)
    return Hedge(index, place + 1, True) if is_dummy or lists.passive_leads.intersection(leads) else None


def _bare(lists: _Lists, text: Text, index: int) -> Hedge | None:
    leads = text.low[index + 1 : index + 2]
    return Hedge(index, index + 1, True) if text.low[index] in lists.bare and leads == ["to"] else None


def _noun(lists: _Lists, text: Text, index: int) -> Hedge | None:
    low = text.low
    if low[index] not in lists.nouns or not lists.noun_leads.intersection(low[index + 1 : index + 2]):
        return None
    opens = index == text.sentence(index).start or low[index - 1] in lists.noun_openers or low[index - 1] == ","
    return Hedge(index, index + 2, True) if opens else None


Reading = Callable[[_Lists, Text, int], Hedge | None]


@cache
def _readings(language: Language) -> Mapping[str, list[Reading]]:
    """Each word with which a hedge may begin, and what reads it there."""
    lists = _lists(language)
    found: dict[str, list[Reading]] = {}
    for words, reading in (
        (lists.openers, _phrase),
        (lists.seeming, _seeming),
        (lists.be, _passive),
        (lists.bare, _bare),
        (lists.nouns, _noun),
    ):
        for word in words:
            found.setdefault(word, []).append(reading)
    return found
