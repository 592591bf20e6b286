"""From an edition to the files of its clip: what is said, by whom, and which sentence is heard when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings

from newsdesk.archive.reader import Archive
from newsdesk.article import spoken
from newsdesk.article.clip import SOURCE_TYPES, Clip
from newsdesk.article.edition import Edition
from newsdesk.article.picture import file_path
from newsdesk.audio import leftovers, manner, recordings, sounding, voiced
from newsdesk.audio.failed import AudioFailed
from newsdesk.audio.models import AudioRules, Narration
from newsdesk.audio.script import Script, script
from newsdesk.audio.sound.failed import SoundFailed
from newsdesk.audio.sound.order import Tags
from newsdesk.audio.sounding import Narrated, Sounded
from newsdesk.audio.transcript import Spoken
from newsdesk.audio.wishes import voice_of
from newsdesk.press import shelves

COVER = 640
"""Pixels: a player shows the picture small."""


@contextmanager
def narrate(edition: Edition, narration: Narration) -> Iterator[Narrated]:
    """Has the edition read by its voice, or by the person whose recording has these very words. Raises
    ``AudioFailed``.
    """
    with TemporaryDirectory(prefix=leftovers.CLIP) as place:
        try:
            if narration.recording and narration.recording_spoken == spoken.undated(edition):
                narrated = _by_a_person(edition, narration, Path(place))
            else:
                narrated = _by_a_voice(edition, voice_of(edition, narration), Path(place))
        except SoundFailed as failed:
            raise AudioFailed.of(failed) from failed
        yield narrated


def _by_a_voice(edition: Edition, name: str, place: Path) -> Narrated:
    voice, rules = voiced.voice(name), AudioRules.current()
    said = script(edition, manner.manner(rules, voice.KIND, edition.language))
    if not manner.has_words(edition, said):
        raise AudioFailed(manner.NOTHING, final=True)
    tags = _tags(edition, manner.disclosure(rules, voice.KIND, edition.language), SOURCE_TYPES[voice.KIND])
    cover = _cover(edition, place)
    sounded = sounding.by_a_voice(voice, said, tags, cover, place)
    return _narrated(edition, sounded, _of_sentences(edition, said, sounded.times), cover, place)


def _by_a_person(edition: Edition, narration: Narration, place: Path) -> Narrated:
    tags, recording = _tags(edition, manner.read_by(narration.reader), ""), recordings.path_of(narration.recording)
    cover = _cover(edition, place)
    sounded = sounding.by_a_person(recording, narration.reader, tags, cover, place)
    return _narrated(edition, sounded, (), cover, place)


def _narrated(
    edition: Edition,
    sounded: Sounded,
    heard: Sequence[tuple[Spoken, tuple[float, float]]],
    cover: Path | None,
    place: Path,
) -> Narrated:
    facts: dict[str, Any] = sounded.facts | {"spoken": spoken.digest(edition), "number": edition.number}
    if cover and edition.picture:
        facts["cover"] = edition.picture.picture
    words = sounding.words([one for one, _ in heard], [time for _, time in heard], place)
    return Narrated(Clip(of=edition.article, **facts), sounded.files | words, sounded.characters, sounded.cost)


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


def _of_sentences(
    edition: Edition, said: Script, times: Sequence[tuple[float, float]]
) -> list[tuple[Spoken, tuple[float, float]]]:
    """Each sentence that is read, from the first of its utterances to the last, as printed; what the page does not
    print, the disclosure for one, and a date in the words they are said in.
    """
    sentences = spoken.sentences(edition)
    found: list[tuple[Spoken, tuple[float, float]]] = []
    timed = zip(said.utterances, times, strict=True)
    for number, group in groupby(timed, key=lambda one: one[0].sentence):
        told = list(group)
        if number is None:
            found += told
        else:
            words = " ".join(one.text for one, _ in told)
            found.append((_as_words(sentences[number], words), (told[0][1][0], told[-1][1][1])))
    return found


def _as_words(sentence: spoken.Sentence, said: str) -> spoken.Sentence:
    return replace(sentence, text=said) if sentence.part == "date" else sentence


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
