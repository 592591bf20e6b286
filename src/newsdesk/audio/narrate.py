"""From an edition to the files of its clip: what is said, by whom, as sound, and the words with their times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.utils import timezone

from newsdesk.archive.reader import Archive
from newsdesk.article import spoken
from newsdesk.article.clip import Chapter, Clip
from newsdesk.article.edition import Edition
from newsdesk.article.picture import file_path
from newsdesk.audio import manner, recordings, signers, transcript, voiced
from newsdesk.audio.failed import AudioFailed
from newsdesk.audio.models import AudioRules, Narration
from newsdesk.audio.script import Script, script
from newsdesk.audio.sound import making
from newsdesk.audio.sound.failed import SoundFailed
from newsdesk.audio.sound.order import Order, Tags
from newsdesk.audio.speaking.values import Speech
from newsdesk.audio.voices import Voice
from newsdesk.audio.wishes import voice_of
from newsdesk.press import shelves

COVER = 640
"""Pixels: a player shows the picture small."""


@dataclass(frozen=True, slots=True)
class Narrated:
    """A clip and its files by their endings, in a folder that goes when the caller is done."""

    clip: Clip
    files: dict[str, Path]
    characters: int = 0
    cost: Decimal | None = None


@contextmanager
def narrate(edition: Edition, narration: Narration) -> Iterator[Narrated]:
    """Has the edition read by its voice, or by the person whose recording has these very words. Raises
    ``AudioFailed``.
    """
    with TemporaryDirectory(prefix="newsdesk-clip-") as place:
        try:
            if narration.recording and narration.recording_spoken == spoken.digest(edition):
                yield _by_a_person(edition, narration, Path(place))
            else:
                yield _by_a_voice(edition, voice_of(edition, narration), Path(place))
        except SoundFailed as failed:
            raise AudioFailed.of(failed) from failed


def _by_a_voice(edition: Edition, name: str, place: Path) -> Narrated:
    voice, rules = voiced.voice(name), AudioRules.current()
    said = script(edition, manner.manner(rules, voice.KIND, edition.language))
    if not any(one.sentence is not None for one in said.utterances):
        raise AudioFailed(manner.NOTHING, final=True)
    with voiced.attempt(voice, said, place) as folder:
        speech = voiced.said(voice, said.utterances, said.language, folder)
        return _sounded(edition, voice, said, speech, place)


def _sounded(edition: Edition, voice: Voice, said: Script, speech: Speech, place: Path) -> Narrated:
    rules = AudioRules.current()
    tags = _tags(edition, manner.disclosure(rules, voice.KIND, edition.language), manner.SOURCE_TYPES[voice.KIND])
    chapters = _chapters(said, speech.times)
    order = Order(speech.pcm, speech.rate, tags, signers.current(), chapters, _cover(edition, place))
    made = making.make(order, _folder(place, "sound"))
    files = made.files | _words(edition, _of_sentences(edition, said, speech.times), place)
    clip = Clip(
        **_facts(edition, made, files),
        script=said.digest,
        kind=voice.KIND,
        voice=voice.NAME,
        engine=speech.engine,
        version=speech.version,
        label=manner.label(rules, voice.KIND),
        disclosure=tags.comment,
        chapters=tuple(Chapter(title, start) for title, start in chapters),
    )
    characters = sum(len(one.text) for one in said.utterances)
    return Narrated(clip, files, characters, speech.cost)


def _by_a_person(edition: Edition, narration: Narration, place: Path) -> Narrated:
    label = manner.read_by(narration.reader)
    order = Order(
        recordings.path_of(narration.recording), None, _tags(edition, label, ""), signers.current(),
        picture=_cover(edition, place),
    )  # fmt: skip
    made = making.make(order, _folder(place, "sound"))
    files = made.files | _words(edition, (), place)
    clip = Clip(
        **_facts(edition, made, files), script="", kind="human", voice="", engine="", version="",
        label=label, reader=narration.reader,
    )  # fmt: skip
    return Narrated(clip, files)


def _facts(edition: Edition, made: Any, files: dict[str, Path]) -> dict[str, Any]:
    """What a clip is, whoever reads."""
    mp3, mp4 = files["mp3"].read_bytes(), files["mp4"].read_bytes()
    return {
        "of": edition.article,
        "number": edition.number,
        "title": edition.headline,
        "language": edition.language,
        "spoken": spoken.digest(edition),
        "digest": sha256(mp3 + mp4).hexdigest(),
        "made_at": timezone.now().replace(microsecond=0),
        "seconds": round(made.seconds, 2),
        "lufs": round(made.lufs, 2),
        "mp3_bytes": len(mp3),
        "mp4_bytes": len(mp4),
    }


def _tags(edition: Edition, comment: str, source_type: str) -> Tags:
    return Tags(
        title=edition.headline,
        authors=tuple(credit.name for credit in edition.byline if not credit.role),
        site=settings.NEWSDESK_SITE_NAME,
        date=edition.first_published.isoformat(timespec="seconds"),
        url=settings.NEWSDESK_SITE_URL.rstrip("/") + (Archive().permalink(edition.article) or "/"),
        language=edition.language,
        comment=comment,
        source_type=source_type,
    )


def _chapters(said: Script, times: Sequence[tuple[float, float]]) -> tuple[tuple[str, float], ...]:
    pairs = zip(said.utterances, times, strict=True)
    return tuple((one.chapter, start) for one, (start, _) in pairs if one.chapter)


def _of_sentences(
    edition: Edition, said: Script, times: Sequence[tuple[float, float]]
) -> list[tuple[spoken.Sentence, tuple[float, float]]]:
    """Each sentence that is read, from the first of its utterances to the last; a date in the words it is said in."""
    found: dict[int, tuple[float, float]] = {}
    words: dict[int, str] = {}
    for one, (start, end) in zip(said.utterances, times, strict=True):
        if one.sentence is not None:
            found[one.sentence] = (found.get(one.sentence, (start, end))[0], end)
            words[one.sentence] = f"{words.get(one.sentence, '')} {one.text}".strip()
    sentences = spoken.sentences(edition)
    return [(_as_words(sentences[number], words[number]), found[number]) for number in sorted(found)]


def _as_words(sentence: spoken.Sentence, said: str) -> spoken.Sentence:
    return replace(sentence, text=said) if sentence.part == "date" else sentence


def _words(
    edition: Edition, read: Sequence[tuple[spoken.Sentence, tuple[float, float]]], place: Path
) -> dict[str, Path]:
    sentences, times = [one for one, _ in read], [time for _, time in read]
    written = {"json": transcript.times_json(sentences, times), "vtt": transcript.web_vtt(sentences, times)}
    for ending, text in written.items():
        (place / f"words.{ending}").write_text(text, encoding="utf-8")
    return {ending: place / f"words.{ending}" for ending in written}


def _cover(edition: Edition, place: Path) -> Path | None:
    """The lead picture as a file for players, where there is one of it."""
    picture = Archive().picture(edition.picture.picture) if edition.picture else None
    widths = [width for width in picture.widths if width <= COVER] if picture else []
    printed = shelves.current().get(file_path(picture.digest, max(widths), "jpeg")) if picture and widths else None
    if printed is None:
        return None
    file = place / "cover.jpeg"
    file.write_bytes(printed.body)
    return file


def _folder(place: Path, name: str) -> Path:
    folder = place / name
    folder.mkdir()
    return folder
