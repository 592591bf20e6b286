"""Confirms the statements of an article as the Packet's editors did: what is almost always right, as ``sources.toml``
has it otherwise.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone

from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.sourcing import sure_of
from newsdesk.sources import decisions
from newsdesk.sources.drafts import Item, Link
from newsdesk.sources.models import SourceRow

FILE = Path(__file__).resolve().parent.parent / "sources.toml"


def confirm(page: ArticlePage, published: datetime) -> None:
    """Every statement the engine is sure of, but for those the editors rejected."""
    day = timezone.localdate(published)
    for item in sure_of(page, day):
        if not item.words.startswith(tuple(_told()["rejected"]["words"])):
            decisions.confirm(page.uuid, _mended(item), day)


def open_pages() -> None:
    """People of public life get their page; called when all articles are filed."""
    for source in SourceRow.objects.filter(kind="person", name__in=_told()["people"]["pages"]):
        source.has_page = True
        source.save()


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def _mended(item: Item) -> Item:
    return replace(item, chain=tuple(_link(link) for link in item.chain))


def _link(link: Link) -> Link:
    kind = _told()["kinds"].get(link.name, link.kind)
    return replace(link, kind=kind, reason=_told()["reasons"].get(link.name, ""))
