"""What the reader's process says by itself is said in the newsroom's language."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest

from newsdesk.press.serving import refusals
from newsdesk.press.tests.serve_running import running

CATALOGUE = Path(refusals.__file__).parent / "locale/uk/LC_MESSAGES"
ALL = [one for one in vars(refusals).values() if isinstance(one, refusals.Refusal)]


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    refusals.speak("en")


@pytest.mark.parametrize("refusal", ALL, ids=lambda one: f"{one.status} {one.title}")
def test_every_refusal_is_there_in_ukrainian(refusal: refusals.Refusal) -> None:
    in_english = refusal.page()[2].decode()
    assert refusal.title in in_english
    assert refusal.words in in_english
    refusals.speak("uk")
    page = refusal.page()[2].decode()
    assert 'lang="uk"' in page
    assert refusal.title not in page
    assert refusal.words not in page


def test_nothing_is_left_over_and_the_compiled_catalogue_is_the_written_one() -> None:
    with (CATALOGUE / "refusals.mo").open("rb") as file:
        compiled: dict[str, str] = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    words = {words for refusal in ALL for words in (refusal.title, refusal.words)}
    assert compiled.keys() - {""} == words
    written = (CATALOGUE / "refusals.po").read_text(encoding="utf-8")
    assert all(f'msgid "{id}"\nmsgstr "{compiled[id]}"\n' in written for id in words)


def test_a_language_without_a_catalogue_gets_english() -> None:
    refusals.speak("pt")
    assert refusals.NOT_FOUND.words in refusals.NOT_FOUND.page()[2].decode()


def test_the_process_speaks_as_its_setting_says(tmp_path: Path) -> None:
    with running(tmp_path, NEWSDESK_LANGUAGE="uk") as site:
        assert "За цією адресою сторінки немає." in site.ask("GET", "/nowhere/").body.decode()
