"""How speech is asked for over HTTP, one function for each of the two ways; pure, and what an answer means.

https://platform.openai.com/docs/api-reference/audio/createSpeech and
https://elevenlabs.io/docs/api-reference/text-to-speech/convert
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote

from newsdesk.audio.sound.failed import gettext_noop as noop
from newsdesk.audio.speaking import decoding
from newsdesk.audio.speaking.reasons import because
from newsdesk.audio.speaking.values import VoiceFailed
from newsdesk.net import Answer, Ask

LONGEST_WAIT = 86_400.0


@dataclass(frozen=True, slots=True)
class Service:
    """Where speech is asked for, and whose; never shown, for it holds the key."""

    url: str = field(repr=False)
    key: str = field(repr=False)
    model: str
    voice: str

    def request(self, text: str) -> Ask:
        return _elevenlabs(self, text) if eleven(self.url) else _openai(self, text)


def eleven(url: str) -> bool:
    return url.rstrip("/").endswith("/text-to-speech")


def _openai(service: Service, text: str) -> Ask:
    asked = {"input": text, "model": service.model or "tts-1", "voice": service.voice or "alloy"}
    key = {"Authorization": f"Bearer {service.key}"} if service.key else {}
    return Ask("POST", service.url, _HEADERS | key, json.dumps(asked | {"response_format": "wav"}).encode())


def _elevenlabs(service: Service, text: str) -> Ask:
    asked = {"text": text} | ({"model_id": service.model} if service.model else {})
    url = f"{service.url.rstrip('/')}/{quote(service.voice, safe='')}"
    return Ask("POST", url, _HEADERS | {"xi-api-key": service.key}, json.dumps(asked).encode())


_HEADERS = {"Content-Type": "application/json", "Accept": "audio/*", "Accept-Encoding": "identity"}


def audio(answer: Answer) -> bytes:
    """The file that came; raises ``VoiceFailed`` with what to do where none did."""
    if answer.status == 200 and decoding.kind(answer.body):
        return answer.body
    if answer.status == 200:
        raise VoiceFailed(because(_NO_AUDIO))
    if answer.status == 429 or answer.status >= 500:
        busy = because(_BUSY, status=answer.status)
        raise VoiceFailed(busy, retry_after=wait(answer.headers.get("retry-after", "")))
    raise VoiceFailed(because(_REFUSALS.get(answer.status, _REFUSED), status=answer.status), permanent=True)


def wait(words: str, now: datetime | None = None) -> float | None:
    """The seconds of a Retry-After, which may be a number or a date (RFC 9110, 10.2.3); None for nonsense."""
    try:
        if words.isascii() and words.isdigit():
            seconds = float(words)
        else:
            seconds = (parsedate_to_datetime(words) - (now or datetime.now(UTC))).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(seconds, 0.0), LONGEST_WAIT)


_NO_AUDIO = noop("the speech service did not answer with audio")
_BUSY = noop("the speech service is busy or has a fault of its own (it answered %(status)s)")
_REFUSED = noop(
    "the speech service refused what it was asked (it answered %(status)s); compare its address, model and voice"
)
_ELSEWHERE = noop(
    "the speech service is elsewhere (it answered %(status)s); set NEWSDESK_SPEECH_URL to where it is now"
)
_KEY = noop("the speech service does not accept the key (it answered %(status)s); set NEWSDESK_SPEECH_KEY")
_UNPAID = noop("the speech service wants to be paid first (it answered %(status)s)")
_REFUSALS = dict.fromkeys((301, 302, 303, 307, 308), _ELSEWHERE) | dict.fromkeys((401, 403), _KEY) | {402: _UNPAID}
