"""Links each cue with whoever speaks and what is said."""

from __future__ import annotations

from newsdesk.sources.engine.according import according
from newsdesk.sources.engine.attribution import Attribution, Range, place
from newsdesk.sources.engine.audit import audit
from newsdesk.sources.engine.contents import contents
from newsdesk.sources.engine.continuations import continued, leftovers
from newsdesk.sources.engine.cues import Cue, cues
from newsdesk.sources.engine.orphans import labelled, orphans
from newsdesk.sources.engine.overlaps import trimmed
from newsdesk.sources.engine.speakers import speakers
from newsdesk.sources.engine.text import Text


def link(text: Text, wide: bool) -> list[Attribution]:
    """The attributions of a text in the order of their cues, flat: chains are made of them later."""
    found = [made for cue in cues(text) if (made := _link(text, cue, wide)) is not None]
    found += according(text)
    found += labelled(text)
    found = audit(text, trimmed(text, found), wide)
    found += orphans(text, found)
    found = continued(text, sorted(found, key=place))
    return sorted([*found, *leftovers(text, found)], key=place) if wide else found


def _link(text: Text, cue: Cue, wide: bool) -> Attribution | None:
    for source in speakers(text, cue):
        said = contents(text, cue, source, wide)
        if said is not None and all(_has_words(text, span) for span in said.spans):
            why = (f"cue.{cue.verb.lemma}", source.why, said.why)
            return Attribution((cue.first, cue.end), (source.first, source.end), said.spans, why, cue.verb)
    return None


def _has_words(text: Text, span: Range) -> bool:
    return any(text.tokens[index].text[0].isalnum() for index in range(*span))
