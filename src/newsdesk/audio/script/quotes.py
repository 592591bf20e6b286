"""Makes quotations audible: what stands between marks is announced, or stands between pauses.

A quotation may go over several sentences, and over several paragraphs where each begins with a mark again.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsdesk.article.spoken import PAIRS
from newsdesk.audio.script.language import Language
from newsdesk.audio.script.values import Quotations

LONG = 8
"""Words from which a quotation is announced; with fewer, who listens hears its end by the pause."""

CLOSES: Mapping[str, str] = {**PAIRS, "‘": "’", "‚": "‘"}
MARK = re.compile('[“”«»„"「」『』‘‚]|’(?!\\w)')
SAID_IN_FULL = ".!?…"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a quotation mark stands: the number of the text, the character in it, and the text's paragraph."""

    text: int
    at: int
    sign: str
    paragraph: Hashable


def audible(
    texts: Sequence[str], paragraphs: Sequence[Hashable], language: Language, quotations: Quotations
) -> list[str]:
    """The texts, with words or pauses for their quotation marks; ``paragraphs`` says which texts belong together."""
    instead: dict[tuple[int, int], str] = {}
    for first, last in _pairs(texts, paragraphs):
        words = _announced(texts, first, last, language, quotations)
        instead[first.text, first.at], instead[last.text, last.at] = words
    return [_replaced(number, text, instead) for number, text in enumerate(texts)]


def _pairs(texts: Sequence[str], paragraphs: Sequence[Hashable]) -> Iterator[tuple[Mark, Mark]]:
    """The outer marks of each quotation that is closed."""
    opened: Mark | None = None
    here: Hashable = None
    for mark in _marks(texts, paragraphs):
        if mark.paragraph != here:
            goes_on = opened and mark.sign == opened.sign and _begins(texts, mark, paragraphs)
            opened, here = opened if goes_on else None, mark.paragraph
            if goes_on:
                continue
        if opened and mark.sign in CLOSES[opened.sign]:
            yield opened, mark
            opened = None
        elif not opened and mark.sign in CLOSES:
            opened = mark


def _marks(texts: Sequence[str], paragraphs: Sequence[Hashable]) -> Iterator[Mark]:
    for number, text in enumerate(texts):
        for found in MARK.finditer(text):
            yield Mark(number, found.start(), found.group(), paragraphs[number])


def _begins(texts: Sequence[str], mark: Mark, paragraphs: Sequence[Hashable]) -> bool:
    """Whether a mark is the first thing in the paragraph right after the one before."""
    return mark.at == 0 and (mark.text == 0 or paragraphs[mark.text - 1] != mark.paragraph)


def _announced(
    texts: Sequence[str], first: Mark, last: Mark, language: Language, quotations: Quotations
) -> tuple[str, str]:
    if quotations == "plain":
        return "", ""
    if quotations == "pauses" or not language.word("quote") or _length(texts, first, last) < LONG:
        return ", " if first.at else "", ", "
    return _opening(first, language.word("quote")), _closing(texts[last.text], last.at, language.word("end_of_quote"))


def _length(texts: Sequence[str], first: Mark, last: Mark) -> int:
    """Words between two marks, counted no further than it matters."""
    words = 0
    for number in range(first.text, last.text + 1):
        start = first.at if number == first.text else 0
        end = last.at if number == last.text else None
        words += len(texts[number][start:end].split())
        if words >= LONG:
            break
    return words


def _opening(mark: Mark, words: str) -> str:
    return f", {words}: " if mark.at else f"{words[:1].upper()}{words[1:]}: "


def _closing(text: str, at: int, words: str) -> str:
    """Its own sentence after a full stop, else part of the one that goes on."""
    ends = text[at + 1 :].strip(" .,;:!?…") == ""
    if text[:at].rstrip()[-1:] and text[:at].rstrip()[-1:] in SAID_IN_FULL:
        return f" {words[:1].upper()}{words[1:]}" + (". " if ends else ", ")
    return f", {words}, "


def _replaced(number: int, text: str, instead: Mapping[tuple[int, int], str]) -> str:
    """Marks without a partner are left out, but for an apostrophe; and so are those of a quotation in another."""
    inner = text.find("‘") + 1 or len(text)

    def sign(one: re.Match[str]) -> str:
        apostrophe = "'" if one.group() == "’" and one.start() < inner else ""
        return instead.get((number, one.start()), apostrophe)

    return MARK.sub(sign, text)
