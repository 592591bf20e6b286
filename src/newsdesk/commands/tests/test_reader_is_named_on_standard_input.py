"""A reader's address need not stand in the command, where the history of a shell and the list of processes have it."""

from __future__ import annotations

import argparse
import io
import json

import pytest

from newsdesk.commands import letters
from newsdesk.newsletter.tests.readers import ADDRESS, letter, subscriber
from newsdesk.settings_env.refused import Refused

pytestmark = pytest.mark.django_db


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    letters.add_arguments(parser)
    return letters.run(parser.parse_args(["reader", *words]))


@pytest.fixture(autouse=True)
def made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdesk.commands._newsroom.ready.require_newsroom", lambda: None)


@pytest.mark.parametrize(("words", "typed"), [((), f"{ADDRESS}\n"), (("-",), ADDRESS), ((ADDRESS,), "")])
def test_reader_is_named(
    words: tuple[str, ...], typed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    subscriber(ADDRESS, letter())
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert run(*words) == 0
    assert json.loads(capsys.readouterr().out)["subscriber"]["address"] == ADDRESS


def test_nobody_named_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(Refused):
        run("--erase")
