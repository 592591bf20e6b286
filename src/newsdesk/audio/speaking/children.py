"""Starts the child that speaks, with limits that grow with what there is to say, and words its failures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from newsdesk import confined
from newsdesk.audio.sound.failed import gettext_noop as noop
from newsdesk.audio.speaking import reasons, words
from newsdesk.audio.speaking.reasons import Reason, because
from newsdesk.audio.speaking.values import Order, Speech, Unspeakable, VoiceFailed

MODULE = "newsdesk.audio.speaking.child"
SECONDS = 30.0  # to start, whatever there is to say
_KIND = re.compile(r"[A-Za-z_][\w.]*(?=:|$)|ended with -?\d+$")
_LATE = noop("the voice %(voice)s was not done after %(seconds)s seconds, and was ended")
_BROKEN = noop("the voice %(voice)s broke off (%(how)s)")
_SILENT = noop("it did not say why")
BYTES = 2 * 48_000  # of a second of sound, at the most


def speak(engine: str, name: str, order: Order, *, pace: float, memory: int, **particulars: Any) -> Speech:
    """Has the module ``engine`` say it in a child; ``pace`` is the seconds it may take for one of speech.

    Raises ``VoiceFailed``, and ``Unspeakable`` where the child says why.
    """
    seconds, pcm = order.seconds or allowed(order, pace), order.folder / "speech.pcm"
    said = [astuple(phrase) for phrase in order.phrases]
    asked = {"engine": engine, "into": str(pcm), "phrases": said, "particulars": particulars}
    try:
        answer = confined.run(MODULE, "speak", asked | {"limits": _limits(order, seconds, memory)}, seconds=seconds)
    except confined.ChildRefused as refused:
        raise Unspeakable(reasons.read(refused.why["reason"]), refused.why["number"]) from None
    except confined.ChildLate:
        raise VoiceFailed(because(_LATE, voice=name, seconds=f"{seconds:g}")) from None
    except (confined.ChildFailed, ValueError) as failed:
        raise VoiceFailed(because(_BROKEN, voice=name, how=_kind(failed))) from failed
    times = tuple((start, end) for start, end in answer["times"])
    return Speech(answer["rate"], pcm, times, name, answer["version"])


def allowed(order: Order, pace: float) -> float:
    """The seconds a child may take for all this."""
    return SECONDS + pace * sum(words.expected(phrase.text) for phrase in order.phrases)


def _limits(order: Order, seconds: float, memory: int) -> Mapping[str, int]:
    sound = sum(words.longest(phrase.text) + phrase.pause for phrase in order.phrases)
    return {
        "RLIMIT_AS": memory,
        "RLIMIT_CPU": 4 * int(seconds + 1),  # an engine may have several threads; the clock is the stricter limit
        "RLIMIT_FSIZE": int(sound * BYTES) + (1 << 20),
        "RLIMIT_CORE": 0,
    }


def _kind(failed: Exception) -> str | Reason:
    """The kind of error or how it ended, and nothing of what else was said: that may name a path or an address."""
    said = _KIND.match(str(failed))
    return said[0] if said else because(_SILENT)
