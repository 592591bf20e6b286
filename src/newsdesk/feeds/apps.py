"""Tells Django of the feeds, and the press of their recipes."""

from django.apps import AppConfig


class FeedsConfig(AppConfig):
    name = "newsdesk.feeds"
    label = "feeds"

    def ready(self) -> None:
        from newsdesk.feeds import atom, news_sitemap, robots, rss, sitemaps  # noqa: F401 - each registers its recipe
        from newsdesk.feeds.ninjs import recipe  # noqa: F401
