"""How sure a statement is, from 0 to 1: a weighted sum of what decided it, fitted by ``python -m checks.sureness``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.chains import Chained
from newsdesk.sources.engine.clauses import finite
from newsdesk.sources.engine.record import Link
from newsdesk.sources.engine.text import Text

WEIGHTS = Path(__file__).with_name("sureness.toml")
SHORT, MIDDLE = 3, 8
GROUPS = ("say", "that", "as", "object", "to")


def sure(text: Text, each: Chained, chain: Sequence[Link]) -> float:
    """The share of such statements that are right in content and first source, by the annotated articles."""
    known = weights()
    total = known["bias"] + sum(known.get(feature, 0.0) for feature in features(text, each, chain))
    return round(1 / (1 + exp(-total)), 3)


def features(text: Text, each: Chained, chain: Sequence[Link]) -> Iterator[str]:
    """What is told of a statement, one name each: its rules, the verb's frames, its content's form, its first link."""
    said = each.said
    yield from (rule for rule in said.why if not rule.startswith("cue."))
    yield f"verb.{_group(each)}"
    yield f"content.{_form(text, each)}"
    yield f"length.{_length(each)}"
    yield f"source.{_source(text, each, chain)}"
    if len(chain) > 1:
        yield "chain.long"


@cache
def weights() -> Mapping[str, float]:
    """The fitted numbers; a feature that was never seen weighs nothing."""
    return tomllib.loads(WEIGHTS.read_text("utf8"))["weights"]  # type: ignore[no-any-return]


def _group(each: Chained) -> str:
    verb = each.said.verb
    if verb is None:
        return "none"
    return next((group for group in GROUPS if group in verb.frames), "other")


def _form(text: Text, each: Chained) -> str:
    first, end = each.said.content[0]
    if max(text.quote_of[first:end], default=-1) >= 0:
        return "quoted"
    return "finite" if finite(text, first - 1, end) else "bare"


def _length(each: Chained) -> str:
    words = sum(end - first for first, end in each.said.content)
    return "short" if words <= SHORT else "middle" if words <= MIDDLE else "long"


def _source(text: Text, each: Chained, chain: Sequence[Link]) -> str:
    source = each.said.source
    if source is None:
        return "none"
    return "pronoun" if text.tags[source[0]] == g.SUBJECT else chain[0].kind if chain else "none"
