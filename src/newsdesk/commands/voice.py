"""The voices that read articles: which can work here, what they sound like, and models for one of them."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.settings_env.refused import Refused

if TYPE_CHECKING:
    from newsdesk.audio.speaking.values import Phrase, Speech

HELP = "list the voices that can read articles here, try one, or get a model for one"
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="list|try|get", required=True)
    acts.add_parser("list", help="each voice, whether it can work here, and what it lacks")
    attempt = acts.add_parser("try", help="have a voice read a text, into a WAV file")
    attempt.add_argument("text", help="what to read; - is what comes in by the pipe")
    attempt.add_argument("--voice", default="espeak", metavar="NAME[:VARIANT]", help="default: espeak")
    attempt.add_argument("--language", metavar="TAG", help="such as uk or en-GB (default: the newsroom's)")
    attempt.add_argument("--out", type=Path, default=Path("voice.wav"), metavar="FILE", help="default: voice.wav")
    get = acts.add_parser("get", help="fetch a model for the voice piper")
    get.add_argument("name", help="such as en_GB-alba-medium or uk_UA-ukrainian_tts-medium")


def run(options: argparse.Namespace) -> int:
    match options.act:
        case "try":
            return _try(options)
        case "get":
            return _get(options.name)
        case _:
            return _list()


def _list() -> int:
    from django.conf import settings

    from newsdesk.audio import voices

    for name in voices.names():
        voice = voices.named(name)
        where = "the text leaves the house" if voice.REMOTE else "on this machine"
        print(f"{name}: {voice.problem(settings) or 'can work here'}\n  {voice.KIND}, {where}; {voice.LICENCE}")
    return 0


def _try(options: argparse.Namespace) -> int:
    from tempfile import TemporaryDirectory

    from django.conf import settings

    from newsdesk.audio import voices
    from newsdesk.audio.speaking.say import say
    from newsdesk.audio.speaking.values import VoiceFailed

    name, _, variant = options.voice.partition(":")
    if name not in voices.names():
        raise Refused(f"there is no voice {name!r}; there are {', '.join(voices.names())}")
    phrases = _phrases(sys.stdin.read() if options.text == "-" else options.text)
    with TemporaryDirectory() as folder:
        try:
            language = options.language or settings.LANGUAGE_CODE
            speech = say(voices.named(name), phrases, language, Path(folder), variant=variant)
        except VoiceFailed as failed:
            print(f"newsdesk: {failed.reason}", file=sys.stderr)
            return 1
        _write(speech, options.out)
    print(f"{options.out}: {_told(speech, phrases)}")
    return 0


def _phrases(text: str) -> list[Phrase]:
    from newsdesk.audio.speaking.values import Phrase

    return [Phrase(sentence, 0.35, "") for sentence in _SENTENCE.split(text)]


def _told(speech: Speech, phrases: list[Phrase]) -> str:
    seconds = sum(end - start for start, end in speech.times)
    pace = sum(len(phrase.text.split()) for phrase in phrases) / seconds * 60
    cost = f", cost {speech.cost}" if speech.cost is not None else ""
    return f"{seconds:.1f} s, {pace:.0f} words a minute, {speech.rate} Hz, {speech.engine} {speech.version}{cost}"


def _write(speech: Speech, out: Path) -> None:
    import wave

    try:
        with out.open("wb") as opened, wave.open(opened, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(speech.rate)
            file.writeframes(speech.pcm.read_bytes())
    except OSError as error:
        raise Refused(f"{out} cannot be written ({error.__class__.__name__}); name another file by --out") from None


def _get(name: str) -> int:
    from django.conf import settings

    from newsdesk.audio.speaking import models

    folder: Path = settings.NEWSDESK_PIPER_MODELS
    try:
        files = models.get(settings.NEWSDESK_PIPER_URL, name, folder, _progress)
    except models.ModelFailed as failed:
        print(f"newsdesk: {failed}", file=sys.stderr)
        return 1
    print("\n".join(f"in place: {file}" for file in files))
    return 0


def _progress(name: str, have: int, size: int) -> None:
    """One line that grows, for people who look."""
    if sys.stderr.isatty():
        end = "\n" if have == size else ""
        print(f"\r{name}: {have / 1e6:.1f} of {size / 1e6:.1f} MB", end=end, file=sys.stderr, flush=True)
