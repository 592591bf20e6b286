"""Whether words make a clause, so that they can be something said: "the bridge is shut", not "12 lives"."""

from __future__ import annotations

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.text import Text

INFINITIVE_WITHIN = 12
SHORTEST = 2
LONG = 5
NO_SUBJECT = frozenset(
    {g.RELATIVE, g.COORDINATOR, g.THAT, g.DETERMINER, g.POSSESSIVE, g.NUMBER, g.PREPOSITION, g.AUXILIARY}
)
NO_SECOND = frozenset({g.PREPOSITION, g.COORDINATOR, g.DETERMINER, g.SUBORDINATOR, g.VERB})
NO_START = frozenset({g.PREPOSITION, g.SUBORDINATOR, g.PARTICIPLE})


def finite(text: Text, first: int, end: int) -> bool:
    """Whether the words have a finite verb of their own, not one of a relative or later clause."""
    for index in range(first + 1, end):
        if text.tags[index] in (g.SUBORDINATOR, g.SEMICOLON) and index > first + 1:
            return False
        if _has_subject(text, index, first):
            return True
    return False


def sentence_like(text: Text, first: int, end: int) -> bool:
    """Whether the words before an attribution can be something said: they have a verb, or look like it."""
    if any(_has_subject(text, index, first - 1) for index in range(first, end)):
        return True
    return end - first >= LONG and starts_clause(text, first) and g.COMMA not in text.tags[first:end]


def starts_clause(text: Text, index: int) -> bool:
    """Whether a main clause may begin here; "Asked about it" and "In Seoul" only lead to one."""
    return text.tags[index] not in NO_START and text.low[index] not in text.language.words("phrases", "leads")


def _has_subject(text: Text, index: int, first: int) -> bool:
    if text.tags[index] not in (g.VERB, g.AUXILIARY):
        return False
    last = _subject_end(text, index, first)
    before = text.tags[last]
    if before == g.NUMBER and last - 1 > first and text.tags[last - 1] in g.NOMINAL:
        return True  # "an earthquake of magnitude 6.1 struck"
    reduced = before == g.COMMA and text.low[index].endswith(tuple(text.language.words("endings", "past")))
    return before not in NO_SUBJECT and not reduced


def _subject_end(text: Text, index: int, first: int) -> int:
    index -= 1
    while index > first and text.tags[index] == g.ADVERB:
        index -= 1
    return index


def has_infinitive(text: Text, first: int, end: int) -> bool:
    """ "prices to rise": a noun and what it is to do."""
    words = text.language.words("phrases", "infinitive")
    return any(text.low[index] in words for index in range(first + 1, min(end, first + INFINITIVE_WITHIN)))


def fits(text: Text, first: int, end: int, frames: frozenset[str]) -> bool:
    """Whether the words from ``first`` on have a form that a verb with these frames takes."""
    word, tag = text.low[first], text.tags[first]
    infinitive = word in text.language.words("phrases", "infinitive")
    if word in text.language.words("phrases", "as") and not _counts(text, first):
        return False
    if infinitive:
        return "to" in frames or "clause" in frames
    return (
        ("object" in frames and (end - first >= SHORTEST or tag != g.OBJECT))
        or ("question" in frames and word in text.language.words("grammar", "question"))
        or ("clause" in frames and _opens(text, first) and finite(text, first, end))
        or ("bare" in frames and _opens(text, first) and _bare(text, first, end))
        or ("infinitive" in frames and tag != g.PREPOSITION and has_infinitive(text, first, end))
        or ("gerund" in frames and tag == g.PARTICIPLE)
        or ("as" in frames and _named_so(text, first, end))
        or ("value" in frames and g.NUMBER in text.tags[first:end])
        or ("names" in frames and "as" not in frames and _called(text, first, end))
    )


def _counts(text: Text, first: int) -> bool:
    """ "As many as 900 jobs might go"."""
    is_as = text.low[first] in text.language.words("phrases", "as")
    return is_as and bool(text.language.phrases("phrases", "as_many").at(text.low, first))


def _opens(text: Text, first: int) -> bool:
    """Whether a clause somebody says can begin so; "because it was private" says why he said it."""
    if _counts(text, first):
        return True
    return text.tags[first] != g.PREPOSITION and text.low[first] not in text.language.words("phrases", "reasons")


def _bare(text: Text, first: int, end: int) -> bool:
    """A clause whose verb is in no list: "the ban punishes pupils"; "nothing about dams" is none."""
    empty = text.language.phrases("phrases", "nothing_said").at(text.low, first)
    return end - first >= SHORTEST and not empty


def _called(text: Text, first: int, end: int) -> bool:
    """ "called the plan a mistake": a thing, and what it is called."""
    second = any(
        text.tags[index] == g.DETERMINER and text.tags[index - 1] not in NO_SECOND for index in range(first + 1, end)
    )
    return second or _named_so(text, first, end)


def _named_so(text: Text, first: int, end: int) -> bool:
    """ "described the work as", or with words of the speaker's own in quotation marks."""
    words = text.language.words("phrases", "as")
    return any(text.low[index] in words or text.quote_of[index] >= 0 for index in range(first, end))
