"""What each word may do in its clause, told from lists of small words, endings and capitals: no tagger, no model."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from newsdesk.sources.engine.language import Language
from newsdesk.sources.engine.lexicon import Form, verbs
from newsdesk.sources.engine.quotes import CLOSING, DOUBLE, OPENING
from newsdesk.sources.engine.tokens import Token

AUXILIARY, ADVERB, PREPOSITION, DETERMINER = "x", "r", "p", "d"
SUBJECT, OBJECT, RELATIVE, THAT = "s", "o", "w", "t"
COORDINATOR, SUBORDINATOR, VERB, PARTICIPLE = "c", "b", "v", "g"
NAME, NUMBER, WORD, POSSESSIVE = "N", "M", "_", "'"
COMMA, SEMICOLON, COLON, STOP, DASH, OPEN, CLOSE, QUOTE, MARK = ",", ";", ":", ".", "-", "(", ")", '"', "?"

# In the order in which a word of several lists is taken; the names are the keys of grammar.toml.
LISTS = (
    ("possessive_mark", POSSESSIVE),
    ("auxiliary", AUXILIARY),
    ("subject", SUBJECT),
    ("relative", RELATIVE),
    ("that", THAT),
    ("coordinator", COORDINATOR),
    ("determiner", DETERMINER),
    ("object", OBJECT),
    ("subordinator", SUBORDINATOR),
    ("preposition", PREPOSITION),
    ("adverb", ADVERB),
    ("verb", VERB),
)
STOPS = (".", "!", "?", "…", "...", "。")
DASHES = ("-", "–", "—", "--", "‒", "―")
PUNCTUATION = {
    **dict.fromkeys(STOPS, STOP),
    **dict.fromkeys(DASHES, DASH),
    ",": COMMA, "，": COMMA, ";": SEMICOLON, ":": COLON, "(": OPEN, "[": OPEN, ")": CLOSE, "]": CLOSE,
}  # fmt: skip
CLAUSE_MARKS = frozenset({COMMA, SEMICOLON, COLON, STOP, DASH, OPEN, CLOSE, QUOTE})
NOMINAL = frozenset({NAME, NUMBER, WORD})


def tags(tokens: Sequence[Token], low: Sequence[str], language: Language) -> list[str]:
    """One of the letters above for each token."""
    known = _known(language)
    letters = [known.get(word) or _shape(token.text, word, language) for token, word in zip(tokens, low, strict=True)]
    twofold = _twofold(language)
    for index, word in enumerate(low[:-1]):
        if word in twofold:
            letters[index] = _by_place(tokens, low, letters, index, language)
    return letters


@cache
def _twofold(language: Language) -> frozenset[str]:
    return language.words("phrases", "names_with_capital", "particles", "is_or_possessive") | language.words(
        "grammar", "that"
    )


def _by_place(
    tokens: Sequence[Token], low: Sequence[str], letters: Sequence[str], index: int, language: Language
) -> str:
    """The letter of a word that is two: "May" the month, "that" in "that night"."""
    if low[index] in language.words("phrases", "is_or_possessive"):
        return AUXILIARY if index and letters[index - 1] in (SUBJECT, THAT, RELATIVE) else letters[index]
    if letters[index] == THAT:
        return DETERMINER if low[index + 1] in language.words("phrases", "times") else THAT
    if low[index] in language.words("phrases", "particles"):
        return NAME if NAME == letters[index - 1] == letters[index + 1] else letters[index]
    opens = index == 0 or letters[index - 1] in (STOP, QUOTE)
    named = tokens[index].text[0].isupper() and (not opens or letters[index + 1] in (VERB, NUMBER))
    return NAME if named else letters[index]


@cache
def _known(language: Language) -> dict[str, str]:
    known = dict(PUNCTUATION)
    known.update(dict.fromkeys(DOUBLE | OPENING | CLOSING, QUOTE))
    for key, tag in LISTS:
        for word in language.words("grammar", key):
            known.setdefault(word, tag)
    for word, entry in verbs(language).items():
        if Form.THIRD in entry.forms and word not in language.words("phrases", "noun_thirds"):
            known.setdefault(word, VERB)
    return known


@lru_cache(maxsize=65536)
def _shape(text: str, low: str, language: Language) -> str:
    first = text[0]
    if first.isdigit():
        return NUMBER
    if first.isupper():
        return NAME
    if not first.isalpha():
        return POSSESSIVE if first in "'’" else MARK
    return _ending(low, language)


@cache
def _endings(language: Language) -> dict[str, tuple[str, frozenset[str]]]:
    table = language.table("endings")
    pairs = (("past", VERB), ("adverb", ADVERB), ("participle", PARTICIPLE))
    return {end: (tag, frozenset(table.get(f"not_{key}", ()))) for key, tag in pairs for end in table.get(key, ())}


def _ending(low: str, language: Language) -> str:
    for end, (tag, exceptions) in _endings(language).items():
        if low.endswith(end) and len(low) > len(end) + 1 and low not in exceptions:
            return tag
    return WORD
