"""Gives a quotation without a cue of its own to whoever was speaking before it."""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.sources.engine.attribution import Attribution, Range, last_token, place
from newsdesk.sources.engine.bare_quotes import bare, within
from newsdesk.sources.engine.orphans import taken_quotes
from newsdesk.sources.engine.text import Quote, Text

SHORT = 4
LONG = 7


def leftovers(text: Text, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions for longer quotations that no other stage could give to anybody; a guess, for a wide reading."""
    taken = taken_quotes(text, found)
    pairs = zip(text.quotes, taken, strict=True)
    made = [within(text, quote) for quote, known in pairs if not known and quote.end - quote.first >= LONG]
    return [each for each in made if each is not None]


def continued(text: Text, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the quotations that go on after them, and new ones for those after indirect speech."""
    pass_ = _Pass(text, found)
    for number, quote in enumerate(text.quotes):
        pass_.reach(quote.first)
        if not pass_.taken[number] and is_whole(text, quote):
            pass_.give(number, quote)
    return sorted(pass_.attributions(), key=place)


def is_whole(text: Text, quote: Quote) -> bool:
    """Whether a quotation is a sentence or more, and all of its sentence."""
    starts = quote.first == text.sentence(quote.first).start
    ends = quote.end == text.sentence(quote.end - 1).stop
    return starts and ends and quote.end - quote.first >= SHORT


class _Pass:
    """One walk over the quotations, with the attribution that ended last before each."""

    def __init__(self, text: Text, found: Sequence[Attribution]) -> None:
        self.text, self.found = text, list(found)
        self.spans: list[list[Range]] = [list(each.content) for each in found]
        self.taken = taken_quotes(text, found)
        self.ends = sorted((last_token(each), number) for number, each in enumerate(found))
        self.owner = {each.content[0][0]: number for number, each in enumerate(found)}
        self.by_sentence: dict[int, list[Attribution]] = {}
        for each in found:
            self.by_sentence.setdefault(text.sentence_of[place(each)], []).append(each)
        self.at, self.last = 0, -1

    def reach(self, token: int) -> None:
        """Moves on to the last attribution that ends before a token."""
        while self.at < len(self.ends) and self.ends[self.at][0] <= token:
            self.last = self.ends[self.at][1]
            self.at += 1

    def give(self, number: int, quote: Quote) -> None:
        span = (quote.first, quote.end)
        if quote.runs_on and (owner := self._next_owner(number)) is not None:
            self.spans[owner].append(span)
        elif self.last >= 0 and self._goes_on(quote):
            self.spans[self.last].append(span)
        elif (made := self._bare(quote)) is not None:
            self.found.append(made)
            self.spans.append([span])
            self.last = len(self.found) - 1

    def _bare(self, quote: Quote) -> Attribution | None:
        if quote.first == 0:
            return None
        number = self.text.sentence_of[quote.first - 1]
        return bare(self.text, quote, self.text.sentences[number], self.by_sentence.get(number, []))

    def _goes_on(self, quote: Quote) -> bool:
        """Whether a quotation of the last speaker stands in the sentence before."""
        spans = self.spans[self.last]
        if not any(self.text.quote_of[index] >= 0 for span in spans for index in range(*span)):
            return False
        last = max(last_token(self.found[self.last]), *(end for _, end in spans))
        return self.text.sentence_of[quote.first] - self.text.sentence_of[last - 1] <= 1

    def _next_owner(self, number: int) -> int | None:
        """The attribution in the last of the paragraphs that this quotation runs on into."""
        quotes = self.text.quotes
        while number + 1 < len(quotes) and quotes[number].runs_on:
            number += 1
        return self.owner.get(quotes[number].first)

    def attributions(self) -> list[Attribution]:
        pairs = zip(self.found, self.spans, strict=True)
        return [each._replace(content=tuple(said)) for each, said in pairs]
