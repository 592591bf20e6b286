"""What posting needs of the other parts of letters, in one place.

Looked up by name when it is used: the form of a letter and a reader's consent are written apart from its run.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from newsdesk.newsletter.models import Issue
    from newsdesk.newsletter.posting.taken import Taken


class Rendered(Protocol):
    """``compose.Rendered``: an issue drawn once, for all its readers."""

    @property
    def version(self) -> int: ...


def draw(issue: Issue) -> Rendered:
    return cast(Rendered, _of("compose").rendered(issue))


def message(rendered: Rendered, taken: Taken) -> bytes:
    """The whole mail of one reader, signed where there is a key. Raises ``ValueError`` where it cannot be made."""
    built: bytes = _of("message").build(rendered, _envelope(taken))
    signed: bytes = _of("dkim").signed(built)
    return signed


def suppressed(canonical: str) -> bool:
    return bool(_of("suppression").suppressed(canonical))


def suppress(canonical: str, why: str, detail: str) -> None:
    _of("suppression").suppress(canonical, why, detail)


def issue_changed(issue: Issue) -> None:
    """The web edition follows, in the same transaction."""
    _of("web_edition").follow(issue)


def _envelope(taken: Taken) -> Any:
    links = _of("links")
    return _of("message").Envelope(
        to=taken.to,
        from_=taken.from_,
        return_path=taken.return_path,
        message_id=taken.message_id,
        leave_url=links.leave_url(taken.key),
        preferences_url=links.preferences_url(taken.key),
        list_id=taken.list_id,
        feedback_id=taken.feedback_id,
    )


def _of(name: str) -> Any:
    return import_module(f"newsdesk.newsletter.{name}")
