"""Asking what there is must not load what there is."""

import subprocess
import sys

import pytest

from newsdesk import cli

PROBE = """
import sys
from newsdesk.cli import parser
parser().format_help()
print(*{name.split(".")[0] for name in sys.modules})
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
