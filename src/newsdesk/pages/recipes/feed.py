"""The feed page: everything published, newest first, under its days."""

from __future__ import annotations

from django.utils.translation import gettext

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article.links import FEED
from newsdesk.pages.contexts import FeedPage
from newsdesk.pages.heads import head
from newsdesk.pages.moments import days
from newsdesk.pages.recipes.listings import neighbour
from newsdesk.pages.teasers import plain
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, fixed, recipe

_sheets_for, _every = fixed(FEED)


@recipe("feed", stage=Stage.FRONT, route=r"^/feed/$", sheets_for=_sheets_for, every=_every, template="feed.html")
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> FeedPage:
    front = archive.front(keys.RIVER)
    return FeedPage(
        head=head(frame, FEED, gettext("News Feed"), gettext("Everything we publish, newest first.")),
        days=days(plain(archive, frame, front.articles)),
        older=neighbour(FEED, front.older, frame),
    )
