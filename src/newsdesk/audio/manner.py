"""How the newsroom is read, and the words that say so: its own, or ours where it has none."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as noop

from newsdesk.article import spoken
from newsdesk.article.clip import VoiceKind
from newsdesk.article.edition import Edition
from newsdesk.audio.models import AudioRules, Pronunciation
from newsdesk.audio.script import Manner, Script
from newsdesk.audio.script import Pronunciation as Said

NOTHING = noop("There are no words to read.")

_LABELS = {"formant": noop("Read by a synthetic voice"), "trained": noop("Read by an AI-generated voice")}
_DISCLOSURES = {
    "formant": noop("This is an automated reading by a synthetic voice, from %(site)s."),
    "trained": noop("This is an automated reading by an AI-generated voice, from %(site)s."),
}


def manner(rules: AudioRules, kind: VoiceKind, language: str) -> Manner:
    """How an article in ``language`` is read by a voice of this kind."""
    return Manner(
        disclosure=disclosure(rules, kind, language),
        zone=timezone.get_default_timezone(),
        captions=rules.captions,
        pronunciations=tuple(Said(one.word, one.said, one.language) for one in Pronunciation.objects.all()),
    )


def has_words(edition: Edition, script: Script) -> bool:
    """Whether anything is said of an edition but who wrote it and when."""
    said = {one.sentence for one in script.utterances}
    parts = {one.part for number, one in enumerate(spoken.sentences(edition)) if number in said}
    return bool(parts - {"byline", "date"})


def disclosure(rules: AudioRules, kind: VoiceKind, language: str) -> str:
    """What is said first, in the language of what is read."""
    return _said(rules.disclosure) or _in(language, _DISCLOSURES[kind]) % {"site": settings.NEWSDESK_SITE_NAME}


def label(rules: AudioRules, kind: VoiceKind) -> str:
    """What stands beside the player, in the newsroom's language."""
    own: str = rules.formant_label if kind == "formant" else rules.trained_label
    return _said(own) or _in(settings.LANGUAGE_CODE, _LABELS[kind])


def _said(words: str) -> str:
    """The newsroom's own words, where they are any: a label cannot be emptied by a mark or a blank that nobody sees."""
    return words.strip() if any(letter.isalpha() for letter in words) else ""


def read_by(reader: str) -> str:
    """What stands beside the player where a person reads."""
    return _in(settings.LANGUAGE_CODE, noop("Read by %(reader)s")) % {"reader": reader}


def _in(language: str, words: str) -> str:
    with override(language):
        return gettext(words)
