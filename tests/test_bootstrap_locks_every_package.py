"""The lock files hold a digest of everything that is installed, and name no machine it comes from."""

import re
import tomllib

import pytest

from bootstrap.places import DEVELOPMENT, ROOT, RUNTIME

PINNED = re.compile(r"^([a-z0-9._-]+)==([^ ;\\]+)( ; [^\\]+)? \\$")


def entries(name: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith(" ")]


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPMENT])
def test_every_line_is_pinned_and_followed_by_digests(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert all(PINNED.match(line) for line in entries(name))
    assert len(re.findall(r"==[^\n]+\\\n    --hash=sha256:[0-9a-f]{64}", text)) == len(entries(name))


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPMENT])
def test_no_host_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text


def test_what_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {RUNTIME: project["project"]["dependencies"], DEVELOPMENT: project["dependency-groups"]["dev"]}
    for name, wanted in asked.items():
        locked = {PINNED.sub(r"\1", line).lower() for line in entries(name)}
        assert {re.split(r"[\[<>=!~ ]", one)[0].lower() for one in wanted} <= locked


def test_the_two_lock_files_agree() -> None:
    versions = [dict(PINNED.match(line).group(1, 2) for line in entries(name)) for name in (RUNTIME, DEVELOPMENT)]  # type: ignore[union-attr]
    both = versions[0].keys() & versions[1].keys()
    assert {name: versions[0][name] for name in both} == {name: versions[1][name] for name in both}


def test_the_version_is_one() -> None:
    import newsdesk

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == newsdesk.__version__
