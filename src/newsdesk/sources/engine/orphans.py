"""Finds a speaker for a quotation or a passage that no verb of saying governs: `Coach Lugo was less poetic: "…"`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.attribution import Attribution
from newsdesk.sources.engine.noun_phrases import phrase_before
from newsdesk.sources.engine.phrase_ends import phrase_end
from newsdesk.sources.engine.quoted import quoted_whom
from newsdesk.sources.engine.subject import Subject
from newsdesk.sources.engine.subjects import governor, subject_before
from newsdesk.sources.engine.text import Quote, Text

SHORT = 6
LONGEST_LABEL = 5


def orphans(text: Text, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for each quotation without one that the words beside it ascribe to somebody."""
    taken = taken_quotes(text, found)
    for number, quote in enumerate(text.quotes):
        if not taken[number]:
            made = _introduced(text, quote) or _followed(text, quote) or _signed(text, quote)
            if made is not None:
                yield made


def taken_quotes(text: Text, found: Sequence[Attribution]) -> list[bool]:
    """For each quotation of the text whether an attribution has it in its content."""
    taken = [False] * len(text.quotes)
    for each in found:
        for first, end in each.content:
            for index in range(first, end):
                if text.quote_of[index] >= 0:
                    taken[text.quote_of[index]] = True
    return taken


def _introduced(text: Text, quote: Quote) -> Attribution | None:
    """The subject of the words before a colon or comma."""
    mark = quote.first - 1
    floor = text.sentence(quote.first).start
    if mark <= floor or text.tags[mark] not in (g.COLON, g.COMMA):
        return None
    if text.tags[mark] == g.COMMA and quote.end - quote.first < SHORT:
        return None
    if text.tags[mark] == g.COLON and (whom := quoted_whom(text, mark)) is not None:
        return _quoted(whom.speaker, quote)
    found = governor(text, mark, floor) or _whole_lead(text, floor, mark)
    if found is None:
        return None
    return Attribution(None, (found.first, found.end), ((quote.first, quote.end),), (found.why, "content.introduced"))


def _quoted(speaker: Subject, quote: Quote) -> Attribution:
    """ "AFP quoted Kim: “…”": the verb right before the speaker is the cue."""
    cue, source = (speaker.first - 1, speaker.first), (speaker.first, speaker.end)
    return Attribution(cue, source, ((quote.first, quote.end),), (speaker.why, "content.introduced"))


def _whole_lead(text: Text, floor: int, mark: int) -> Subject | None:
    """ "Clinton in December 1992:": words without a verb are a speaker and the occasion."""
    first = phrase_before(text, mark, floor) if text.tags[mark] == g.COLON else None
    return Subject(first, mark, "subject.lead") if first is not None else None


def _followed(text: Text, quote: Quote) -> Attribution | None:
    """ "…," Kim shot back: somebody and a finite verb right behind the quotation."""
    stop = text.sentence(quote.end - 1).stop
    if text.low[quote.end - 2] != "," or quote.end >= stop or quote.end - quote.first < SHORT:
        return None
    verb = next((at for at in range(quote.end, min(stop, quote.end + 8)) if text.tags[at] == g.VERB), None)
    found = subject_before(text, verb) if verb is not None and verb > quote.end else None
    if verb is None or found is None or found.first < quote.end:
        return None
    return Attribution(
        (verb, verb + 1), (found.first, found.end), ((quote.first, quote.end),), (found.why, "content.followed")
    )


def _signed(text: Text, quote: Quote) -> Attribution | None:
    """ "…" – Dev Anand, an analyst: a dash and a name."""
    stop = text.paragraph(quote.first).stop
    if quote.end + 1 >= stop or text.tags[quote.end] != g.DASH or text.tags[quote.end + 1] != g.NAME:
        return None
    source = (quote.end + 1, phrase_end(text, quote.end + 1, stop))
    return Attribution(None, source, ((quote.first, quote.end),), ("subject.signed", "content.signed"))


def labelled(text: Text) -> Iterator[Attribution]:
    """ "KIM: We will see.": a paragraph that a name and a colon begin."""
    for paragraph in text.paragraphs:
        colon = _colon(text, paragraph)
        if colon is not None and text.quote_of[colon] < 0:
            end = paragraph.stop - 1 if text.tags[paragraph.stop - 1] == g.STOP else paragraph.stop
            if end > colon + 1:
                yield Attribution(
                    (colon, colon + 1), (paragraph.start, colon), ((colon + 1, end),), ("cue.colon", "content.label")
                )


def _colon(text: Text, paragraph: range) -> int | None:
    for index in range(paragraph.start, min(paragraph.stop, paragraph.start + LONGEST_LABEL + 1)):
        if text.tags[index] == g.COLON:
            named = text.tokens[index - 1].end - text.tokens[paragraph.start].start > 1
            return index if index > paragraph.start and named else None
        if text.tags[index] != g.NAME:
            return None
    return None
