"""From an edition to its script: the disclosure, then every sentence as it is said."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from newsdesk.article.edition import Edition
from newsdesk.article.spoken import TITLE, Sentence, sentences, unread_tables
from newsdesk.article.stops import spans
from newsdesk.audio.script.clean import cleaned
from newsdesk.audio.script.frame import introduced, pause
from newsdesk.audio.script.quotes import audible
from newsdesk.audio.script.saying import Said, Speaker
from newsdesk.audio.script.values import Manner, Script, Utterance


class Line(NamedTuple):
    """One sentence on its way: ``number`` and ``sentence`` are None for what the page does not print."""

    text: str
    number: int | None = None
    sentence: Sentence | None = None
    chapter: str = ""


def script(edition: Edition, manner: Manner) -> Script:
    """All that is said of an edition, the disclosure first."""
    speaker = Speaker(edition.language, manner.pronunciations)
    disclosure = [Line(text) for text in _cut(manner.disclosure, edition.language)]
    return _script(speaker, [*disclosure, *_lines(edition, manner, speaker)], edition.headline, manner)


def composed(title: str, parts: Iterable[tuple[str, str]], manner: Manner, language: str = "en") -> Script:
    """Several articles in one clip: the title, then the headline and standfirst of each, which is a chapter."""
    lines = [Line(text) for words in (manner.disclosure, title) for text in _cut(words, language)]
    for headline, standfirst in parts:
        lines.append(Line(headline, chapter=cleaned(headline)))
        lines += [Line(text) for text in _cut(standfirst, language)]
    return _script(Speaker(language, manner.pronunciations), lines, title, manner)


def _cut(text: str, language: str) -> Iterator[str]:
    return (text[start:end] for start, end in spans(text, language))


def _lines(edition: Edition, manner: Manner, speaker: Speaker) -> Iterator[Line]:
    """The sentences that are read, and a word where a table is too large for it."""
    waiting, before = list(unread_tables(edition)), ("", 0, 0)
    for number, sentence in enumerate(sentences(edition)):
        while waiting and _place(sentence, edition) > waiting[0]:
            waiting.pop(0)
            yield Line(speaker.language.word("table"))
        if sentence.part != "caption" or manner.captions:
            first = _text_of(sentence) != before
            text = introduced(sentence, first, edition, manner.zone, speaker.language)
            yield Line(text, number, sentence, _chapter(sentence))
        before = _text_of(sentence)
    yield from (Line(speaker.language.word("table")) for _ in waiting)


def _place(sentence: Sentence, edition: Edition) -> int:
    """The block at which a sentence is read; corrections at the end come after all blocks."""
    last = sentence.part == "correction" and not edition.corrections[sentence.item].on_top
    return len(edition.body) if last else sentence.block


def _chapter(sentence: Sentence) -> str:
    return cleaned(sentence.text) if sentence.heading and sentence.item != TITLE else ""


def _script(speaker: Speaker, lines: Sequence[Line], title: str, manner: Manner) -> Script:
    texts = [cleaned(line.text) for line in lines]
    heard = audible(texts, [_paragraph(line) for line in lines], speaker.language, manner.quotations)
    said = [(line, parts) for line, text in zip(lines, heard, strict=True) if (parts := speaker.say(text))]
    after = [line.sentence for line, _ in said[1:]] + [None]
    told = [one for (line, parts), ahead in zip(said, after, strict=True) for one in _utterances(line, parts, ahead)]
    return Script(speaker.code, tuple(_opened(told, title)))


def _utterances(line: Line, parts: Sequence[Said], ahead: Sentence | None) -> Iterator[Utterance]:
    """One for each language; the chapter begins with the first, and silence comes after the last."""
    last = len(parts) - 1
    for number, part in enumerate(parts):
        silence = pause(line.sentence, ahead) if number == last else 0.0
        yield Utterance(part.text, line.number, silence, part.language, "" if number else line.chapter)


def _paragraph(line: Line) -> Hashable:
    return _text_of(line.sentence) if line.sentence else line.text


def _text_of(sentence: Sentence) -> tuple[str, int, int]:
    """Which text a sentence is cut from."""
    return sentence.part, sentence.block, sentence.item


def _opened(told: list[Utterance], title: str) -> list[Utterance]:
    """Chapters begin at the beginning: with the title, where there are any."""
    if not any(one.chapter for one in told) or told[0].chapter:
        return told
    return [replace(told[0], chapter=cleaned(title)), *told[1:]]
