"""A text as the stages see it: tokens, sentences, paragraphs and quotations, each by the number of its tokens."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.sources.engine import quotes as marks
from newsdesk.sources.engine import sentences as splitter
from newsdesk.sources.engine.grammar import QUOTE, tags
from newsdesk.sources.engine.language import Language
from newsdesk.sources.engine.quotes import Quote
from newsdesk.sources.engine.record import Span
from newsdesk.sources.engine.tokens import Token, tokens

__all__ = ["Quote", "Text", "Token", "parse"]


@dataclass(frozen=True, slots=True)
class Text:
    """A parsed text. ``low`` has each token in lower case with straight apostrophes; ranges are of token numbers.

    ``sentence_of``, ``paragraph_of`` and ``quote_of`` have one number a token; the last is -1 outside quotations, and
    the marks themselves belong to their quotation. ``tags`` has a letter of ``grammar.py`` a token.
    """

    source: str
    tokens: list[Token]
    low: list[str]
    sentences: list[range]
    paragraphs: list[range]
    quotes: list[Quote]
    sentence_of: list[int]
    paragraph_of: list[int]
    quote_of: list[int]
    tags: list[str]
    language: Language

    def span(self, first: int, end: int) -> Span:
        """The words from token ``first`` to before token ``end``, verbatim."""
        start, stop = self.tokens[first].start, self.tokens[end - 1].end
        return Span(start, stop, self.source[start:stop])

    def capital(self, index: int) -> bool:
        return self.tokens[index].text[0].isupper()

    def sentence(self, index: int) -> range:
        """The sentence a token stands in."""
        return self.sentences[self.sentence_of[index]]

    def paragraph(self, index: int) -> range:
        """The paragraph a token stands in."""
        return self.paragraphs[self.paragraph_of[index]]


def parse(source: str, language: Language) -> Text:
    """Any text, in time linear in its length."""
    found = tokens(source, language)
    low = [token.text.lower() for token in found]
    if "’" in source:
        low = [word.replace("’", "'") for word in low]
    paragraphs = splitter.paragraphs(source, found)
    sentences = splitter.sentences(found, low, paragraphs, language)
    quotes = marks.quotes(source, found, paragraphs, sentences)
    numbers = [_numbers(ranges, len(found)) for ranges in (sentences, paragraphs)]
    inside = _numbers([range(quote.first, quote.end) for quote in quotes], len(found))
    letters = tags(found, low, language)
    for quote in quotes:
        letters[quote.first] = QUOTE
        letters[quote.end - 1] = QUOTE if quote.closed else letters[quote.end - 1]
    return Text(source, found, low, sentences, paragraphs, quotes, numbers[0], numbers[1], inside, letters, language)


def _numbers(ranges: list[range], count: int) -> list[int]:
    numbers = [-1] * count
    for number, each in enumerate(ranges):
        numbers[each.start : each.stop] = [number] * len(each)
    return numbers
