"""Issues and envelopes for tests, with everything that a test does not care about filled in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from newsdesk.newsletter.compose.rendered import LEAVE, PREFERENCES, Rendered
from newsdesk.newsletter.message import Envelope, Mailbox

TOKEN = "cHJvdmFibHkgd2FudGVkLCBuZXZlciB0d2ljZQ" * 4
LEAVE_URL = f"https://news.example/letters/leave/{TOKEN}/"


def rendered(**fields: Any) -> Rendered:
    given: dict[str, Any] = {
        "subject": "Ferries stop at noon",
        "preview": "And what else happened.",
        "html": f'<p>It happened.</p>\n<p><a href="{LEAVE}">Leave</a> <a href="{PREFERENCES}">Change</a></p>\n',
        "text": f"It happened.\n\nLeave: {LEAVE}\nChange: {PREFERENCES}\n",
    }
    return Rendered(**given | fields)


def envelope(**fields: Any) -> Envelope:
    given: dict[str, Any] = {
        "to": "reader@example.org",
        "from_": Mailbox("The Harbour News", "letters@news.example"),
        "return_path": "bounces+1@news.example",
        "message_id": "1.abc@news.example",
        "leave_url": LEAVE_URL,
        "preferences_url": LEAVE_URL.replace("leave", "preferences") + "?a=1&b=2",
        "leave_mailto": f"mailto:leave@news.example?subject={TOKEN}",
        "list_id": "morning.news.example",
        "list_name": "Morning",
        "feedback_id": "issue:morning:letters:news",
        "date": datetime(2026, 3, 1, 9, 0, tzinfo=UTC),
    }
    return Envelope(**given | fields)
