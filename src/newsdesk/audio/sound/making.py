"""The one way from sound to files for readers: made in one child process, signed in another."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from newsdesk import confined
from newsdesk.audio.sound.failed import SoundFailed, gettext_noop
from newsdesk.audio.sound.order import ENDINGS, Made, Order, to_json

MODULE = "newsdesk.audio.sound.child"
SECONDS = 1200
"""Longer than the two hours of speech that are the most there is."""
SIGNING_SECONDS = 120

_FULL = gettext_noop("The disk is full.")
_ROOM = gettext_noop("Make room on it; the audio is tried again.")
_DIED = gettext_noop("The sound could not be worked on.")
_AGAIN = gettext_noop("It is tried again.")
_UNREADABLE = gettext_noop("The file could not be read as sound.")
_EXPORT = gettext_noop("Open it in a sound editor, export it as MP3 and upload that.")


def make(order: Order, folder: Path) -> Made:
    """Makes the files in ``folder``, an empty one that the caller made and throws away. Raises ``SoundFailed``."""
    try:
        made = _run("make", to_json(order) | {"into": str(folder)}, SECONDS)
    except confined.ChildFailed as failed:
        raise _died(order) from failed
    pairs = [(folder / f"tagged.{ending}", folder / f"sound.{ending}") for ending in ENDINGS]
    _sign(order, pairs)
    return Made({ending: signed for ending, (_, signed) in zip(ENDINGS, pairs, strict=True)}, **made)


def _sign(order: Order, pairs: list[tuple[Path, Path]]) -> None:
    files = [(str(tagged), str(signed)) for tagged, signed in pairs]
    try:
        _run("sign", {"files": files, "tags": asdict(order.tags), "signer": asdict(order.signer)}, SIGNING_SECONDS)
    except confined.ChildFailed as failed:
        raise SoundFailed(_DIED, _AGAIN, permanent=False) from failed
    for tagged, _ in pairs:
        tagged.unlink()


def _run(work: str, order: dict[str, Any], seconds: float) -> dict[str, Any]:
    try:
        return confined.run(MODULE, work, order, seconds=seconds)
    except confined.ChildRefused as refused:
        if "full" in refused.why:
            raise SoundFailed(_FULL, _ROOM, permanent=False) from None
        raise SoundFailed(**refused.why) from None


def _died(order: Order) -> SoundFailed:
    """A recording on which a child dies is not to be taken; a voice's samples are ours, and worth another try."""
    if order.rate is None:
        return SoundFailed(_UNREADABLE, _EXPORT)
    return SoundFailed(_DIED, _AGAIN, permanent=False)
