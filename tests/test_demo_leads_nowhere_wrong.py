"""The whole example as readers get it: every sheet is drawn, and every link on it leads to a sheet that is there."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from newsdesk.desk import newsroom
from newsdesk.example.load import load
from newsdesk.pictures import job
from newsdesk.press import bake
from newsdesk.press.models import Sheet
from newsdesk.press.run import Press, run

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ELSEWHERE = ("/desk/", "/letters/sign-up/")
"""Answered by other processes than the reader's."""


@pytest.fixture
def public(tmp_path: Path, settings: Any) -> Path:
    """The shelf of the whole example, baked, with the files of two of its photographs."""
    settings.NEWSDESK_DATA, settings.NEWSDESK_SHELF = tmp_path, tmp_path / "shelf"
    settings.MEDIA_ROOT, settings.NEWSDESK_ORIGINALS = tmp_path / "media", tmp_path / "originals"
    settings.TIME_ZONE = "Europe/Lisbon"
    newsroom.setup()
    load(StringIO())
    for original in job.due(2):
        job.make_one(original)
    bake.begin()
    bake.bake()
    run(Press.open())
    return tmp_path / "shelf" / "public"


class Page(HTMLParser):
    def __init__(self, words: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.headings = 0
        self.feed(words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.headings += tag == "h1"
        for name, value in attrs:
            if name in ("href", "src", "action", "data-src") and value:
                self.links.append(value)
            elif name == "srcset" and value:
                self.links += [candidate.split()[0] for candidate in value.split(",")]


def stands(public: Path, path: str) -> bool:
    file = public / unquote(path).lstrip("/")
    return (file / "index.html").is_file() if path.endswith("/") else file.is_file()


def broken(public: Path, page: Page, at: str, site: str) -> Iterator[str]:
    for link in page.links:
        target = urlsplit(urljoin(site + at, link))
        is_ours = target.scheme in ("http", "https") and f"{target.scheme}://{target.netloc}" == site
        if is_ours and not target.path.startswith(ELSEWHERE) and not stands(public, target.path):
            yield f"{at} leads to {link}"


def test_every_link_of_every_sheet_leads_to_a_sheet(public: Path, settings: Any) -> None:
    site = str(settings.NEWSDESK_SITE_URL).rstrip("/")
    assert not Sheet.objects.exclude(error="").exists()
    assert not Sheet.objects.filter(due__isnull=False).exists()
    wrong: list[str] = []
    sheets = list(public.rglob("index.html"))
    assert len(sheets) > 90
    for file in sheets:
        at = f"/{file.parent.relative_to(public)}/".replace("/./", "/")
        page = Page(file.read_text(encoding="utf-8"))
        wrong += broken(public, page, at, site)
        if "/_/" not in at and page.headings != 1:
            wrong.append(f"{at} has {page.headings} headings of the first rank")
    assert not wrong
    assert (public / "pictures").is_dir()
