"""What can go wrong with what comes in."""

from __future__ import annotations


class WireError(Exception):
    """A document that cannot be read: ``field`` names the place in it, ``expected`` what should have stood there.

    ``permanent`` where reading the same document again cannot help.
    """

    def __init__(self, field: str, expected: str, *, permanent: bool = True) -> None:
        super().__init__(f"{field}: expected {expected}")
        self.field = field
        self.expected = expected
        self.permanent = permanent
