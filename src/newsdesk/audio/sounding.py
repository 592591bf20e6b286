"""From what is said, or a person's recording, to the two files of a clip and what is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.utils import timezone

from newsdesk.article.clip import Chapter, Clip
from newsdesk.audio import manner, signers, transcript, voiced
from newsdesk.audio.models import AudioRules
from newsdesk.audio.script import Script
from newsdesk.audio.sound import making
from newsdesk.audio.sound.order import Order, Tags
from newsdesk.audio.voices import Voice


@dataclass(frozen=True, slots=True)
class Narrated:
    """A clip and its files by their endings, in a folder that goes when the caller is done."""

    clip: Clip
    files: dict[str, Path]
    characters: int = 0
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Sounded:
    """The files, when each utterance is said (in seconds), and ``facts``: the fields of the clip that come of them."""

    files: dict[str, Path]
    facts: dict[str, Any]
    times: Sequence[tuple[float, float]] = ()
    characters: int = 0
    cost: Decimal | None = field(default=None)


def by_a_voice(voice: Voice, said: Script, tags: Tags, picture: Path | None, place: Path) -> Sounded:
    """Raises ``AudioFailed`` and ``SoundFailed``."""
    with voiced.attempt(voice, said, place) as folder:
        speech = voiced.said(voice, said.utterances, said.language, folder)
        chapters = tuple(
            (one.chapter, start) for one, (start, _) in zip(said.utterances, speech.times, strict=True) if one.chapter
        )
        order = Order(speech.pcm, speech.rate, tags, signers.current(), chapters, picture)
        files, facts = _made(order, place)
    facts |= {
        "script": said.digest,
        "kind": voice.KIND,
        "voice": voice.NAME,
        "engine": speech.engine,
        "version": speech.version,
        "label": manner.label(AudioRules.current(), voice.KIND),
        "disclosure": tags.comment,
        "chapters": tuple(Chapter(title, start) for title, start in chapters),
    }
    return Sounded(files, facts, speech.times, sum(len(one.text) for one in said.utterances), speech.cost)


def by_a_person(recording: Path, reader: str, tags: Tags, picture: Path | None, place: Path) -> Sounded:
    """Raises ``SoundFailed``."""
    files, facts = _made(Order(recording, None, tags, signers.current(), picture=picture), place)
    nobody = {"script": "", "voice": "", "engine": "", "version": ""}
    return Sounded(files, facts | nobody | {"kind": "human", "label": tags.comment, "reader": reader})


def words(sentences: Sequence[transcript.Spoken], times: transcript.Times, place: Path) -> dict[str, Path]:
    """The files of the words: their times for the player, and the transcript."""
    written = {"json": transcript.times_json(sentences, times), "vtt": transcript.web_vtt(sentences, times)}
    for ending, text in written.items():
        (place / f"words.{ending}").write_text(text, encoding="utf-8")
    return {ending: place / f"words.{ending}" for ending in written}


def _made(order: Order, place: Path) -> tuple[dict[str, Path], dict[str, Any]]:
    folder = place / "sound"
    folder.mkdir()
    made = making.make(order, folder)
    mp3, mp4 = made.files["mp3"].read_bytes(), made.files["mp4"].read_bytes()
    facts = {
        "language": order.tags.language,
        "title": order.tags.title,
        "digest": sha256(mp3 + mp4).hexdigest(),
        "made_at": timezone.now().replace(microsecond=0),
        "seconds": round(made.seconds, 2),
        "lufs": round(made.lufs, 2),
        "mp3_bytes": len(mp3),
        "mp4_bytes": len(mp4),
    }
    return made.files, facts
