"""Where paragraphs and sentences begin and end, as ranges of tokens."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from newsdesk.sources.engine.language import Language
from newsdesk.sources.engine.tokens import Token

STOPS = frozenset({".", "!", "?", "…", "...", "....", "。", "！", "？"})
CLOSERS = frozenset("\"”’'»)]") | {"''"}
LONGEST = 250
BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
GAP = re.compile(r"[\n\r\u2028\u2029]\s*")


def paragraphs(source: str, tokens: Sequence[Token]) -> list[range]:
    """One range of tokens a paragraph; a line goes on below where it is only wrapped."""
    starts = [0] if tokens else []
    for gap in GAP.finditer(source):
        index = bisect_left(tokens, (gap.end(),))
        if starts and starts[-1] < index < len(tokens) and _parts(gap.group(), tokens[index - 1], tokens[index]):
            starts.append(index)
    return _ranges(starts, len(tokens))


def _parts(gap: str, before: Token, after: Token) -> bool:
    wrapped = len(BREAK.findall(gap)) == 1 and after.text[0].islower() and before.text not in STOPS
    return not wrapped


def sentences(
    tokens: Sequence[Token], low: Sequence[str], paragraphs: Sequence[range], language: Language
) -> list[range]:
    """One range of tokens a sentence; none crosses a paragraph."""
    starts: list[int] = []
    for paragraph in paragraphs:
        starts.append(paragraph.start)
        starts += _starts_within(tokens, low, paragraph, language)
    return [piece for sentence in _ranges(starts, len(tokens)) for piece in _pieces(sentence)]


def _pieces(sentence: range) -> list[range]:
    """A text without stops is cut all the same, so that no stage looks further than that for a clause's end."""
    return [sentence[at : at + LONGEST] for at in range(0, len(sentence), LONGEST)]


def _starts_within(tokens: Sequence[Token], low: Sequence[str], paragraph: range, language: Language) -> list[int]:
    starts = []
    for index in paragraph:
        if low[index] in STOPS or (low[index][-1] == "." and _may_end(tokens, low, index, paragraph.stop, language)):
            start = _after_closers(tokens, index + 1, paragraph.stop)
            if start < paragraph.stop and _begins(tokens[start]) and tokens[start].start > tokens[start - 1].end:
                starts.append(start)
    return starts


def _may_end(tokens: Sequence[Token], low: Sequence[str], index: int, stop: int, language: Language) -> bool:
    """Whether an abbreviation's stop is a sentence's as well."""
    if index + 1 >= stop or tokens[index].text[:-1] in language.words("tokens", "abbreviations"):
        return False
    return low[index + 1] in language.words("tokens", "starters")


def _after_closers(tokens: Sequence[Token], index: int, stop: int) -> int:
    while index < stop and tokens[index].text in CLOSERS and tokens[index].start == tokens[index - 1].end:
        index += 1
    return index


def _begins(token: Token) -> bool:
    return not token.text[0].islower() and token.text not in STOPS and token.text not in (",", ";", ":")


def _ranges(starts: Sequence[int], end: int) -> list[range]:
    stops = [*starts[1:], end]
    return [range(start, stop) for start, stop in zip(starts, stops, strict=False)]
