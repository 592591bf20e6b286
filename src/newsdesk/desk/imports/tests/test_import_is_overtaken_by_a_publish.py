"""Imported articles wait for what an editor publishes meanwhile."""

from __future__ import annotations

import pytest

from newsdesk.archive.keys import Lane
from newsdesk.archive.models import Change
from newsdesk.desk import publish
from newsdesk.desk.models import ArticlePage
from newsdesk.desk.newsroom import setup
from newsdesk.desk.pages.newsroom import this_month


@pytest.mark.django_db
def test_import_is_overtaken_by_a_publish() -> None:
    setup()
    for headline in ("Imported", "Published"):
        page = ArticlePage(title=headline, kind="brief", live=False)
        page.body = [("paragraph", "<p>It happened.</p>")]
        this_month().add_child(instance=page)
        revision = page.save_revision()
        Change.objects.all().delete()
        if headline == "Imported":
            with publish.unhurried():
                revision.publish()
        else:
            revision.publish()
        expected = Lane.RENAME if headline == "Imported" else Lane.EDITOR
        assert set(Change.objects.values_list("lane", flat=True)) == {expected}
