"""Why no files came of some sound."""

from __future__ import annotations


class SoundFailed(Exception):
    """``reason`` says what is wrong, ``remedy`` what can be done; both are message ids.

    ``permanent`` where the same sound will fail again.
    """

    def __init__(self, reason: str, remedy: str, permanent: bool = True) -> None:
        super().__init__(f"{reason} {remedy}".strip())
        self.reason = reason
        self.remedy = remedy
        self.permanent = permanent


def gettext_noop(message: str) -> str:
    """Marks a message for the catalogue; whoever shows it translates it, into the language of who reads it."""
    return message
