"""What all tests share."""

import shutil
from pathlib import Path

import pytest
from django.test import TransactionTestCase
from hypothesis import settings

from bootstrap.places import ROOT

settings.register_profile(
    "newsdesk", deadline=None, database=None
)  # how long a case takes tells nothing on a busy machine
settings.load_profile("newsdesk")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what asks for the test database, so that nothing else is run on a second one."""
    for item in items:
        if _asks_for_database(item):
            item.add_marker("database")


def _asks_for_database(item: pytest.Item) -> bool:
    asked = {"db", "transactional_db", "live_server"}.intersection(getattr(item, "fixturenames", ()))
    case = getattr(item, "cls", None)
    return bool(item.get_closest_marker("django_db") or asked or (case and issubclass(case, TransactionTestCase)))


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
