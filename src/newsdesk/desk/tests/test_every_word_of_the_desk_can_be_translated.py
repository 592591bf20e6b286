"""No word an editor reads stands in code or template without gettext, and all of them are there in Ukrainian."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.utils.translation import trim_whitespace

import newsdesk.desk
from newsdesk.pages.tests import test_words_are_complete_in_ukrainian as of_readers

HERE = Path(newsdesk.desk.__file__).parent
UKRAINIAN = HERE / "locale/uk/LC_MESSAGES"
CODE = [path for path in sorted(HERE.rglob("*.py")) if not {"tests", "migrations"} & set(path.parts)]
TEMPLATES = sorted((HERE / "templates").rglob("*.html"))

ELSEWHERE = [
    *(HERE.parent / name for name in ("pictures/guard.py", "pictures/upload.py", "press/room.py", "press/run.py")),
    *sorted((HERE.parent / "sources/models").glob("*.py")),
    *(path for path in sorted((HERE.parent / "audio").rglob("*.py")) if "tests" not in path.parts),
    *sorted((HERE.parent / "newsletter/posting").glob("*.py")),
    *sorted((HERE.parent / "newsletter/making").glob("*.py")),
    *sorted((HERE.parent / "newsletter/models").glob("*.py")),
]
"""What else says something to editors."""

TRANSLATES = {"_", "gettext", "gettext_lazy", "gettext_noop", "noop", "ngettext", "pgettext_lazy"}
WORDS = re.compile(r"(?<!%)[A-Z“][^\n]*[a-z]\S* |[A-Z“].*[a-z]\.$")
"""A sentence, or the beginning of one."""
NOT_READ = {"Picture editors", "Can arrange fronts, picks and menus"}
"""Names of groups and permissions: rows that a chief may rename."""

TRANSLATED = re.compile(r"{% blocktranslate .*?{% endblocktranslate %}|{[%#].*?[%#]}|{{.*?}}", re.S)
CLASSES = re.compile(r"{% block bodyclass %}.*?{% endblock %}")
"""Letters between tags that only a stylesheet reads."""
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
    reader.feed(TRANSLATED.sub("", CLASSES.sub("", path.read_text(encoding="utf-8"))))
    assert reader.found == []


def test_a_bare_word_would_be_found() -> None:
    assert list(untranslated(ast.parse('messages.error(request, f"No {thing} is here.")'))) == ["No "]


def in_code(tree: ast.AST) -> Iterator[tuple[object, object]]:
    """What gettext is asked for: a context, or none, and words."""
    for node in ast.walk(tree):
        name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and name in TRANSLATES:
            given = [one.value for one in node.args if isinstance(one, ast.Constant)]
            context, *words = given if name.startswith("p") else ["", *given]
            yield from [(context, words[0])] if words else ()


def in_template(text: str) -> Iterator[tuple[str, str]]:
    """The same, as Django's own extraction has it."""
    for _, words, context in re.findall(r'(?:{% translate |[ =]_\()(["\'])(.+?)\1(?: context "(.+?)")?', text):
        yield context, words
    for given, block in re.findall(r"{% blocktranslate (.*?)%}(.*?){% (?:plural|endblocktranslate) %}", text, re.S):
        words = re.sub(r"{{ (\w+) }}", r"%(\1)s", block)
        yield "", trim_whitespace(words) if "trimmed" in given.split() else words


def test_trimmed_words_are_asked_for_as_django_asks() -> None:
    text = "{% blocktranslate with one=two trimmed %}\n    It is {{ one }}.\n    No more.\n{% endblocktranslate %}"
    assert list(in_template(text)) == [("", "It is %(one)s. No more.")]


def test_all_are_in_the_ukrainian_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_readers, "MESSAGES", UKRAINIAN)
    asked = {one for path in (*CODE, *ELSEWHERE) for one in in_code(ast.parse(path.read_text(encoding="utf-8")))}
    asked |= {one for path in TEMPLATES for one in in_template(path.read_text(encoding="utf-8"))}
    assert len(asked) > 250
    assert set(of_readers.written()) == asked | {("", "")}


def test_the_catalogue_is_complete_and_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_readers, "MESSAGES", UKRAINIAN)
    of_readers.test_no_word_is_untranslated()
    of_readers.test_compiled_catalogue_is_what_is_written()


def test_words_for_readers_and_for_editors_are_translated_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    readers = of_readers.written()
    monkeypatch.setattr(of_readers, "MESSAGES", UKRAINIAN)
    editors = of_readers.written()
    assert [key for key in readers.keys() & editors.keys() if readers[key] != editors[key]] == []
