"""Listening before publication: a draft, or a single word, read for one editor and kept nowhere.

Runs in the desk's request, in the same children and within the same limits as a clip's.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.utils.translation import gettext_noop as noop

from newsdesk.archive.reader import Archive
from newsdesk.article import spoken
from newsdesk.article.edition import Edition
from newsdesk.audio import leftovers, manner, signers, voiced
from newsdesk.audio.failed import AudioFailed
from newsdesk.audio.models import AudioRules, Narration
from newsdesk.audio.script import Utterance, script
from newsdesk.audio.sound import making
from newsdesk.audio.sound.failed import SoundFailed
from newsdesk.audio.sound.order import Order, Tags
from newsdesk.audio.voices import Voice
from newsdesk.audio.wishes import voice_of

KEPT_HOME = noop("This voice stands elsewhere, and unpublished text does not leave the house: the rules say so.")


def draft(edition: Edition) -> bytes:
    """The edition as its voice would read it, as MP3. Raises ``AudioFailed``."""
    name = voice_of(edition, Narration.objects.filter(article=edition.article).first())
    rules, voice = AudioRules.current(), voiced.voice(name)
    if voice.REMOTE and not rules.drafts_leave and not _is_out(edition):
        raise AudioFailed(KEPT_HOME, final=True)
    said = script(edition, manner.manner(rules, voice.KIND, edition.language))
    if not manner.has_words(edition, said):
        raise AudioFailed(manner.NOTHING, final=True)
    return _spoken(voice, said.utterances, edition.language, manner.disclosure(rules, voice.KIND, edition.language))


def word(said: str, language: str) -> bytes:
    """A word as it is said, in the newsroom's own voice, as MP3. Raises ``AudioFailed``."""
    return _spoken(voiced.voice("espeak"), (Utterance(said, None, 0.0, language),), language, "")


def _is_out(edition: Edition) -> bool:
    live = Archive().edition(edition.article)
    return live is not None and spoken.undated(live) == spoken.undated(edition)


def _spoken(voice: Voice, utterances: tuple[Utterance, ...], language: str, disclosure: str) -> bytes:
    with TemporaryDirectory(prefix=leftovers.LISTEN) as place:
        sound = Path(place, "sound")
        sound.mkdir()
        speech = voiced.said(voice, utterances, language, Path(place, "voice"))
        try:
            tags = Tags("", (), settings.NEWSDESK_SITE_NAME, "", "", language, disclosure)
            made = making.make(Order(speech.pcm, speech.rate, tags, signers.current()), sound)
        except SoundFailed as failed:
            raise AudioFailed.of(failed) from failed
        return made.files["mp3"].read_bytes()
