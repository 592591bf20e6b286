"""Finds the outlets through which something came that are no speakers of their own: "told AFP", "seen by Reuters"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.attribution import Attribution, Range, place
from newsdesk.sources.engine.chains import Chained
from newsdesk.sources.engine.dates import day_at
from newsdesk.sources.engine.names import Names
from newsdesk.sources.engine.phrase_ends import phrase_end
from newsdesk.sources.engine.quoted import quoted, quoted_whom
from newsdesk.sources.engine.text import Text

REACH = 8


def outlets(text: Text, names: Names, said: Attribution, chain: Chained) -> list[Range]:
    """The outlets that carried one attribution of a chain: it was told, it prints it, it has the document."""
    printer = _printer(text, said)
    if printer is not None:
        return [printer, *_one(_in_zone(text, names, range(printer[0], said.cue[0]) if said.cue else range(0), "seen"))]
    return _one(_told(text, names, said, chain) or _holder(text, names, said, chain))


def _one(found: Range | None) -> list[Range]:
    return [found] if found else []


def _told(text: Text, names: Names, said: Attribution, chain: Chained) -> Range | None:
    """ "told AFP", "admitted to AFP", or "in an interview with AFP" anywhere in the saying."""
    if said.cue is None:
        return None
    after = said.cue[1]
    joint = text.low[after] if after < len(text.low) else ""
    to = joint in text.language.words("phrases", "infinitive", "agents")
    found = outlet_after(text, names, after + to, after + REACH) if to or _tells(said) else None
    return found or _interviewer(text, names, said, chain)


def _interviewer(text: Text, names: Names, said: Attribution, chain: Chained) -> Range | None:
    for zone in saying(text, said):
        found = _in_zone(text, names, zone, "to", lambda index: _nearest(chain, index) is said)
        if found is not None:
            return found
    return None


def _holder(text: Text, names: Names, said: Attribution, chain: Chained) -> Range | None:
    """The outlet a document was "seen by", or that "has obtained" it, where the words stand beside the cue."""
    for zone in saying(text, said):
        if said.cue and said.cue[0] in zone:
            found = _in_zone(text, names, zone, "seen", lambda index: _nearest(chain, index) is said)
            return found or _publisher(text, names, zone) or _who_has(text, names, zone)
    return None


def _publisher(text: Text, names: Names, zone: range) -> Range | None:
    """ "A study published on Wednesday in the journal Frontiers of Botany"."""
    published, joints = (text.language.words("carriers", key) for key in ("published", "published_in"))
    for index in zone:
        if text.low[index] in published:
            day = day_at(text, date.max, index + 1)
            joint = index + 1 + (day[0] if day else 0)
            if joint + 1 < zone.stop and text.low[joint] in joints:
                return outlet_after(text, names, joint + 1, zone.stop)
    return None


def _who_has(text: Text, names: Names, zone: range) -> Range | None:
    """ "In a letter, which the Gazette has obtained,"."""
    words = text.language.words("carriers", "has")
    for index in zone:
        if text.low[index] in words and text.tags[index - 1] == g.AUXILIARY:
            name = names.ending_at(index - 1)
            if name and name.first in zone and names.cluster(name).kind == "outlet":
                return (name.first, name.end)
    return None


def _in_zone(
    text: Text, names: Names, zone: range, key: str, wanted: Callable[[int], bool] = lambda index: True
) -> Range | None:
    """The first outlet behind one of the carriers' phrases."""
    for index, length in text.language.phrases("carriers", key).find(text.low, zone):
        found = outlet_after(text, names, index + length, zone.stop) if wanted(index) else None
        if found is not None:
            return found
    return None


def _nearest(chain: Chained, index: int) -> Attribution:
    """The attribution of a chain whose cue is nearest to a place."""
    return min((chain.said, *chain.carriers), key=lambda said: abs(place(said) - index))


def _printer(text: Text, said: Attribution) -> Range | None:
    """ "AFP quoted her as saying", "AFP quoted her: …"."""
    if said.cue is None or said.source is None or "subject.quoted" not in said.why:
        return None
    found = quoted(text, said.cue[0]) or quoted_whom(text, said.source[1])
    return found.printer if found else None


def _tells(said: Attribution) -> bool:
    return said.verb is not None and "audience" in said.verb.frames


def saying(text: Text, said: Attribution) -> list[range]:
    """The parts of the cue's sentence that are not content."""
    if said.cue is None:
        return []
    sentence = text.sentence(said.cue[0])
    start, zones = sentence.start, []
    for first, end in sorted(span for span in said.content if span[0] < sentence.stop):
        if first > start:
            zones.append(range(start, first))
        start = max(start, min(end, sentence.stop))
    return [*zones, range(start, sentence.stop)] if start < sentence.stop else zones


def outlet_after(text: Text, names: Names, index: int, stop: int) -> Range | None:
    """The outlet a noun phrase at ``index`` names, also by a short form or as "the station"."""
    end = phrase_end(text, index, min(stop, len(text.low)))
    if end == index:
        return None
    name = next((found for at in range(index, end) if (found := names.covering(at)) is not None), None)
    source = (index, max(name.end, index + 1)) if name is not None and name.first >= index else (index, end)
    if names.link(*source).kind == "outlet":
        return source
    inner = (name.first, name.end) if name is not None and name.first > index else None
    return inner if inner and names.link(*inner).kind == "outlet" else None


def cited(text: Text, names: Names, each: Chained) -> list[Range]:
    """Whoever the outermost speaker relies on: "citing two officials"."""
    outermost = each.carriers[-1] if each.carriers else each.said
    phrases = text.language.phrases("carriers", "citing")
    for zone in saying(text, outermost):
        for index, length in phrases.find(text.low, zone):
            if index + length < zone.stop:
                found = (index + length, _clause_end(text, index + length, zone.stop))
                return [found] if _is_source(names, outermost, found) else []
    return []


def _is_source(names: Names, speaker: Attribution, found: Range) -> bool:
    """ "Kim said, citing low growth" gives a reason and no source."""
    outlet = speaker.source is not None and names.link(*speaker.source).kind == "outlet"
    return outlet or names.kind(*found) in ("anonymous", "document", "outlet", "person")


def _clause_end(text: Text, first: int, stop: int) -> int:
    return next((at for at in range(first + 1, stop) if text.tags[at] in g.CLAUSE_MARKS), stop)
