"""Sheets that failed to draw, a press that has stopped, and work that waits."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.commands._doctor.finding import Finding, fail, ok, warn

NEEDS_NEWSROOM = True


def check() -> Iterator[Finding]:
    from newsdesk.press.models import Halt, Sheet

    for halt in Halt.objects.all():
        yield fail(halt.reason, "mend that; the press goes on by itself")
    for sheet in Sheet.objects.filter(attempts__gt=0).order_by("path")[:5]:
        yield fail(f"{sheet.path} failed to draw: {sheet.error[:120]}", f"run: newsdesk press why {sheet.path}")
    due = Sheet.objects.filter(due__isnull=False).count()
    total = Sheet.objects.count()
    if not total:
        yield warn("no sheet has been drawn", "run: newsdesk press all")
    else:
        yield ok(f"{total} sheets, {due} waiting to be drawn")
