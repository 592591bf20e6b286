"""Finds who may be speaking at a cue, by the form in which its verb stands."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.cues import Cue, Use
from newsdesk.sources.engine.quoted import quoted
from newsdesk.sources.engine.subject import Subject
from newsdesk.sources.engine.subjects import governor, issuer, subject_before
from newsdesk.sources.engine.subjects_after import agent, subject_after
from newsdesk.sources.engine.text import Text


def speakers(text: Text, cue: Cue) -> Iterator[Subject]:
    """Whoever may be speaking, the likeliest first."""
    floor = text.sentence(cue.first).start
    if cue.use is Use.PASSIVE:
        found = [agent(text, cue.end)]
    elif cue.use is Use.PARTICIPLE:
        told = quoted(text, cue.first)
        found = [told.speaker if told else issuer(text, cue.first, floor)]
    elif cue.use is Use.INFINITIVE:
        found = [governor(text, cue.first, floor)]
    else:
        found = [_inverted(text, cue), subject_before(text, cue.first)]
    yield from (source for source in found if source is not None)


def _inverted(text: Text, cue: Cue) -> Subject | None:
    """The speaker after the cue, where something said ends right before it."""
    if cue.first == text.sentence(cue.first).start:
        return _opening(text, cue)
    before = cue.first - 1
    if before > 0 and text.tags[before] == g.DASH:
        before -= text.tags[before - 1] == g.COMMA or text.quote_of[before - 1] >= 0
    if before < 0 or "inverted" not in cue.verb.frames:
        return None
    after_quote = text.quote_of[before] >= 0 or (0 < before < cue.first - 1 and text.quote_of[before - 1] >= 0)
    if not after_quote and (text.tags[before] != g.COMMA or before <= text.sentence(cue.first).start + 2):
        return None
    found = subject_after(text, cue.first)
    if found is None or (after_quote and _goes_on(text, found.end)):
        return None
    return found if after_quote or _closes(text, found.end) else None


def _opening(text: Text, cue: Cue) -> Subject | None:
    """ "Said Mara Olin: “…”": a verb at the front of its sentence, with a colon or comma behind the speaker."""
    found = subject_after(text, cue.first) if "inverted" in cue.verb.frames else None
    ends = found is not None and found.end < len(text.tags) and text.tags[found.end] in (g.COLON, g.COMMA)
    return found if ends else None


def _goes_on(text: Text, index: int) -> bool:
    """Whether the noun after the cue is the subject of a clause: `Kim, citing "errors", said the army would leave`."""
    if index >= len(text.tags) or text.tags[index] not in (g.AUXILIARY, g.VERB):
        return False
    return not text.low[index].endswith(tuple(text.language.words("endings", "past")))


def _closes(text: Text, index: int) -> bool:
    """Whether the attribution ends here, so that no clause of the speaker's can follow."""
    stop = text.sentence(index - 1).stop
    if index >= stop:
        return True
    return text.tags[index] in (g.STOP, g.COMMA, g.PREPOSITION) and not _finite(text, index, stop)


def _finite(text: Text, index: int, stop: int) -> bool:
    for at in range(index, stop):
        if text.tags[at] in (g.COMMA, g.RELATIVE):
            return False
        if text.tags[at] == g.AUXILIARY:
            return True
    return False
