"""Finds what is said, for a cue whose speaker is known: before the two, after them, or around them."""

from __future__ import annotations

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.adjuncts import after_adjuncts
from newsdesk.sources.engine.cues import Cue, Use
from newsdesk.sources.engine.quoted import quoted
from newsdesk.sources.engine.said_after import said_after
from newsdesk.sources.engine.said_before import said_before
from newsdesk.sources.engine.said_in_quotes import said_in_quotes
from newsdesk.sources.engine.site import Said, Site
from newsdesk.sources.engine.subject import Subject
from newsdesk.sources.engine.text import Text


def contents(text: Text, cue: Cue, source: Subject, wide: bool) -> Said | None:
    """What the cue governs; None where it governs nothing that is said."""
    inverted = source.first >= cue.end
    left, right = _edges(text, cue, source, inverted)
    stop = text.sentence(cue.first).stop
    frames = cue.verb.frames | cue.verb.wide if wide or _is_evidence(text, cue, source) else cue.verb.frames
    site = Site(text, cue, left, right, after_adjuncts(text, cue, right, stop), stop, frames)
    before = said_in_quotes(site) if _may_follow_quote(cue, source) else None
    if before is not None:
        return before
    if site.ends or text.tags[site.at] == g.STOP or (inverted and text.tags[left - 1] in (g.COMMA, g.DASH)):
        return said_before(site)
    return said_after(site)


def _is_evidence(text: Text, cue: Cue, source: Subject) -> bool:
    """ "The images show *a new bridge*": papers state whatever they show."""
    papers = text.language.words("kinds", "document")
    shows = "after" in cue.verb.frames and "say" not in cue.verb.frames
    return shows and not papers.isdisjoint(text.low[source.first : source.end])


def _edges(text: Text, cue: Cue, source: Subject, inverted: bool) -> tuple[int, int]:
    """From where to where cue and speaker reach; a speaker who governs from afar does not count."""
    if inverted:
        return cue.first, source.end
    if source.why == "subject.quoted":
        told = quoted(text, cue.first)
        return min(source.first, told.printer[0]) if told and told.printer else source.first, cue.end
    afar = cue.use in (Use.PARTICIPLE, Use.INFINITIVE) or source.why == "subject.governor"
    return cue.first if afar else source.first, cue.end


def _may_follow_quote(cue: Cue, source: Subject) -> bool:
    """A form in -ing after a quotation begins something new, unless it is that of "was quoted as saying"."""
    return "quote" in cue.verb.frames and (cue.use is not Use.PARTICIPLE or source.why == "subject.quoted")
