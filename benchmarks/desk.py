"""Opening the editor and the newsroom's own article list, at one size of archive."""

from __future__ import annotations

import argparse
import time
from typing import Any

from benchmarks import ground


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks desk", description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--times", type=int, default=30)
    options = parser.parse_args(arguments)
    print(ground.machine())
    with ground.newsroom():
        from django.urls import reverse

        from benchmarks.desk_pages import Editor, fill_desk
        from benchmarks.paper import END, Paper, fill
        from newsdesk.desk.models import ArticlePage

        paper = Paper(options.articles, END)
        fill(paper, say=False)
        fill_desk(paper)
        editor = Editor()
        newest = ArticlePage.objects.order_by("-worked_at").first()
        assert newest
        for name, address in (
            ("editor", reverse("wagtailadmin_pages:edit", args=[newest.pk])),
            ("article list", reverse("newsdesk_articles:index")),
            ("monitoring", reverse("wagtailadmin_home")),
        ):
            editor.open(address)
            seconds = [_timed(editor, address) for _ in range(options.times)]
            print(f"{options.articles:,} articles, {name}: {ground.spread(seconds)}")
    return 0


def _timed(editor: Any, address: str) -> float:
    started = time.monotonic()
    editor.open(address)
    return time.monotonic() - started
