"""Why an issue cannot be changed, or cannot go."""

from __future__ import annotations


class Refused(Exception):
    """Its text is in an editor's words."""
