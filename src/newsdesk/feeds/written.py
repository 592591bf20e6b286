"""Writes a feed with one of Django's generators, the same values for every format.

https://docs.djangoproject.com/en/5.2/ref/utils/#module-django.utils.feedgenerator
"""

from __future__ import annotations

from html import escape
from typing import Any

from django.utils.feedgenerator import SyndicationFeed

from newsdesk.feeds.feed import Entry, Feed
from newsdesk.press.shelves.base import Printed


def written(generator: type[SyndicationFeed], context: Feed, content_type: str) -> Printed:
    """The feed as ``generator`` writes it; it finds our own values in ``feed["feed"]`` and ``item["entry"]``."""
    made = generator(**_head(context))
    for entry in context.entries:
        made.add_item(**_item(entry))
    return Printed(made.writeString("utf-8").encode(), content_type=content_type)


def _head(feed: Feed) -> dict[str, Any]:
    return {
        "title": feed.title,
        "link": feed.url,
        "description": feed.description,
        "subtitle": feed.description if feed.description != feed.title else None,
        "language": feed.language,
        "author_name": feed.site_name,
        "feed_url": feed.self_url,
        "feed_guid": feed.self_url,
        "feed": feed,
    }


def _item(entry: Entry) -> dict[str, Any]:
    """Both formats read a summary as HTML, so its plain text is escaped once more."""
    return {
        "title": entry.title,
        "link": entry.url,
        "description": escape(entry.summary, quote=False) or None,
        "pubdate": entry.published,
        "updateddate": entry.updated,
        "unique_id": entry.urn,
        "unique_id_is_permalink": False,
        "categories": entry.categories,
        "entry": entry,
    }
