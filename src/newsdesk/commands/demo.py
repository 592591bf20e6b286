"""A working newsroom with an example paper, in one command; what is edited in it is kept."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
import tomllib
from pathlib import Path
from typing import Any

from newsdesk.commands import serve
from newsdesk.settings_env.refused import Refused

HELP = "start an example newsroom, made at the first start"
FOLDER = Path(".newsdesk", "demo")
EDITOR, PASSWORD = "editor", "averra-packet"  # printed for everyone: the demo listens on this machine only


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=serve.port, default=serve.PORT, help=f"default: {serve.PORT}")


def run(options: argparse.Namespace) -> int:
    from newsdesk import processes
    from newsdesk.commands._newsroom import opening, stamp

    held = processes.hold_port(serve.HOST, options.port)
    names = _name_the_paper(options.port)
    opening.open_newsroom()
    _write_names(names)
    if not stamp.is_current("example"):
        _fill()
        stamp.write("example")
    from django.conf import settings

    said = f"Sign in at the desk as {EDITOR} with the password {PASSWORD}. Ctrl-C stops it; what you edit is kept."
    processes.become(
        options.port, serve.HOST, settings.NEWSDESK_READER_WORKERS, settings.NEWSDESK_DESK_PORT, held=held, say=said
    )
    return 0


def _name_the_paper(port: int) -> list[str]:
    """The example paper's own name, zone and language, where the environment says nothing else; what is set."""
    from newsdesk import example

    paper: dict[str, Any] = tomllib.loads((Path(example.__path__[0]) / "newsroom.toml").read_text(encoding="utf-8"))
    given = {
        "NEWSDESK_DATA": str(FOLDER.absolute()),
        "NEWSDESK_SITE_URL": f"http://{serve.HOST}:{port}",
        "NEWSDESK_SITE_NAME": paper["name"],
        "NEWSDESK_TAGLINE": paper["strapline"],
        "NEWSDESK_TIME_ZONE": paper["time_zone"],
        "NEWSDESK_LANGUAGE": paper["language"],
        "NEWSDESK_LOG_LEVEL": "warning",  # the terminal is for whoever tries it out
    }
    for name, value in given.items():
        os.environ.setdefault(name, value)
    return list(given)


def _write_names(names: list[str]) -> None:
    """A file for a shell, so that any other command sees the newsroom as the demo does: ``set -a; . demo.env``."""
    lines = [f"{name}={shlex.quote(os.environ[name])}\n" for name in names]
    Path(os.environ["NEWSDESK_DATA"], "demo.env").write_text("".join(lines), encoding="utf-8")


def _fill() -> None:
    """Loads the example into a newsroom that is empty, adds its editor, and draws every sheet."""
    from newsdesk.commands._newsroom import people, ready

    ready.set_up()  # before anything that has models
    from newsdesk.example.load import NotEmpty, load
    from newsdesk.press import console

    try:
        load(sys.stdout)
    except NotEmpty:
        data = os.environ["NEWSDESK_DATA"]
        raise Refused(
            f"{data} holds a newsroom that is not the example; name another folder in NEWSDESK_DATA"
        ) from None
    if not people.everyone():
        people.add(EDITOR, "chief", password=PASSWORD)
    console.all()
