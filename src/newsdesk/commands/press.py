"""Runs the press and asks it what it did."""

from __future__ import annotations

import argparse
import sys
from typing import Literal
from urllib.parse import urlsplit

from newsdesk.commands import serve

HELP = "draw what changed, draw everything, ask why a sheet is as it is, or lead nginx or Caddy to the shelf"
READER = f"{serve.HOST}:{serve.PORT}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="run|all|why|who|audit|notices", required=True)
    acts.add_parser("run", help="draw the sheets that show something new")
    acts.add_parser("all", help="compare with what should exist, and draw everything again")
    why = acts.add_parser("why", help="what a sheet read, and when it was drawn")
    why.add_argument("path", help="as in the address: /2026/03/17/slug/")
    who = acts.add_parser("who", help="which sheets read a key")
    who.add_argument("key", help="such as card:<id>")
    acts.add_parser("audit", help="draw a random sample again and compare")
    notices = acts.add_parser(
        "notices", help="write what nginx or Caddy must know beside the files; print its settings"
    )
    notices.add_argument("kind", choices=["nginx", "caddy"])
    notices.add_argument("--desk", help="where /desk/ is answered (default: NEWSDESK_DESK_PORT, without one --reader)")
    notices.add_argument("--reader", default=READER, help=f"where serve answers readers (default: {READER})")


def run(options: argparse.Namespace) -> int:
    from newsdesk.commands._newsroom.ready import require_newsroom

    require_newsroom()
    from newsdesk.press import console

    match options.act:
        case "why":
            return console.why(options.path)
        case "who":
            return console.who(options.key)
        case "all":
            return console.all()
        case "audit":
            return console.audit()
        case "notices":
            return _notices(options.kind, options.desk, options.reader)
        case _:
            return console.run()


def _notices(kind: Literal["nginx", "caddy"], desk: str | None, reader: str) -> int:
    """The lists go to the shelf's folder, the configuration that includes them to standard output."""
    from django.conf import settings

    from newsdesk.press.serving import export
    from newsdesk.press.serving.config import ReaderConfig

    for file in export.write_lists(settings.NEWSDESK_SHELF, kind):
        print(f"written: {file}", file=sys.stderr)
    site, port = settings.NEWSDESK_SITE_URL, settings.NEWSDESK_DESK_PORT
    desk = desk or (f"127.0.0.1:{port}" if port else reader)
    upload = ReaderConfig.from_environment().upload_limit // 1024**2
    host = site if kind == "caddy" else str(urlsplit(site).hostname)
    print(export.sample_config(settings.NEWSDESK_SHELF, kind, host, desk, upload, reader), end="")
    return 0
