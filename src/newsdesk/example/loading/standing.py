"""Writes the standing pages, and publishes them."""

from __future__ import annotations

from newsdesk.desk.imports.stream import Known, stored
from newsdesk.example.loading.pages import Pages
from newsdesk.example.shape import Page


def file(page: Page, pages: Pages, known: Known) -> None:
    """Raises ``ValidationError`` where the desk would refuse it."""
    standing = pages[f"page:{page.slug}"]
    standing.summary = page.summary
    standing.body = stored(page.body, known)
    standing.save_revision().publish()
