"""robots.txt: everything but the desk and the pieces pages are put together from may be crawled.

https://www.rfc-editor.org/rfc/rfc9309
"""

from __future__ import annotations

from newsdesk.archive.reader import Archive
from newsdesk.feeds import paths
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, fixed, recipe
from newsdesk.press.shelves.base import Printed

DISALLOWED = ("/desk/", "/_/")
CONTENT_TYPE = "text/plain; charset=utf-8"

_sheets_for, _every = fixed(paths.ROBOTS)


@recipe("robots", stage=Stage.FEED, route=r"^/robots\.txt$", sheets_for=_sheets_for, every=_every)
def robots(archive: Archive, frame: Frame, wanted: Wanted) -> Printed:
    rules = ["User-agent: *", *(f"Disallow: {path}" for path in DISALLOWED)]
    maps = [f"Sitemap: {frame.url(path)}" for path in (paths.SITEMAP, paths.NEWS_SITEMAP)]
    return Printed("\n".join([*rules, "", *maps, ""]).encode(), content_type=CONTENT_TYPE)
