"""Whatever goes wrong while setting up is one line with a remedy and status 2; never a traceback."""

import ast
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from bootstrap import debian
from bootstrap.failure import Failure, explained
from bootstrap.places import ROOT

SAID = {
    "error: failed to write: No space left on device (os error 28)": "the disk is full",
    "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE": "not the one that was locked",
    "error: Hash mismatch for `django==5.2`": "not the one that was locked",
    "ERROR: [Errno 13] Permission denied: '/srv/newsdesk/.venv'": "cannot be written to",
    "WARNING: Retrying after connection broken by 'NewConnectionError(…)'": "cannot be reached",
    "  Caused by: dns error: Temporary failure in name resolution": "cannot be reached",
    "ERROR: No matching distribution found for pillow==13.0.0": "no ready-made package",
    "Something nobody foresaw": "installing failed: Something nobody foresaw",
}


@pytest.mark.parametrize(("output", "line"), SAID.items())
def test_an_installers_words_become_one_line(output: str, line: str) -> None:
    told = str(explained(f"Collecting django\n{output}\n", Path("setup.log")))
    assert line in told
    assert "\n" not in told


def test_another_installer_is_tried_only_where_it_may_fare_better() -> None:
    assert not explained("dns error", Path("log")).final
    assert explained("No space left on device", Path("log")).final
    assert explained("hash mismatch", Path("log")).final


def test_an_old_python_can_read_the_script_that_turns_it_away() -> None:
    ast.parse((ROOT / "newsdesk").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_a_missing_package_of_debians_is_named_where_we_are_not_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda program: f"/usr/bin/{program}")
    with pytest.raises(Failure, match=r"run: sudo apt-get install python3\.11-venv$"):
        debian.provide(["python3.11-venv"], "Python's venv module is missing")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_we_may_only_read_is_told(checkout: Path) -> None:
    checkout.chmod(0o555)
    done = subprocess.run([checkout / "newsdesk", "--help"], capture_output=True, text=True, check=False)
    checkout.chmod(0o755)
    assert done.returncode == 2
    assert "cannot be written to" in done.stderr
    assert "Traceback" not in done.stderr
