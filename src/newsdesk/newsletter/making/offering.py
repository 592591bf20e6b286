"""Readers are offered a letter as it is now, as long as it is open; its issues stay in any case."""

from __future__ import annotations

from newsdesk.archive import record
from newsdesk.article import letter as nouns
from newsdesk.newsletter.models import Letter


def offer(letter: Letter) -> None:
    record.letter(nouns.Letter(str(letter.pk), letter.name, letter.slug, letter.description, letter.language))
    if not letter.open:
        record.close_letter(str(letter.pk))
