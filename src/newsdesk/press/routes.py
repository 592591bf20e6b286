"""Tells the reader server which recipe drew a path, for the ``Surrogate-Key`` of caches."""

from __future__ import annotations

import json
from pathlib import Path

from django.conf import settings

from newsdesk.press.recipe import recipes


def write_routes() -> None:
    """Puts ``routes.json`` beside the sheets: a list of [regular expression, recipe], first match first."""
    shelf = Path(settings.NEWSDESK_SHELF)
    shelf.mkdir(parents=True, exist_ok=True)
    written = shelf / "routes.json.new"
    written.write_text(json.dumps([[recipe.route, recipe.name] for recipe in recipes().values()], indent=1))
    written.replace(shelf / "routes.json")
