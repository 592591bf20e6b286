"""What posting needs of the other parts of letters, at its plainest: a small mail, nobody suppressed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from newsdesk.newsletter.posting import seam


@dataclass(frozen=True)
class Drawn:
    version: int
    subject: str
    body: str


@dataclass
class Consent:
    """What was suppressed, with the reason."""

    suppressed: dict[str, tuple[str, str]] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)


def draw(issue: Any) -> Drawn:
    cards = [str(block.get("article")) for block in issue.body if block.get("kind") == "related_card"]
    return Drawn(issue.version, issue.subject, f"version {issue.version}\r\n" + "\r\n".join(cards))


def message(rendered: Any, taken: Any) -> bytes:
    lines = (
        f"Message-ID: {taken.message_id}\r\nFrom: {taken.from_}\r\nTo: {taken.to}\r\nSubject: {rendered.subject}\r\n"
    )
    return f"{lines}\r\n{rendered.body}\r\n".encode()


def install(patch: Any = None) -> Consent:
    """Puts them in place; by ``monkeypatch``, or for good in a process of its own."""
    consent = Consent()
    put = patch.setattr if patch else setattr
    put(seam, "draw", draw)
    put(seam, "message", message)
    put(seam, "suppressed", lambda canonical: canonical in consent.suppressed)
    put(seam, "suppress", lambda canonical, why, detail: consent.suppressed.update({canonical: (why, detail)}))
    put(seam, "issue_changed", lambda issue: consent.changed.append(str(issue.pk)))
    return consent
