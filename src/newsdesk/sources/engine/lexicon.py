"""The verbs that govern what is said: their forms, and the frames they take."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import NamedTuple

from newsdesk.sources.engine.language import Language


class Form(Enum):
    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


class Verb(NamedTuple):
    """A verb of saying: ``frames`` it takes in every reading, ``wide`` those of a wide reading besides."""

    lemma: str
    frames: frozenset[str]
    wide: frozenset[str]


class Entry(NamedTuple):
    """One written form and what it can be of its verb: "said" is both past and participle."""

    verb: Verb
    forms: frozenset[Form]


@cache
def verbs(language: Language) -> Mapping[str, Entry]:
    """Every written form of every verb of the language's ``verbs.toml``."""
    merged: dict[str, Verb] = {}
    written: dict[str, set[tuple[str, Form]]] = {}
    for group in language.table("verbs").values():
        frames, wide = frozenset(group["frames"]), frozenset(group["wide"])
        for line in group["verbs"].split("\n"):
            forms = line.split()
            if forms:
                before = merged.get(forms[0], Verb(forms[0], frozenset(), frozenset()))
                merged[forms[0]] = Verb(forms[0], before.frames | frames, before.wide | wide)
                for form, word in zip(Form, forms, strict=True):
                    written.setdefault(word, set()).add((forms[0], form))
    return {word: _entry(merged, uses) for word, uses in written.items()}


def _entry(merged: Mapping[str, Verb], uses: set[tuple[str, Form]]) -> Entry:
    lemma = min(lemma for lemma, _ in uses)
    return Entry(merged[lemma], frozenset(form for each, form in uses if each == lemma))


@cache
def firsts_of_pairs(language: Language) -> frozenset[str]:
    """The first words of verbs with a particle, which are written with ``_`` in the data."""
    return frozenset(word.split("_")[0] for word in verbs(language) if "_" in word)


@cache
def beginnings(language: Language) -> frozenset[str]:
    """Every word with which a written form begins."""
    return firsts_of_pairs(language) | verbs(language).keys()
