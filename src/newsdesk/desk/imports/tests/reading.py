"""What became of an item, by its name."""

from __future__ import annotations

from newsdesk.archive.reader import Archive
from newsdesk.article.edition import Edition
from newsdesk.desk.imports.identity import uuid_of
from newsdesk.desk.imports.tests.bundles import URI
from newsdesk.desk.models import ArticlePage


def page(name: str) -> ArticlePage:
    found: ArticlePage = ArticlePage.objects.get(uuid=uuid_of(URI + name)).specific
    return found


def edition(name: str) -> Edition:
    found = seen(name)
    assert found
    return found


def seen(name: str) -> Edition | None:
    return Archive().edition(str(uuid_of(URI + name)))
