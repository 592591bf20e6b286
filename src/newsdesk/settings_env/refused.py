"""What Newsdesk says when it will not start: one line and a remedy, never a traceback."""

from __future__ import annotations


class Refused(Exception):
    """Something the person at the terminal must mend; ``str()`` is one line that says what and how (status 2)."""
