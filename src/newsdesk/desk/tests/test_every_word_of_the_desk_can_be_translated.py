"""No word an editor reads stands in code or template without gettext."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

import newsdesk.desk

HERE = Path(newsdesk.desk.__file__).parent
CODE = [path for path in sorted(HERE.rglob("*.py")) if not {"tests", "migrations"} & set(path.parts)]
TEMPLATES = sorted((HERE / "templates").rglob("*.html"))

TRANSLATES = {"_", "gettext", "gettext_lazy", "ngettext"}
WORDS = re.compile(r"(?<!%)[A-Z“][^\n]*[a-z]\S* |[A-Z“].*[a-z]\.$")
"""A sentence, or the beginning of one."""
NOT_READ = {"Picture editors", "Can arrange fronts, picks and menus"}
"""Names of groups and permissions: rows that a chief may rename."""

TRANSLATED = re.compile(r"{% blocktranslate .*?{% endblocktranslate %}|{[%#].*?[%#]}|{{.*?}}", re.S)
READ_ALOUD = {"title", "alt", "placeholder", "aria-label", "value"}


def untranslated(tree: ast.AST) -> Iterator[object]:
    """Sentences that are neither translated nor documentation."""
    passed = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(node.value)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TRANSLATES:
            passed |= {inside for given in node.args for inside in ast.walk(given)}
    words = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in passed)
    yield from (one.value for one in words if _is_read(one.value))


def _is_read(value: object) -> bool:
    return isinstance(value, str) and bool(WORDS.search(value)) and value not in NOT_READ


class _Reader(HTMLParser):
    """Collects the letters a template shows beside what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        if re.search(r"[A-Za-z]{2}", data):
            self.found.append(data.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        words = [value for name, value in attrs if name in READ_ALOUD and value]
        self.found += [value for value in words if re.search(r"[A-Z][a-z]+", value)]


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(HERE)))
def test_in_code(path: Path) -> None:
    assert list(untranslated(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(HERE)))
def test_in_a_template(path: Path) -> None:
    reader = _Reader()
    reader.feed(TRANSLATED.sub("", path.read_text(encoding="utf-8")))
    assert reader.found == []


def test_a_bare_word_would_be_found() -> None:
    assert list(untranslated(ast.parse('messages.error(request, f"No {thing} is here.")'))) == ["No "]
