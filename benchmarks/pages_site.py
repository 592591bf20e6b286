"""The example newsroom as the pages benchmark needs it: started in a folder of its own, with one article that has every
block, one that was taken down and one that has moved."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from benchmarks import servers
from benchmarks.pages_kinds import KINDS, read
from newsdesk.processes.ports import hold_port

PATIENCE = 300.0
"""Seconds until the newsroom must have started, and again until its pictures must have been made."""
STAGED = "/2026/01/01/page-with-everything/"
MOVED, GONE = "/moved/", "410"
SCRIPT = "from benchmarks.pages_site import stage; print(stage())"


@contextmanager
def example() -> Iterator[tuple[str, dict[str, str]]]:
    """The address of the example's pages, and the paths that nothing links to, by kind; it is gone afterwards.

    Once the newsroom has drawn them its readers alone go on: reading aloud what is left of it would cost processor
    that the phone is measured on.
    """
    with tempfile.TemporaryDirectory(prefix="newsdesk-benchmark-") as folder:
        with hold_port("127.0.0.1", 0) as held:
            port = held.getsockname()[1]
        site = f"http://127.0.0.1:{port}"
        known = _drawn(folder, port, site)
        with servers.ours(Path(folder), port, site):
            yield site, known


def _drawn(folder: str, port: int, site: str) -> dict[str, str]:
    environment = {**os.environ, "NEWSDESK_DATA": folder, "PYTHONPATH": os.getcwd()}
    command = [sys.executable, "-m", "newsdesk"]
    demo = [*command, "demo", "--port", str(port)]
    with subprocess.Popen(demo, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            _wait(lambda: read(f"{site}/")[0] == 200, "the newsroom to start")
            shell = [*command, "manage", "shell", "-v", "0", "-c", SCRIPT]
            said = subprocess.run(shell, env=environment, check=True, capture_output=True, text=True).stdout
            gone, full = said.split()[-2:]
            _wait(lambda: _settled(site, gone, full), "its pictures, its first clips and its last sheets")
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)
    return {"410": gone, "moved": MOVED, "every block": full}


def _settled(site: str, gone: str, full: str) -> bool:
    status, html = read(site + full)
    pictured = status == 200 and 'class="waiting"' not in html + read(f"{site}/")[1]
    return pictured and _heard(site) and read(site + gone)[0] == 410


def _heard(site: str) -> bool:
    """Whether an article that is more than a brief can be heard."""
    paths = dict.fromkeys(re.findall(r'href="(/\d{4}/[^"]+)"', read(f"{site}/listen/")[1]))
    return any(re.search(KINDS["article that is read"], read(site + path)[1]) for path in paths)


def _wait(done: Callable[[], bool], what: str) -> None:
    print(f"waiting for {what} …", flush=True)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError):
            if done():
                return
        time.sleep(1)
    raise SystemExit(f"waited {PATIENCE:.0f} s for {what}")


def stage() -> str:
    """Files one article with every block and many topics, takes the oldest brief down, moves one; two paths."""
    from newsdesk.archive import keys, record
    from newsdesk.archive.models import CardRow
    from newsdesk.archive.reader import Archive

    archive = Archive()
    live = [CardRow.objects.get(article=one.article) for one in archive.standing() if one.state == keys.LIVE]
    editions = [edition for row in live if (edition := archive.edition(row.article))]
    editions.sort(key=lambda one: one.first_published)
    brief = next(one for one in editions if one.kind == "brief")
    gone = archive.permalink(brief.article)
    full = record.add(_with_everything(editions))
    record.withdraw(brief.article, "takedown")
    record.redirect(MOVED, f"article:{full.article}")
    return f"{gone} {Archive().permalink(full.article)}"


def _with_everything(editions: list) -> object:
    """The oldest investigation's successor: each kind of block once, a long headline, every topic of five articles."""
    from newsdesk.article.body import Gallery

    pictured = [one for one in editions if one.picture]
    blocks = {type(block): block for one in editions for block in one.body}
    topics = dict.fromkeys(topic for one in editions[:8] for topic in one.topics)
    base = pictured[0]
    return replace(
        base,
        article=str(UUID(int=410)),
        kind="investigation",
        slug="page-with-everything",
        headline="A headline of a hundred and nine characters, which is one below what the desk allows, in all of its width",
        topics=tuple(topics),
        body=(*blocks.values(), Gallery(tuple(one.picture for one in pictured[:5] if one.picture), "Five pictures")),
        number=0,
    )
