"""What all tests share."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from bootstrap.places import ROOT

settings.register_profile(
    "newsdesk", deadline=None, database=None
)  # how long a case takes tells nothing on a busy machine
settings.load_profile("newsdesk")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the script that sets up, with a package that only says it was started."""
    shutil.copy(ROOT / "newsdesk", tmp_path)
    shutil.copytree(ROOT / "bootstrap", tmp_path / "bootstrap", ignore=shutil.ignore_patterns("__pycache__"))
    package = tmp_path / "src" / "newsdesk"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text("import sys\nprint('hello from', sys.argv[1:])\n")
    (tmp_path / "requirements.lock").write_text("nothing\n")
    return tmp_path
