"""Runs an office to its end, against a server of the tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from newsdesk.newsletter.models import Issue, Suppression
from newsdesk.newsletter.posting.office import Office
from newsdesk.newsletter.posting.tests.server import Server
from newsdesk.newsletter.posts.smtp import Server as Address
from newsdesk.newsletter.posts.smtp import SmtpPost
from newsdesk.newsletter.suppression import marked

MOST_TURNS = 400


def smtp(server: Server) -> Callable[[], SmtpPost]:
    return lambda: SmtpPost(Address("127.0.0.1", server.port))


def post_all(office: Office) -> None:
    """Turns until nothing is due any more; rests are slept away by nobody."""
    for _ in range(MOST_TURNS):
        office.rest_until = 0.0
        if not office.due(1):
            break
        office.turn()
    else:
        raise AssertionError("it does not come to an end")
    office.close()


def states(issue: Issue) -> Counter[str]:
    return Counter(issue.deliveries.values_list("state", flat=True))


def suppressed_for(canonical: str) -> tuple[str, str] | None:
    """Why nothing is sent to an address any more."""
    return Suppression.objects.filter(address=marked(canonical)).values_list("why", "detail").first()
