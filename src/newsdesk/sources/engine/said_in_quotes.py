"""What is said in a quotation that ends right before its attribution: "A," Kim said, "B"."""

from __future__ import annotations

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.boundaries import without_stop
from newsdesk.sources.engine.site import Said, Site
from newsdesk.sources.engine.text import Quote, Text

LONG = 6
BETWEEN = frozenset({g.COMMA, g.DASH})
CLAUSE = frozenset({g.THAT, g.SUBJECT, g.DETERMINER, g.NAME, g.COLON, g.COMMA})
BEFORE_MORE = frozenset({g.COMMA, g.QUOTE, g.COLON, g.NAME, g.WORD, g.VERB, g.DASH, g.SUBJECT})


def said_in_quotes(site: Site) -> Said | None:
    """The quotation before the speaker, with what stands before it in its sentence and what goes on after the cue."""
    quote = _quote_before(site.text, site.left)
    if quote is None or not _is_theirs(site, quote):
        return None
    spans = [(_start(site.text, quote), quote.end)]
    again = next((index for index in range(site.right, site.stop) if site.text.quote_of[index] >= 0), None)
    if again is not None and not _other_cue(site, again):
        after = site.text.quotes[site.text.quote_of[again]]
        spans.append((after.first, max(after.end, without_stop(site.text, after.first, site.stop))))
    return Said(tuple(spans), "content.quote-before")


def _quote_before(text: Text, left: int) -> Quote | None:
    """The quotation that ends right before ``left``, or before a comma or a dash there."""
    for end in (left, left - 1, left - 2):
        if end > 0 and text.quote_of[end - 1] >= 0 and BETWEEN.issuperset(text.tags[end:left]):
            quote = text.quotes[text.quote_of[end - 1]]
            if quote.end == end:
                return quote
    return None


def _is_theirs(site: Site, quote: Quote) -> bool:
    """Whether the quotation is what this cue governs, not the end of another sentence."""
    text, at = site.text, site.at
    last = _last_mark(text, quote)
    if last == ".":
        return "clause" in site.frames and (site.right >= site.stop or text.tags[site.right] == g.STOP)
    if at >= site.stop or text.tags[at] in (g.STOP, g.COMMA, g.QUOTE):
        return True
    if last in ("?", "!") and text.tags[at] not in CLAUSE and not _under_way(site):
        return True
    whole = quote.first == text.sentence(quote.first).start or quote.end - quote.first >= LONG
    return whole and (last == "," or text.tags[site.left - 1] in BETWEEN)


def _last_mark(text: Text, quote: Quote) -> str:
    """What stands before the closing mark, and before that of a quotation within."""
    index = quote.end - 1
    while index > quote.first and (text.tags[index] in (g.QUOTE, g.POSSESSIVE)):
        index -= 1
    return text.low[index]


def _under_way(site: Site) -> bool:
    """ "Kim was responding": not the words before, then."""
    return site.text.low[site.cue.first - 1] in site.text.language.words("phrases", "be")


def _other_cue(site: Site, again: int) -> bool:
    """Whether something else than the attribution leads to the quotation at ``again``."""
    tags = site.text.tags
    return g.PARTICIPLE in tags[site.right : again] or tags[again - 1] not in BEFORE_MORE


def _start(text: Text, quote: Quote) -> int:
    """Where a mixed statement begins: with the sentence the quotation stands in."""
    start = text.sentence(quote.first).start
    if text.tags[quote.first - 1] in (g.DASH, g.COLON):
        return quote.first
    while start < quote.first and text.tags[start] == g.COORDINATOR:
        start += 1
    return start
