"""The child process that speaks: holds itself to its limits, says one script, and ends.

Only here are engines under other licences than ours imported, each by the one voice that needs it.
"""

from __future__ import annotations

import os
import resource
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TextIO

from newsdesk import confined
from newsdesk.audio.speaking import judge
from newsdesk.audio.speaking.reasons import because
from newsdesk.audio.speaking.values import Unspeakable


class Engine(Protocol):
    """What a voice's ``engine(particulars)`` makes, in the child."""

    rate: int
    version: str

    def utter(self, number: int, text: str, language: str) -> bytes:
        """The samples of one utterance; raises ``Unspeakable``."""
        ...


def speak(order: dict[str, Any]) -> dict[str, Any]:
    """Writes what ``order["engine"]`` says to the file ``order["into"]``; answers with rate, version and times.

    Limits come with the order, for they grow with what there is to say.
    """
    confined.confine({getattr(resource, name): most for name, most in order["limits"].items()})
    engine: Engine = import_module(order["engine"]).engine(order["particulars"])
    with Path(order["into"]).open("wb") as track:
        times = [_phrase(engine, track, number, *phrase) for number, phrase in enumerate(order["phrases"])]
    return {"rate": engine.rate, "version": engine.version, "times": times}


def _phrase(
    engine: Engine, track: BinaryIO, number: int, text: str, pause: float, language: str
) -> tuple[float, float]:
    """Says one phrase and keeps its silence; when it began and when its words ended."""
    start = track.tell() / 2 / engine.rate
    if text:
        pcm = engine.utter(number, text, language)
        if wrong := judge.problem(pcm, engine.rate, text):
            raise Unspeakable(because(wrong), number)
        track.write(pcm)
    end = track.tell() / 2 / engine.rate
    track.write(bytes(2 * round(engine.rate * pause)))
    return start, end


def why(error: Exception) -> dict[str, Any] | None:
    """What is said of an utterance that no speech came of."""
    return {"reason": error.reason.kept(), "number": error.number} if isinstance(error, Unspeakable) else None


def _quietly() -> TextIO:
    """Our standard output, which from here on only we have: what an engine prints goes nowhere."""
    told = os.fdopen(os.dup(1), "w")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return told


if __name__ == "__main__":
    with _quietly() as answers:
        sys.exit(confined.answer(speak, why, answers))
