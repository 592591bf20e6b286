"""Every word of letters is translated, and what is compiled is what is written."""

from __future__ import annotations

import ast
import re
from gettext import GNUTranslations
from pathlib import Path

import newsdesk.newsletter

HERE = Path(newsdesk.newsletter.__file__).parent
MESSAGES = HERE / "locale/uk/LC_MESSAGES"
CALLED = {"_", "gettext", "gettext_lazy"}
ENTRY = re.compile(r'^msgid (".+")\nmsgstr (".*")$', re.MULTILINE)


OF_EDITORS = HERE.parent / "desk/locale/uk/LC_MESSAGES"
"""What editors alone are told stands in the desk's catalogue, which has a test of its own."""


def written(messages: Path = MESSAGES) -> dict[str, str]:
    found = ENTRY.findall((messages / "django.po").read_text())
    return {ast.literal_eval(id): ast.literal_eval(string) for id, string in found}


def said() -> set[str]:
    """The words of the code and of the mail's template; asking's pages are the theme's."""
    files = [file for file in HERE.rglob("*.py") if "tests" not in file.parts]
    calls = (node for file in files for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call))
    named = (call for call in calls if getattr(call.func, "id", "") in CALLED)
    words = {argument.value for call in named for argument in call.args[:1] if isinstance(argument, ast.Constant)}
    templates = "\n".join(file.read_text() for file in (HERE / "templates").rglob("*.html"))
    return words | set(re.findall(r'{% translate "(.+?)" %}', templates))


def test_no_word_of_letters_is_untranslated_and_none_is_left_over() -> None:
    assert set(written()) <= said() and all(written().values())
    assert said() <= set(written()) | set(written(OF_EDITORS))


def test_compiled_catalogue_is_what_is_written() -> None:
    with (MESSAGES / "django.mo").open("rb") as file:
        compiled = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    assert {id: string for id, string in compiled.items() if id} == written()
