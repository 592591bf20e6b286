"""Every word a reader sees is translated, and what is compiled is what is written."""

import ast
import re
from gettext import GNUTranslations
from pathlib import Path

import pytest

import newsdesk.pages
from newsdesk.article.body import Paragraph, Run
from newsdesk.pages.tests.made import article, drawn, edition, paper

HERE = Path(newsdesk.pages.__file__).parent
MESSAGES = HERE / "locale/uk/LC_MESSAGES"
ENTRY = re.compile(
    r'(?:^msgctxt (?P<context>(?:".*"\n)+))?^msgid (?P<id>(?:".*"\n)+)(?:msgid_plural (?P<plural>(?:".*"\n)+))?'
    r"(?P<strings>(?:msgstr(?:\[\d\])? (?:\".*\"\n)+)+)",
    re.M,
)
TRANSLATE = re.compile(r'{% translate "(.+?)"(?: context "(.+?)")? %}')


def unquoted(lines):
    return "".join(ast.literal_eval(line) for line in lines.splitlines())


def written():
    """(context, id) -> the translations of each entry of the catalogue."""
    found = {}
    for entry in ENTRY.finditer((MESSAGES / "django.po").read_text() + "\n"):
        strings = re.findall(r'msgstr(?:\[\d\])? ((?:".*"\n)+)', entry["strings"])
        context = unquoted(entry["context"]) if entry["context"] else ""
        found[context, unquoted(entry["id"])] = [unquoted(one) for one in strings]
    return found


def test_no_word_is_untranslated():
    assert [key for key, strings in written().items() if not all(strings)] == []


@pytest.mark.parametrize("template", sorted((HERE / "theme/templates").rglob("*.html")), ids=lambda path: path.name)
def test_every_word_of_a_template_is_in_the_catalogue(template):
    words = {(context, id) for id, context in TRANSLATE.findall(template.read_text())}
    assert words <= set(written())


def test_every_word_of_a_recipe_is_in_the_catalogue():
    calls = re.compile(r'pgettext(?:_lazy)?\("(.+?)", "(.+?)"\)|gettext\("(.+?)"\)')
    code = "\n".join(path.read_text() for path in [*HERE.glob("*.py"), *HERE.glob("recipes/*.py")])
    words = {(context, id or alone) for context, id, alone in calls.findall(code)}
    assert words and words <= set(written())


def test_compiled_catalogue_is_what_is_written():
    with (MESSAGES / "django.mo").open("rb") as file:
        compiled = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    flat = {}
    for key, string in compiled.items():
        name, _ = key if isinstance(key, tuple) else (key, 0)
        context, _, id = name.rpartition("\x04")
        flat.setdefault((context, id), []).append(string)
    assert flat == written()


@pytest.mark.parametrize(
    ("words", "told"), [(10, "1 хвилина читання"), (420, "2 хвилини читання"), (1010, "5 хвилин читання")]
)
def test_reading_time_follows_the_plurals_of_the_language(words, told):
    html = article(paper(edition("a1", body=(Paragraph((Run("слово " * words),)),))), language="uk")
    assert told in html


def test_dates_are_written_as_the_language_writes_them():
    html = article(paper(edition("a1")), language="uk")
    assert "17 березня 2026, 12:34" in html and '<html lang="uk" dir="ltr">' in html


def test_page_of_a_language_from_right_to_left_says_so():
    assert 'dir="rtl"' in drawn(paper(edition("a1")), "home", "/", direction="rtl")
