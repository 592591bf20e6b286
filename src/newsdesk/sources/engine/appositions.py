"""Steps over what stands between a noun and its verb in commas: "Kim, 45, the minister of war, said"."""

from __future__ import annotations

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.noun_phrases import phrase_before
from newsdesk.sources.engine.text import Text

MOST = 4
TITLE = 8
SCARE = 5
CLAUSES = frozenset({g.RELATIVE, g.THAT, g.SUBORDINATOR})
OPENERS = frozenset({g.RELATIVE, g.SUBORDINATOR, g.PREPOSITION, g.PARTICIPLE, g.VERB, g.OPEN})


def host(text: Text, mark: int, floor: int) -> int | None:
    """The first token of the noun phrase to which everything up to the closing ``mark`` belongs."""
    at = mark
    for _ in range(MOST):
        opened = _previous_mark(text, at, floor)
        if opened is None or not _modifies(text, opened + 1, at):
            return None
        end = _before_brackets(text, opened, floor)
        first = phrase_before(text, end, floor)
        if first is not None and not _is_modifier_only(text, first, end):
            return first
        at = opened
    return None


def _previous_mark(text: Text, mark: int, floor: int) -> int | None:
    wanted = (g.OPEN,) if text.tags[mark] == g.CLOSE else (g.COMMA, g.DASH)
    index = mark - 1
    while index > floor:
        quote = text.quote_of[index]
        if text.tags[index] in (g.SEMICOLON, g.COLON) or (quote >= 0 and not _is_title(text, quote)):
            return None
        if text.tags[index] in wanted and quote < 0:
            return index
        index = index - 1 if quote < 0 else text.quotes[quote].first - 1
    return None


def _before_brackets(text: Text, end: int, floor: int) -> int:
    """ "Elijah Cummings (D-Md.), the chair, said": the end of the name before its brackets."""
    if end - 1 <= floor or text.tags[end - 1] != g.CLOSE:
        return end
    return next((index for index in range(end - 2, floor, -1) if text.tags[index] == g.OPEN), end)


def _is_title(text: Text, quote: int) -> bool:
    """A few words in quotation marks without a comma at their end: a book, not something said."""
    words = text.quotes[quote]
    capitals = all(text.capital(index) for index in range(words.first + 1, words.end - 2) if text.tags[index] == g.WORD)
    if words.end - words.first <= SCARE:
        return True
    return words.end - words.first <= TITLE and (capitals or text.low[words.end - 2] not in (",", "."))


def _modifies(text: Text, first: int, end: int) -> bool:
    """Whether what stands between two marks can belong to the noun before them."""
    if first >= end:
        return False
    if text.tags[first] in OPENERS:
        return True
    for index in range(first, end):
        if text.tags[index] in CLAUSES:
            return True
        if text.tags[index] in (g.AUXILIARY, g.SUBJECT):
            return False
    return True


def _is_modifier_only(text: Text, first: int, end: int) -> bool:
    alone = text.tags[first] == g.NUMBER and end - first == 1
    return (
        alone
        or text.tags[first] == g.PREPOSITION
        or (first > 0 and text.tags[first - 1] in (g.PREPOSITION, g.RELATIVE))
    )
