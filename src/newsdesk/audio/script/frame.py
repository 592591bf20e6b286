"""What stands around the words of an article when it is read: who wrote it, when, and how long to be silent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from newsdesk.article.byline import Credit
from newsdesk.article.edition import Edition
from newsdesk.article.spoken import Sentence
from newsdesk.audio.script.language import Language

SENTENCE, ITEM, PARAGRAPH, PART, AROUND_HEADING = 0.3, 0.5, 0.7, 0.9, 1.2
"""Seconds of silence after a sentence, by what comes next."""


def introduced(sentence: Sentence, first: bool, edition: Edition, zone: tzinfo, language: Language) -> str:
    """The printed words of a sentence, with those that a listener needs before the ``first`` one of its text."""
    match sentence.part:
        case "byline":
            return byline(edition.byline, language)
        case "date":
            return day(edition.first_published, zone)
        case "correction" if first:
            return _after(language.word(edition.corrections[sentence.item].kind), sentence.text)
        case "caption" if first:
            return _after(language.word("picture"), sentence.text)
    return sentence.text


def byline(credits: Sequence[Credit], language: Language) -> str:
    """By A, B and C. Photographs: D."""
    authors = _named([credit.name for credit in credits if not credit.role], language)
    others = [f"{credit.role[:1].upper()}{credit.role[1:]}: {credit.name}" for credit in credits if credit.role]
    pattern = language.word("byline") or "{names}"
    return ". ".join([*([pattern.replace("{names}", authors)] if authors else []), *others])


def day(moment: datetime, zone: tzinfo) -> str:
    """The date in the newsroom's zone as ISO 8601 writes it; the language's rules say it."""
    try:
        return moment.astimezone(zone).date().isoformat()
    except OverflowError:  # the first or the last day that there is
        return moment.date().isoformat()


def pause(this: Sentence | None, after: Sentence | None) -> float:
    """Seconds of silence between two sentences; None is what the page does not print."""
    if this is None or after is None or this.part != after.part:
        return PART
    if this.heading or after.heading:
        return AROUND_HEADING
    if this.block != after.block:
        return PARAGRAPH
    return SENTENCE if this.item == after.item else ITEM


def _named(names: list[str], language: Language) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {language.word('and') or ','} {names[-1]}"


def _after(word: str, text: str) -> str:
    return f"{word}: {text}" if word else text
