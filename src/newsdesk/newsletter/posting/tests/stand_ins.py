"""An issue drawn at its plainest, where a test is about its way and not about its look."""

from __future__ import annotations

from typing import Any

from newsdesk.newsletter.compose.rendered import Rendered
from newsdesk.newsletter.posting import mail


def draw(issue: Any) -> Rendered:
    cards = [str(block.get("article")) for block in issue.body if block.get("kind") == "related_card"]
    words = "\n".join((f"version {issue.version}", *cards))
    return Rendered(issue.subject, "", f"<p>{words}</p>", words, issue.version)


def install(patch: Any = None) -> None:
    """Puts it in place; by ``monkeypatch``, or for good in a process of its own."""
    (patch.setattr if patch else setattr)(mail, "draw", draw)
