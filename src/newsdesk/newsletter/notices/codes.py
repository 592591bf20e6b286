"""What an enhanced status code means for an address (RFC 3463, and IANA's registry of codes); pure."""

from __future__ import annotations

ADDRESS = frozenset({"5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10"})
"""There is no such mailbox, or no such host. 5.1.7 and 5.1.8 are about the sender's address, that is ours."""


def no_such_address(status: str) -> bool:
    """Whether nothing should ever be sent there again."""
    return status in ADDRESS


def counts(status: str) -> bool:
    """Whether a permanent failure is about the mailbox, not about our server, our words or our name."""
    return not status.startswith(("4", "5.3.", "5.4.", "5.5.", "5.6.", "5.7."))
