"""Whether a written form that may be a noun is the verb at its place: "he claims", "the claims"."""

from __future__ import annotations

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.noun_phrases import phrase_before
from newsdesk.sources.engine.text import Text

OPENS = frozenset({g.THAT, g.SUBJECT, g.COLON, g.DETERMINER, g.QUOTE})
AFTER_APPOSITION = frozenset({g.THAT, g.DETERMINER, g.SUBJECT, g.QUOTE})
LEADS = frozenset({g.THAT, g.DETERMINER, g.NAME, g.SUBJECT, g.QUOTE, g.OBJECT, g.SUBORDINATOR, g.COLON, g.COMMA})


def third_is_verb(text: Text, index: int, before: str) -> bool:
    """Of a form such as "claims", after a word with the tag ``before``."""
    sure = text.low[index] in text.language.words("phrases", "mostly_verbs")
    if before in (g.SUBJECT, g.RELATIVE):
        return True
    if before in (g.COMMA, g.CLOSE, g.DASH):
        return sure or _leads(text, index) or _infinitive(text, index)
    if before == g.NAME:
        return sure or _leads(text, index) or _infinitive(text, index) or _ends(text, index)
    return before == g.WORD and (_leads(text, index) or closes(text, index))


def base_is_verb(text: Text, index: int, before: int) -> bool:
    """Of a bare form such as "say" or "report", whose subject ends at token ``before``."""
    tag = text.tags[before]
    if tag in (g.SUBJECT, g.RELATIVE):
        return True
    if text.low[index] in text.language.words("phrases", "noun_bases") and not _opens(text, index):
        return False
    if tag == g.DETERMINER:
        return stands_alone(text, before)
    if tag in (g.COMMA, g.CLOSE):
        return index + 1 < len(text.tags) and text.tags[index + 1] in AFTER_APPOSITION
    return tag in (g.NAME, g.WORD) and _plural(text, before)


def stands_alone(text: Text, index: int) -> bool:
    """Whether a determiner is its own noun: "another said"."""
    return text.low[index] in text.language.words("phrases", "pronoun_determiners")


def closes(text: Text, index: int) -> bool:
    """ "…, figures show.": the end of a sentence, with something said before it."""
    return _at_end(text, index) and any(text.tags[at] == g.COMMA for at in range(text.sentence(index).start, index))


def _leads(text: Text, index: int) -> bool:
    """Whether what follows can be what is said, rather than the rest of a noun phrase."""
    return index + 1 < len(text.tags) and text.tags[index + 1] in LEADS


def _infinitive(text: Text, index: int) -> bool:
    return index + 1 < len(text.low) and text.low[index + 1] in text.language.words("phrases", "infinitive")


def _ends(text: Text, index: int) -> bool:
    return _at_end(text, index) or text.tags[index + 1] == g.ADVERB


def _at_end(text: Text, index: int) -> bool:
    return index + 1 >= len(text.tags) or text.tags[index + 1] == g.STOP


def _opens(text: Text, index: int) -> bool:
    return closes(text, index) or (index + 1 < len(text.tags) and text.tags[index + 1] in OPENS)


def _plural(text: Text, last: int) -> bool:
    """Whether the noun phrase that ends at ``last`` is plural: "officials", "records obtained by the Herald"."""
    if _is_plural(text, last):
        return True
    first = phrase_before(text, last + 1, text.sentence(last).start)
    if first is None:
        return False
    end = next((at for at in range(first + 1, last) if text.tags[at] in (g.PREPOSITION, g.VERB)), last)
    return any(_is_plural(text, at) for at in range(first, end) if text.tags[at] in g.NOMINAL)


def _is_plural(text: Text, index: int) -> bool:
    word = text.low[index]
    endings = tuple(text.language.words("phrases", "plural_endings"))
    return word in text.language.words("phrases", "plurals") or (word.endswith(endings) and not word.endswith("ss"))
