"""A podcast as a program that is not ours has it: newsboat fetches the feed and finds the sound, until it is killed."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from newsdesk.archive import record
from newsdesk.archive.tests.makers import article_id, edition
from newsdesk.audio import job
from newsdesk.press import run as runs
from newsdesk.press.tests.serve_running import running, until

pytestmark = pytest.mark.django_db(transaction=True)


def unread(url: str, folder: Path) -> tuple[str, list[Any]]:
    """What newsboat says after reloading, and title and enclosure of what it has."""
    (folder / "urls").write_text(f"{url}\n")
    (folder / "config").write_text("")
    files = ["-u", folder / "urls", "-c", folder / "cache.db", "-C", folder / "config"]
    command = ["newsboat", *files, "-x", "reload", "print-unread"]
    home = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, env=home)
    with closing(sqlite3.connect(folder / "cache.db")) as cache:
        return done.stdout, cache.execute("SELECT title, enclosure_url, enclosure_type FROM rss_item").fetchall()


def test_newsboat_finds_the_sound_and_a_killed_article_s_is_gone(settings: Any, tmp_path: Path) -> None:
    settings.NEWSDESK_DATA, settings.NEWSDESK_SHELF = tmp_path, tmp_path / "shelf"
    with running(tmp_path) as site:
        settings.NEWSDESK_SITE_URL = f"http://127.0.0.1:{site.port}"
        record.add(edition(1))
        job.make_one(article_id(1))
        press = runs.Press.open()
        runs.run(press)
        said, items = unread(f"{settings.NEWSDESK_SITE_URL}/podcasts/site.rss", tmp_path)
        assert "1 unread" in said
        ((title, enclosure, kind),) = items
        assert (title, kind) == ("Story 1", "audio/mpeg")
        path = enclosure.removeprefix(settings.NEWSDESK_SITE_URL)
        feed, sound = site.get("/podcasts/site.rss").body.decode(), site.get(path)
        assert sound.status == 200 and f'length="{len(sound.body)}"' in feed
        record.withdraw(article_id(1), "kill", "wrong")
        runs.run(press)
        assert site.get(path).status == 410
        until(lambda: b"<item>" not in site.get("/podcasts/site.rss").body)  # readers' server keeps it a moment
