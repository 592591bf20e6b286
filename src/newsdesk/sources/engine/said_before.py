"""What is said in the words before an attribution: "A, Kim said" and "A, Kim said, B"."""

from __future__ import annotations

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.boundaries import content_end
from newsdesk.sources.engine.clauses import finite, sentence_like
from newsdesk.sources.engine.cues import Use
from newsdesk.sources.engine.site import Said, Site
from newsdesk.sources.engine.text import Text

OPEN = frozenset({g.AUXILIARY, g.VERB, g.PREPOSITION, g.DETERMINER})
GOES_ON = frozenset({g.COORDINATOR, g.AUXILIARY, g.VERB, g.THAT, g.QUOTE})


def said_before(site: Site, whole: bool = True) -> Said | None:
    """ "A, Kim said."; not ``whole`` where A goes on after the attribution."""
    text, left = site.text, _without_as(site)
    start = text.sentence(site.cue.first).start
    afar = site.cue.use not in (Use.FINITE, Use.PASSIVE) and left == site.cue.first
    if afar or "after" not in site.cue.verb.frames or left - 1 <= start or text.tags[left - 1] not in (g.COMMA, g.DASH):
        return None
    start = _clause_start(text, start, left)
    if text.low[start] in text.language.words("phrases", "leads"):
        return None
    return Said(((start, left - 1),), "content.before") if not whole or sentence_like(text, start, left - 1) else None


def said_around(site: Site, before: Said) -> Said | None:
    """ "A, Kim said, B.": B belongs to it, unless a new clause about something else begins."""
    text, after = site.text, site.at + 1
    first, last = before.spans[0]
    clause = sentence_like(text, first, last)
    complete = clause and text.tags[first] != g.SUBORDINATOR and text.tags[last - 1] not in OPEN
    if not clause and not finite(text, site.at, site.stop):
        return None
    end = content_end(text, after, site.cue.first) if after < site.stop and _goes_on(text, after, complete) else after
    return Said((*before.spans, (after, end)) if end > after else before.spans, "content.around")


def _without_as(site: Site) -> int:
    """ "A, as Kim said": the attribution begins with "as"."""
    left = site.left
    start = site.text.sentence(site.cue.first).start
    return left - (left - 2 > start and site.text.low[left - 1] in site.text.language.words("phrases", "as"))


def _clause_start(text: Text, start: int, left: int) -> int:
    start = next((at + 1 for at in range(left - 1, start, -1) if text.tags[at] == g.SEMICOLON), start)
    while start < left and text.tags[start] == g.COORDINATOR:
        start += 1
    return start


def _goes_on(text: Text, index: int, complete: bool) -> bool:
    """Whether what is said goes on here; a complete clause does so only by a joint: "…, she said, since"."""
    if not complete:
        return text.tags[index] != g.PARTICIPLE
    return text.tags[index] in GOES_ON or text.low[index] in text.language.words("phrases", "content_joins")
