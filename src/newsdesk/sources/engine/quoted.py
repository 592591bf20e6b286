""" "AFP quoted her as saying", "AFP quoted her: …", "she was quoted by AFP as saying": who said it, who prints it."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.attribution import Range
from newsdesk.sources.engine.subject import Subject
from newsdesk.sources.engine.subjects import subject_before
from newsdesk.sources.engine.text import Text

REACH = 20


class Quoted(NamedTuple):
    """``speaker`` as a subject; ``printer`` as a token range where it is the subject of "quoted"."""

    speaker: Subject
    printer: Range | None


def quoted(text: Text, participle: int) -> Quoted | None:
    """The speaker of a form in -ing after "as", where a verb of quoting governs it."""
    joint = participle - 1
    if joint < 0 or text.low[joint] not in text.language.words("phrases", "as"):
        return None
    floor = max(text.sentence(participle).start, participle - REACH)
    verbs = text.language.words("cues", "quoting")
    verb = next((at for at in range(joint - 1, floor - 1, -1) if text.low[at] in verbs), None)
    if verb is None:
        return None
    subject = subject_before(text, verb)
    if _passive(text, verb, floor):
        return Quoted(Subject(subject.first, subject.end, "subject.quoted"), None) if subject else None
    if verb + 1 >= joint:
        return None
    printer = (subject.first, subject.end) if subject else None
    return Quoted(Subject(verb + 1, joint, "subject.quoted"), printer)


def quoted_whom(text: Text, colon: int) -> Quoted | None:
    """ "AFP quoted the minister: “…”": whom a verb of quoting has for its object before a colon."""
    floor = max(text.sentence(colon).start, colon - REACH)
    verbs = text.language.words("cues", "quoting_whom")
    verb = next((at for at in range(colon - 2, floor, -1) if text.low[at] in verbs), None)
    if verb is None or _passive(text, verb, floor):
        return None
    subject = subject_before(text, verb)
    printer = (subject.first, subject.end) if subject else None
    return Quoted(Subject(verb + 1, colon, "subject.quoted"), printer)


def _passive(text: Text, verb: int, floor: int) -> bool:
    index = verb - 1
    while index > floor and text.tags[index] == g.ADVERB:
        index -= 1
    return text.low[index] in text.language.words("phrases", "be")
