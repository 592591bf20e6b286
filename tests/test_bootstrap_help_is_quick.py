"""Asking what there is must not load what there is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsdesk import cli

PROBE = """
import sys
from newsdesk.cli import parser
parser().format_help()
print(*{name.split(".")[0] for name in sys.modules})
"""
TALKS = """
from newsdesk import cli
from newsdesk.commands import work
work.run = lambda options: [print("more", flush=True) for _ in range(100_000)] and 0
raise SystemExit(cli.main(["work"]))
"""
HEAVY = {"django", "wagtail", "granian", "PIL", "httpx", "rich"}


def test_help_loads_no_django() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())


@pytest.mark.parametrize("name", [name.rstrip("_") for name in cli.names()])
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([name, "--help"])
    assert ended.value.code == 0
    assert "usage: newsdesk" in capsys.readouterr().out


def test_all_commands_of_the_manual_are_there() -> None:
    promised = {"demo", "init", "serve", "work", "press", "import", "backup", "restore", "doctor", "manage", "user"}
    assert promised <= {name.rstrip("_") for name in cli.names()}


def test_nonsense_of_a_setting_ends_with_two_and_one_line() -> None:
    command = [sys.executable, "-m", "newsdesk", "serve", "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "a port is a number from 1 to 65535" in done.stderr


@pytest.mark.parametrize(("name", "value"), [("NEWSDESK_FORWARD_AT_ONCE", "0"), ("NEWSDESK_DESK_PORT", "65536")])
def test_a_setting_that_only_some_process_reads_is_refused_by_every_command(
    tmp_path: Path, name: str, value: str
) -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "newsdesk.settings", name: value}
    environment["NEWSDESK_DATA"] = str(tmp_path / "newsroom")
    command = [sys.executable, "-m", "newsdesk", "init"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"newsdesk: {name}: '{value}' is not ")
    assert not (tmp_path / "newsroom" / "newsdesk.sqlite3").exists()


def test_who_has_read_enough_ends_a_command_quietly() -> None:
    with subprocess.Popen([sys.executable, "-c", TALKS], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as talking:
        assert talking.stdout and talking.stderr
        assert talking.stdout.readline() == b"more\n"
        talking.stdout.close()
        assert talking.stderr.read() == b""
    assert talking.returncode == 0
