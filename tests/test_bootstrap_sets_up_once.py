"""The environment is made once, made again when it was left half made or its locks changed, and by one start at a time.

An installer that only writes down what it was asked stands in for uv; all else is the real script in a copy of its own.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BASE: str = getattr(sys, "_base_executable", sys.executable)
LIB = f"python3.{sys.version_info[1]}"
UV = """#!{python}
import os, pathlib, sys, time
log = pathlib.Path({log!r})
with log.open("a") as out:
    out.write(" ".join(a for a in sys.argv[1:] if not a.startswith("-"))[:60] + "\\n")
if "--version" in sys.argv:
    sys.exit()
if sys.argv[1] == "venv":
    venv = pathlib.Path(sys.argv[-1])
    (venv / "bin").mkdir(parents=True, exist_ok=True)
    (venv / "lib" / {lib!r} / "site-packages").mkdir(parents=True, exist_ok=True)
    (venv / "pyvenv.cfg").write_text("home = " + os.path.dirname({python!r}))
    (venv / "bin" / "python").unlink(missing_ok=True)
    (venv / "bin" / "python").symlink_to({python!r})
    (venv / "half-made").unlink(missing_ok=True)
    for stamp in venv.glob("*.stamp"):
        stamp.unlink()
else:
    time.sleep(0.3)
sys.exit("no space left on device" if "FAKE_UV_FAILS" in os.environ else 0)
"""


class Checkout:
    def __init__(self, root: Path) -> None:
        self.root, self.log = root, root / "uv.log"
        bin = root / "path"
        bin.mkdir()
        (bin / "uv").write_text(UV.format(python=BASE, lib=LIB, log=str(self.log)))
        (bin / "uv").chmod(0o755)
        self.environment = {**os.environ, "PATH": f"{bin}:{os.environ['PATH']}"}

    def start(self, **environment: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, self.root / "newsdesk", "hello"],
            env={**self.environment, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, **environment: str) -> "tuple[int, str, str]":
        process = self.start(**environment)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def installs(self) -> int:
        return self.log.read_text().count("pip install") if self.log.exists() else 0

    def made(self) -> int:
        return self.log.read_text().count("venv ") if self.log.exists() else 0


@pytest.fixture
def copy(checkout: Path) -> Checkout:
    return Checkout(checkout)


def test_the_second_start_installs_nothing(copy: Checkout) -> None:
    assert copy.run() == (
        0,
        "hello from ['hello']\n",
        "newsdesk: setting up .venv (once, and when the locked packages change) …\n",
    )
    assert copy.run() == (0, "hello from ['hello']\n", "")
    assert (copy.made(), copy.installs()) == (1, 1)


def test_a_new_lock_file_is_installed_into_the_same_environment(copy: Checkout) -> None:
    copy.run()
    (copy.root / "requirements.lock").write_text("other\n")
    assert copy.run()[0] == 0
    assert (copy.made(), copy.installs()) == (1, 2)


def test_what_was_left_half_made_is_made_anew(copy: Checkout) -> None:
    status, _, told = copy.run(FAKE_UV_FAILS="yes")
    assert (status, told.splitlines()[-1]) == (2, "newsdesk: the disk is full; free about 600 MB and start again")
    assert copy.run()[0] == 0
    copy.run()
    (copy.root / ".venv" / "half-made").touch()
    (copy.root / "requirements.lock").write_text("newer\n")
    before = copy.made()
    assert copy.run()[0] == 0
    assert copy.made() == before + 1


def test_an_environment_whose_python_is_gone_is_made_anew(copy: Checkout) -> None:
    copy.run()
    (copy.root / ".venv" / "bin" / "python").unlink()
    assert copy.run()[0] == 0
    assert copy.made() == 2


def test_two_starts_at_once_set_up_once(copy: Checkout) -> None:
    first, second = copy.start(), copy.start()
    assert [process.communicate(timeout=60)[0] for process in (first, second)] == ["hello from ['hello']\n"] * 2
    assert (copy.made(), copy.installs()) == (1, 1)


def test_the_project_is_found_after_the_checkout_was_moved(copy: Checkout, tmp_path: Path) -> None:
    copy.run()
    path_file = copy.root / ".venv" / "lib" / LIB / "site-packages" / "newsdesk.pth"
    assert path_file.read_text() == "../../../../src\n"
