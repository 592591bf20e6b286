"""Links each cue with whoever speaks and what is said."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.sources.engine.according import according
from newsdesk.sources.engine.contents import contents
from newsdesk.sources.engine.cues import Cue, Use, cues
from newsdesk.sources.engine.subjects import Subject, governor, subject_after, subject_before
from newsdesk.sources.engine.text import Text
from newsdesk.sources.engine.attribution import Attribution


def link(text: Text, wide: bool) -> list[Attribution]:
    """The attributions of a text in the order of their cues, flat: chains are made of them later."""
    found = [made for cue in cues(text) if (made := _link(text, cue, wide)) is not None]
    found += according(text)
    return sorted(found, key=lambda each: each.cue)


def _link(text: Text, cue: Cue, wide: bool) -> Attribution | None:
    if cue.use is Use.PASSIVE:
        return None
    source = _source(text, cue)
    if source is None:
        return None
    said = contents(text, cue, source, wide)
    if said is None:
        return None
    return Attribution(
        (cue.first, cue.end), (source.first, source.end), said.spans, (f"cue.{cue.verb.lemma}", source.why, said.why)
    )


def _source(text: Text, cue: Cue) -> Subject | None:
    if cue.use in (Use.PARTICIPLE, Use.INFINITIVE):
        return governor(text, cue.first, text.sentence(cue.first).start)
    inverted = (
        subject_after(text, cue.first) if "inverted" in cue.verb.frames and _after_content(text, cue.first) else None
    )
    return inverted or subject_before(text, cue.first)


def _after_content(text: Text, index: int) -> bool:
    """Whether what is before the cue is the end of something said: a quotation mark, or a comma."""
    before = index - 1
    return before >= 0 and (
        text.quote_of[before] >= 0 or (text.low[before] == "," and before > text.sentence(index).start + 2)
    )
