"""A paper of four stories in a folder: the example's files at their smallest, with two pictures quickly drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from newsdesk.example.loading.drawing import Uploads, drawn
from newsdesk.example.shape import Photograph
from newsdesk.pictures.upload import Upload

FILES = {
    "newsroom.toml": """
name = "The Quay"
short_name = "the Quay"
strapline = "News of one harbour"
time_zone = "Europe/Lisbon"
language = "en"
place = "Harbourtown"
email = "desk@quay.example"
copyright = "© The Quay"

[[sections]]
slug = "harbour"
name = "Harbour"
description = "Boats."

[[topics]]
slug = "ferries"
name = "Ferries"
description = "Boats that come back."
""",
    "contributors.toml": """
[[contributors]]
slug = "ada-holm"
name = "Ada Holm"
title = "Reporter"
biography = "Ada Holm writes."
portrait = "portrait"
""",
    "photographs.toml": """
[[photographs]]
slug = "portrait"
scene = "emblem.news"
caption = "Ada Holm."
alt = "An emblem."
creator = "Ben Rask"
credit = "Illustration: Ben Rask"
copyright = "© Ben Rask"
taken_on = 2026-01-02

[[photographs]]
slug = "quay"
scene = "emblem.data"
caption = "The quay."
alt = "Another emblem."
creator = "Ben Rask"
credit = "Illustration: Ben Rask / Harbour Pictures"
copyright = "© Ben Rask"
city = "Harbourtown"
taken_on = 2026-01-03
keywords = ["quay"]
focal_point = [0.25, 0.5]
""",
    "letters.toml": "",
    "front.toml": """
picks = ["ferry-back"]
[home]
lead = "ferry-late"
seconds = ["ferry-back"]
[sections.harbour]
lead = "ferry-back"
[menus]
main = ["section:harbour", "/feed/ | Feed"]
footer = ["page:about"]
""",
    "pages/about.md": """+++
title = "About us"
summary = "Who we are."
+++
We wrote about [the ferry](article:ferry-late).
""",
    "stories/ferry-late.md": """+++
kind = "news"
slugline = "ferry-late"
headline = "Ferry comes late"
byline = ["ada-holm"]
section = "harbour"
topics = ["ferries"]
published = 2026-02-03T12:00:00
picture = "quay"
related = ["ferry-back"]
[[corrections]]
kind = "correction"
text = "It was later than we said."
made_at = 2026-02-04T09:00:00
+++
It came at nine, and [came back](article:ferry-back).
""",
    "stories/ferry-back.md": """+++
kind = "brief"
slugline = "ferry-back"
headline = "Ferry comes back"
byline = ["ada-holm"]
section = "harbour"
topics = ["ferries"]
published = 2026-02-05T08:00:00
updated = 2026-02-05T10:30:00
+++
It is back.

It stays.
""",
    "stories/ferry-sold.md": """+++
kind = "news"
slugline = "ferry-sold"
state = "scheduled"
embargoed_until = "+3d"
headline = "Ferry is sold"
byline = ["ada-holm"]
section = "harbour"
topics = ["ferries"]
+++
It went for little.
""",
    "stories/ferry-who.md": """+++
kind = "investigation"
slugline = "ferry-who"
state = "submitted"
headline = "Who bought the ferry?"
byline = ["ada-holm"]
section = "harbour"
note = "Ask again."
+++
We do not know yet.
""",
}


def write(folder: Path) -> Path:
    """Writes the paper's files into the folder and returns it."""
    for name, words in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, encoding="utf-8")
    return folder


@contextmanager
def drawing(photographs: Iterable[Photograph]) -> Iterator[Uploads]:
    """As ``loading.drawing``, but in this process and once a test run: starting others takes longer than drawing."""
    yield {photograph.slug: _done(photograph) for photograph in photographs}


@cache
def _done(photograph: Photograph) -> Future[Upload]:
    future: Future[Upload] = Future()
    future.set_result(drawn(photograph))
    return future
