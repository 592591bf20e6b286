"""Finds the verbs that may govern something said, in the forms in which they can."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.lexicon import Entry, Form, Verb, beginnings, firsts_of_pairs, verbs
from newsdesk.sources.engine.noun_phrases import describes
from newsdesk.sources.engine.text import Text
from newsdesk.sources.engine.verb_forms import base_is_verb, stands_alone, third_is_verb


class Use(Enum):
    """How a verb stands in its clause, which decides where its subject is."""

    FINITE = "finite"
    PASSIVE = "passive"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"


class Cue(NamedTuple):
    """Tokens ``first`` to ``end`` are a form of ``verb``, with its particle where it has one."""

    first: int
    end: int
    verb: Verb
    use: Use


def cues(text: Text) -> Iterator[Cue]:
    """Every verb of saying outside quotations, in the order of the text."""
    known = verbs(text.language)
    firsts = firsts_of_pairs(text.language)
    begins = beginnings(text.language)
    for index, word in enumerate(text.low):
        if word not in begins or text.quote_of[index] >= 0:
            continue
        entry, length = _entry(text, index, known, firsts)
        use = _use(text, index, entry) if entry is not None and _may_be_verb(text, index) else None
        if entry is not None and use is not None:
            yield Cue(index, index + length, entry.verb, use)


def _entry(text: Text, index: int, known: Mapping[str, Entry], firsts: frozenset[str]) -> tuple[Entry | None, int]:
    """The verb at a place, with its particle where it has one: "pointed out"."""
    word = text.low[index]
    if word in firsts and index + 1 < len(text.low):
        pair = known.get(f"{word}_{text.low[index + 1]}")
        if pair is not None:
            return pair, 2
    return known.get(word), 1


def _may_be_verb(text: Text, index: int) -> bool:
    """A capital inside a sentence makes a name of what may be a noun: the United States."""
    if not text.capital(index) or index == text.sentence(index).start:
        return True
    return text.low[index] not in text.language.words("phrases", "noun_thirds", "noun_bases", "names_with_capital")


def _use(text: Text, index: int, entry: Entry) -> Use | None:
    floor = text.sentence(index).start
    before = _before(text, index, floor)
    tag = text.tags[before] if before >= floor else g.STOP
    helper = text.low[before] if tag == g.AUXILIARY else ""
    if Form.ING in entry.forms:
        return Use.FINITE if helper in _be(text) else _participle(tag, text.tags[index] != g.PARTICIPLE)
    if helper:
        return _helped(text, helper, entry)
    if entry.forms == {Form.PARTICIPLE}:
        return None
    if Form.PAST in entry.forms or Form.THIRD in entry.forms:
        return _tensed(text, index, tag, entry)
    return _base(text, index, before, entry)


def _before(text: Text, index: int, floor: int) -> int:
    before = index - 1
    while before >= floor and text.tags[before] == g.ADVERB:
        before -= 1
    return before


def _be(text: Text) -> frozenset[str]:
    return text.language.words("phrases", "be")


def _helped(text: Text, helper: str, entry: Entry) -> Use | None:
    if helper in _be(text):
        return Use.PASSIVE if Form.PARTICIPLE in entry.forms else None
    return Use.FINITE


def _participle(tag: str, noun: bool) -> Use | None:
    return None if noun or tag in (g.DETERMINER, g.POSSESSIVE) else Use.PARTICIPLE


def _tensed(text: Text, index: int, tag: str, entry: Entry) -> Use | None:
    before = _before(text, index, text.sentence(index).start)
    if tag in (g.DETERMINER, g.POSSESSIVE, g.PREPOSITION) and not stands_alone(text, before):
        return None
    if "_" in entry.verb.lemma:
        return Use.FINITE
    if tag in g.NOMINAL and describes(text, index):
        return None
    if Form.THIRD in entry.forms and text.low[index] in text.language.words("phrases", "noun_thirds"):
        return Use.FINITE if third_is_verb(text, index, tag) else None
    return Use.FINITE


def _base(text: Text, index: int, before: int, entry: Entry) -> Use | None:
    if before < 0:
        return None
    if text.low[before] in text.language.words("phrases", "infinitive"):
        return Use.INFINITIVE
    paired = "_" in entry.verb.lemma and text.tags[before] in (g.NAME, g.WORD)
    return Use.FINITE if paired or base_is_verb(text, index, before) else None
