"""Where readers find a page: the site's address and the path the archive gave."""

from __future__ import annotations

from wagtail.models import Site

UrlParts = tuple[int, str | None, str | None]


def url_parts(path: str | None) -> UrlParts | None:
    """What Wagtail's ``get_url_parts`` returns for a page that stands at ``path``; None where it stands nowhere."""
    sites = Site.get_site_root_paths()
    return (sites[0].site_id, sites[0].root_url, path) if sites and path else None
