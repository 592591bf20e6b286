"""Drops what looks like a statement and is none, rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.attribution import Attribution
from newsdesk.sources.engine.clauses import finite
from newsdesk.sources.engine.text import Text

Rule = Callable[[Text, Attribution, bool], bool]
REPORTING = frozenset({"content.before", "content.around"})
STRONG = frozenset({"content.that", "content.quote-before", "content.quote-after", "content.colon"})


def audit(text: Text, found: Sequence[Attribution], wide: bool) -> list[Attribution]:
    """What none of the rules below objects to; a wide reading takes the writer's own voice, too."""
    nested = inside_content(text, found)
    rules = RULES if wide else (*RULES, own_voice)
    return [
        each
        for each, inner in zip(found, nested, strict=True)
        if each.cue is None or each.verb is None or not any(rule(text, each, inner) for rule in rules)
    ]


def inside_content(text: Text, found: Sequence[Attribution]) -> list[bool]:
    """For each attribution whether its cue stands in what another one says, and does not merely carry."""
    covered = bytearray(len(text.low))
    for each in found:
        for first, end in each.content if REPORTING.isdisjoint(each.why) else ():
            covered[first:end] = b"\1" * (end - first)
    return [each.cue is not None and bool(covered[each.cue[0]]) for each in found]


def _says(each: Attribution) -> bool:
    return each.verb is not None and "say" in each.verb.frames


def _strong(each: Attribution) -> bool:
    return not STRONG.isdisjoint(each.why)


def private(text: Text, each: Attribution, inner: bool) -> bool:
    """Somebody says that he thinks: one statement, not two."""
    return inner and not _says(each) and "content.before" not in each.why and not _somebody_else(text, each)


def _somebody_else(text: Text, each: Attribution) -> bool:
    """ "She said the WHO feared that A": somebody with a name, and a clause."""
    return each.source is not None and "content.that" in each.why and g.NAME in text.tags[slice(*each.source)]


def governed(text: Text, each: Attribution, inner: bool) -> bool:
    """ "said the bill would help, suggesting": inside what is said, nobody is named who says it."""
    return inner and "subject.governor" in each.why


def infinitive(text: Text, each: Attribution, inner: bool) -> bool:
    """ "to say", "wants to tell": not said yet."""
    return _word_before(text, each) in text.language.words("phrases", "infinitive")


def negated(text: Text, each: Attribution, inner: bool) -> bool:
    """ "did not say", "no one told": nothing was said."""
    no_one = each.source is not None and text.language.phrases("phrases", "no_one").at(text.low, each.source[0])
    return bool(no_one) or (each.cue is not None and _negation_before(text, each.cue[0]))


def conditional(text: Text, each: Attribution, inner: bool) -> bool:
    """ "would say", "may argue": not said yet either."""
    return _word_before(text, each) in text.language.words("phrases", "modal") and not (_says(each) and _strong(each))


def by_way(text: Text, each: Attribution, inner: bool) -> bool:
    """ "by asserting a right": said by the way, if it was said."""
    index = _before(text, each)
    return index >= 0 and text.tags[index] == g.PREPOSITION and not (_says(each) and _strong(each))


def in_relative(text: Text, each: Attribution, inner: bool) -> bool:
    """ "those who support the bill": a description of people, unless they say something."""
    if "subject.relative" not in each.why or _strong(each):
        return False
    return not _says(each) or (_defines(text, each) and not finite(text, each.content[0][0] - 1, each.content[0][1]))


def _defines(text: Text, each: Attribution) -> bool:
    """ "a pill that promised eight hours of sleep"."""
    return each.source is not None and text.tags[each.source[1] - 1] == g.THAT


def supposed(text: Text, each: Attribution, inner: bool) -> bool:
    """ "asked whether she wished": a condition, not a statement."""
    lead = each.source[0] - 1 if each.source else -1
    return lead >= 0 and text.low[lead] in text.language.words("phrases", "conditions") and not _strong(each)


def silent(text: Text, each: Attribution, inner: bool) -> bool:
    """ "asked not to be named", "refused to say"."""
    return each.cue is not None and bool(text.language.phrases("cues", "no_statement").at(text.low, each.cue[0]))


def own_voice(text: Text, each: Attribution, inner: bool) -> bool:
    """ "I hope", "we think", outside quotation marks: whoever writes."""
    return each.source is not None and text.low[each.source[0]] in text.language.words("phrases", "writers")


def nobody(text: Text, each: Attribution, inner: bool) -> bool:
    """Words that are no noun phrase: "arriving in Seoul", "mean this"."""
    return each.source is not None and text.tags[each.source[0]] in (g.PARTICIPLE, g.VERB)


def _before(text: Text, each: Attribution) -> int:
    assert each.cue is not None  # noqa: S101  narrowed by ``audit``
    index = each.cue[0] - 1
    while index >= 0 and text.tags[index] == g.ADVERB:
        index -= 1
    return index


def _word_before(text: Text, each: Attribution) -> str:
    index = _before(text, each)
    return text.low[index] if index >= 0 else ""


def _negation_before(text: Text, cue: int) -> bool:
    negations = text.language.words("phrases", "negation")
    index = cue - 1
    while index >= 0 and text.tags[index] in (g.ADVERB, g.AUXILIARY):
        if text.low[index] in negations:
            return True
        index -= 1
    return False


RULES: tuple[Rule, ...] = (
    private,
    governed,
    infinitive,
    negated,
    conditional,
    by_way,
    in_relative,
    supposed,
    silent,
    nobody,
)
