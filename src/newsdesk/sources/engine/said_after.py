"""What is said in the words after an attribution: a quotation, a that-clause, or whatever the verb takes."""

from __future__ import annotations

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.boundaries import content_end, without_stop
from newsdesk.sources.engine.clauses import finite, fits, starts_clause
from newsdesk.sources.engine.said_before import said_around, said_before
from newsdesk.sources.engine.site import Said, Site
from newsdesk.sources.engine.text import Text

STARTS = frozenset({g.THAT, g.SUBJECT, g.DETERMINER, g.NAME, g.WORD, g.SUBORDINATOR, g.RELATIVE})


def said_after(site: Site) -> Said | None:
    """What follows; where a comma does, also what stands before the speaker."""
    tag = site.text.tags[site.at]
    if "quote" in site.frames and (found := _quotation(site, tag)) is not None:
        return found
    if tag == g.COMMA:
        return _after_comma(site)
    if tag == g.COLON:
        return _after_colon(site)
    return _clause(site)


def _quotation(site: Site, tag: str) -> Said | None:
    """ "Kim said: “…”" and "Kim said “…”"; with a comma, words before the speaker may be his as well."""
    if _introduces(site):
        after = _quote_at(site, site.at + 1)
        before = said_before(site) if tag == g.COMMA else None
        both = before is not None and _theirs(site.text, before)
        return Said((*before.spans, *after.spans), "content.around") if before and both else after
    return _quote_at(site, site.at) if tag == g.QUOTE and site.text.quote_of[site.at] >= 0 else None


def _introduces(site: Site) -> bool:
    """Whether a comma or colon leads to a quotation; after a colon it may begin the next paragraph."""
    text, at = site.text, site.at
    if at + 1 >= len(text.low) or text.tags[at] not in (g.COMMA, g.COLON) or text.quote_of[at + 1] < 0:
        return False
    return at + 1 < site.stop or text.tags[at] == g.COLON


def _theirs(text: Text, before: Said) -> bool:
    """Whether the words before "Kim said, “…”" are his too, and not "In Seoul" or "After it ended"."""
    first, end = before.spans[0]
    quoted = any(text.quote_of[index] >= 0 for index in range(first, end))
    return quoted or (starts_clause(text, first) and finite(text, first - 1, end))


def _quote_at(site: Site, first: int) -> Said:
    end = site.text.quotes[site.text.quote_of[first]].end
    if end < site.stop - 1:
        end = max(end, content_end(site.text, first, first))
    return Said(((first, end),), "content.quote-after")


def _after_colon(site: Site) -> Said | None:
    first = site.at + 1
    if "quote" not in site.frames or first >= site.stop:
        return None
    return Said(((first, without_stop(site.text, first, site.stop)),), "content.colon")


def _after_comma(site: Site) -> Said | None:
    """ "As Kim said, A", "A, Kim said, B" and "Kim said, in Seoul, that B"."""
    text, at = site.text, site.at
    if at + 1 < site.stop and _opens_with_as(text, site.left - 1):
        return _from(site, at + 1, "content.as")
    if at + 2 < site.stop and text.tags[at + 1] == g.THAT:
        return _from(site, at + 2, "content.that")
    before = said_before(site, whole=False)
    return said_around(site, before) if before is not None else _after_parenthesis(site)


def _opens_with_as(text: Text, index: int) -> bool:
    words = text.language.words("phrases", "as")
    return index >= 0 and text.low[index] in words and index == text.sentence(index).start


def _after_parenthesis(site: Site) -> Said | None:
    text = site.text
    again = next((at for at in range(site.at + 1, site.stop) if text.tags[at] == g.COMMA), site.stop)
    if again + 1 < site.stop and text.quote_of[again + 1] >= 0:
        return _quote_at(site, again + 1)
    if again + 2 < site.stop and text.tags[again + 1] == g.THAT:
        return _from(site, again + 2, "content.that")
    return None


def _clause(site: Site) -> Said | None:
    """ "Kim said (that) A": whatever the verb's frames allow."""
    text, at = site.text, site.at
    if site.right < at and "audience" not in site.frames and text.tags[at] not in STARTS:
        at = site.right
    if text.tags[at] == g.THAT and "that" in site.frames and at + 1 < site.stop:
        first = at + 1 + (text.tags[at + 1] == g.COMMA)
        return _from(site, first, "content.that") if first < site.stop else None
    if "about" in site.frames and at + 1 < site.stop and text.low[at] in text.language.words("phrases", "about"):
        return _from(site, at + 1, "content.about")
    end = content_end(text, at, site.cue.first)
    if "names" in site.frames:
        end = _last_quote_end(text, at, end)
    return Said(((at, end),), "content.clause") if fits(text, at, end, site.frames) else None


def _from(site: Site, first: int, why: str) -> Said:
    return Said(((first, content_end(site.text, first, site.cue.first)),), why)


def _last_quote_end(text: Text, first: int, end: int) -> int:
    """ "called it “small” on Wednesday": what somebody is called ends with the words in quotation marks."""
    quote = next((text.quote_of[at] for at in range(end - 1, first, -1) if text.quote_of[at] >= 0), None)
    return end if quote is None else text.quotes[quote].end
