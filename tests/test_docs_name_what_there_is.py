"""Commands, keys and contexts are documented, all of them and no others."""

import argparse
import inspect
import re

import pytest

from bootstrap.places import ROOT
from newsdesk import cli
from newsdesk.archive import keys
from tools.contexts_page import PAGE, page

DOCS = ROOT / "docs"


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def _inside(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The commands of a command by name."""
    found = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    return {name: inner for action in found for name, inner in action.choices.items()}


def test_every_command_has_its_section_and_no_section_is_left_over() -> None:
    told = re.findall(r"^## newsdesk (\S+)$", text("commands.md"), re.MULTILINE)
    assert sorted(told) == sorted(_inside(cli.parser()))


def test_every_act_of_a_command_has_an_example() -> None:
    examples = text("commands.md")
    acts = [f"{name} {act}" for name, command in _inside(cli.parser()).items() for act in _inside(command)]
    assert acts and [act for act in acts if f"./newsdesk {act}" not in examples] == []


def test_every_function_that_makes_a_key_is_explained() -> None:
    made = inspect.getmembers(keys, inspect.isfunction)
    names = {name for name, one in made if one.__module__ == keys.__name__ and one.__annotations__["return"] == "str"}
    assert set(re.findall(r"^\| `(\w+)\(…\)`", text("keys.md"), re.MULTILINE)) == names


def test_every_name_that_stands_alone_is_explained() -> None:
    names = {name: value for name, value in vars(keys).items() if name.isupper() and isinstance(value, str)}
    assert dict(re.findall(r"^\| `([A-Z]+)` \| `([^`]+)`", text("keys.md"), re.MULTILINE)) == names


@pytest.mark.django_db
def test_contexts_of_templates_are_told_as_they_are() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert page(written) == written, "run: python -m tools.contexts_page"


def test_layers_are_drawn_as_they_are_held() -> None:
    held = re.findall(
        r"[a-z_]+", (ROOT / ".importlinter").read_text().split("layers =\n")[1].split("ignore_imports")[0]
    )
    drawn = text("architecture.md")
    assert [layer for layer in held if layer not in drawn and layer != "benchmarks"] == []
