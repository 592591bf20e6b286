"""What is wanted of a clip: which voice reads it, that none does, or that it is tried again; each act is one
transaction.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from newsdesk import bell
from newsdesk.archive import clips, record
from newsdesk.article.edition import Edition
from newsdesk.audio.models import AudioRules, Composition, Narration, VoiceRule
from newsdesk.audio.script.language import lookup


def voice_of(edition: Edition, narration: Narration | None) -> str:
    """The article's own voice, or the one that the rules give it."""
    if narration and narration.voice:
        return narration.voice
    return voice_for(edition.section.id if edition.section else "", edition.language)


def voice_for(section: str, language: str) -> str:
    """By the rules: of the section in this language, of either, or the newsroom's.

    Of several languages the one that says most: what is ruled for ``en-GB`` before what is ruled for ``en``.
    """
    codes = (*lookup(language), "")
    rules = [one for one in VoiceRule.objects.filter(section__in=["", section]) if one.language.lower() in codes]
    nearest = min(rules, key=lambda rule: (rule.section == "", codes.index(rule.language.lower())), default=None)
    return nearest.voice if nearest else AudioRules.current().voice


@transaction.atomic
def read_by(article: str, voice: str) -> None:
    """Has the article read by this voice from now on, by the rules where it is empty; a recording is forgotten."""
    _note(article, voice=voice, silent_because="", recording="", recording_spoken="", reader="")
    record.silence(article)


@transaction.atomic
def not_read(article: str, because: str) -> None:
    """Takes away the article's clip, and those that speak of it too, and makes none until ``read_by`` is called."""
    _note(article, silent_because=because)
    for of in (article, *clips.composed_of(article)):
        record.silence(of)


@transaction.atomic
def read_by_a_person(article: str, recording: str, spoken: str, reader: str) -> None:
    """Offers what a person read, an upload by its digest, for as long as the words are those of ``spoken``."""
    _note(article, recording=recording, recording_spoken=spoken, reader=reader, silent_because="")
    record.silence(article)


@transaction.atomic
def again(article: str) -> None:
    """Makes the article's clip anew: a word is pronounced otherwise, or what failed may go well now."""
    _note(article)
    record.silence(article)


def compose_again(composition: Composition) -> None:
    """Composes a day's news anew that could not be spoken; without effect while it can be heard or is being made."""
    Composition.objects.filter(pk=composition.pk).exclude(error="").update(**_anew())
    bell.ring()


def try_again(row: Narration) -> None:
    """What failed for good has other words by now."""
    Narration.objects.filter(pk=row.pk, final=True).update(**_anew())
    row.refresh_from_db()


def try_all_again() -> None:
    """What failed for good may go well by other rules."""
    for kind in (Narration, Composition):
        kind.objects.filter(final=True).update(**_anew())
    bell.ring()


def _note(article: str, **wanted: str) -> None:
    Narration.objects.update_or_create(article=article, defaults=wanted | _anew())
    bell.ring()


def _anew() -> dict[str, Any]:
    return {"attempts": 0, "next_attempt_at": timezone.now(), "began_at": None, "final": False, "error": ""}
