"""A voice over HTTP: OpenAI's or ElevenLabs', or whatever answers as they do, such as a server of the newsroom's own.

It gives no times, so each utterance is asked for by itself. Articles are sent when they are public, never before.
"""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path
from typing import Any

from newsdesk import net
from newsdesk.audio.sound.failed import gettext_noop
from newsdesk.audio.speaking import children, decoding, pieces, services
from newsdesk.audio.speaking.reasons import because
from newsdesk.audio.speaking.values import Order, Speech, Unspeakable, VoiceFailed

NAME = "http"
KIND = "trained"
REMOTE = True
LICENCE = "the terms of the service that NEWSDESK_SPEECH_URL names"

NO_SERVICE = gettext_noop("No service is named; set NEWSDESK_SPEECH_URL to where one speaks.")
NO_VOICE = gettext_noop("No voice is named; set NEWSDESK_SPEECH_VOICE to one that the service has.")
LATE = gettext_noop("the speech service was not done in time; the next attempt goes on from here")
FAILED = gettext_noop("the speech service failed: %(how)s")
AT_ONCE = 2
SECONDS = 90.0  # for one piece
MOST = 64 << 20  # bytes of one piece
PATIENCE = 2.0  # seconds for one of speech
PACE = 0.2  # to decode
MEMORY = 2 << 30


def problem(settings: Any) -> str:
    if not settings.NEWSDESK_SPEECH_URL:
        return NO_SERVICE
    if services.eleven(settings.NEWSDESK_SPEECH_URL) and not settings.NEWSDESK_SPEECH_VOICE:
        return NO_VOICE
    return ""


def speak(order: Order) -> Speech:
    from django.conf import settings

    if wrong := problem(settings):
        raise VoiceFailed(because(wrong), permanent=True)
    service = _service(settings, order.variant)
    wanted = [[(_place(order, service, part), part) for part in pieces.parts(one.text)] for one in order.phrases]
    until = time.monotonic() + (order.seconds or children.allowed(order, PATIENCE))
    each = (piece for of_one in wanted for piece in of_one)
    pieces.fetch(each, lambda text: _fetched(service, text, until), AT_ONCE)
    files = [[str(path) for path, _ in of_one] for of_one in wanted]
    try:
        speech = children.speak(__name__, NAME, order, pace=PACE, memory=MEMORY, files=files, model=_model(service))
    except Unspeakable as refused:
        for file in files[refused.number]:
            Path(file).unlink(missing_ok=True)  # asked for again by the next attempt
        raise
    return Speech(speech.rate, speech.pcm, speech.times, NAME, speech.version, _cost(wanted, settings))


def _service(settings: Any, variant: str) -> services.Service:
    return services.Service(
        settings.NEWSDESK_SPEECH_URL,
        settings.NEWSDESK_SPEECH_KEY,
        settings.NEWSDESK_SPEECH_MODEL,
        variant or settings.NEWSDESK_SPEECH_VOICE,
    )


def _place(order: Order, service: services.Service, text: str) -> Path:
    return pieces.place(order.folder / "pieces", service.url, service.model, service.voice, text)


def _model(service: services.Service) -> str:
    return " ".join(filter(None, (service.model, service.voice)))


def _fetched(service: services.Service, text: str, until: float) -> bytes:
    left = until - time.monotonic()
    if left <= 0:
        raise VoiceFailed(because(LATE))
    try:
        return services.audio(net.ask(service.request(text), min(SECONDS, left), MOST))
    except net.NetError as error:
        raise VoiceFailed(because(FAILED, how=str(error))) from None


def _cost(wanted: list[list[tuple[Path, str]]], settings: Any) -> Decimal | None:
    """What its pieces cost, each once; None where no price is set."""
    characters = sum(map(len, dict(piece for of_one in wanted for piece in of_one).values()))
    cost: Decimal = settings.NEWSDESK_SPEECH_COST * characters / 1000
    return cost or None


def engine(particulars: dict[str, Any]) -> Pieces:
    """Called in the child."""
    return Pieces(particulars["files"], particulars["model"])


class Pieces:
    """Says what was fetched: decodes it."""

    rate = decoding.RATE

    def __init__(self, files: list[list[str]], model: str) -> None:
        self._files, self.version = files, model

    def utter(self, number: int, text: str, language: str) -> bytes:
        try:
            return b"".join(decoding.samples(Path(file).read_bytes()) for file in self._files[number])
        except Unspeakable as refused:
            raise Unspeakable(refused.reason, number) from None
