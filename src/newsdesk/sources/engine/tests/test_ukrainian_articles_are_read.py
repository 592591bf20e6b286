"""Ukrainian is a folder of words: no code knows it, and its articles are read well enough to help."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from newsdesk.sources.engine import read
from newsdesk.sources.engine.tests.annotated import Article, load
from newsdesk.sources.engine.tests.measured import measured

ARTICLES = Path(__file__).parent / "articles_uk"
ukrainian = partial(read, code="uk")


def articles(folder: Path) -> list[Article]:
    return [load(path) for path in sorted(folder.glob("*.toml"))]


def test_ukrainian_statements_and_their_speakers_are_found() -> None:
    figures = measured(articles(ARTICLES), ukrainian)
    assert figures.f1 >= 92
    assert figures.speakers >= 90
    assert figures.chains >= 80


def test_words_chosen_for_other_articles_fit_these_too() -> None:
    figures = measured(articles(ARTICLES / "kept_aside"), ukrainian)
    assert figures.f1 >= 80
    assert figures.speakers >= 80


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Міст через Сулу відкриють, заявила міністерка Олена Гримич.", "Олена Гримич", "міністерка"),
        ("«Міст закрито», — сказав мер Хорола Іван Кобза.", "Іван Кобза", "мер Хорола"),
        ("Павло Дуда прийшов. За словами Дуди, міст стоїть.", "Павло Дуда", None),
        ("За даними Укрінформу, міст закрито.", "Укрінформ", None),
    ],
)
def test_a_name_in_any_case_is_the_name(text: str, name: str, title: str | None) -> None:
    link = ukrainian(text, date(2026, 3, 4)).statements[0].chain[0]
    assert (link.name, link.title) == (name, title)


def test_a_ukrainian_day_is_counted_back() -> None:
    said = ukrainian("Міст через Сулу відкриють, заявив у вівторок інженер Павло Дуда.", date(2026, 3, 4)).statements[0]
    assert said.said_on == date(2026, 3, 3)
