"""Slugs, permalinks and references: always usable in a path, never a door for a harmful scheme."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.article.links import may_be_top_level, parse_reference, permalink, slugify


@given(st.text(), st.integers(10, 80))
def test_any_words_make_a_slug(words: str, length: int) -> None:
    slug = slugify(words, length)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= length
    assert slugify(slug, length) == slug


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Who pays when a ferry is late by a year?", "who-pays-when-a-ferry-is-late-by-a-year"),
        ("Гольмська об’їзна: що далі", "holmska-obizna-shcho-dali"),
        ("Ärger in Østerholm", "arger-in-sterholm"),
        ("日本", "item"),
        ("Don't", "dont"),
    ],
)
def test_slug_of_words(words: str, slug: str) -> None:
    assert slugify(words) == slug


def test_long_slug_is_cut_at_a_word() -> None:
    assert slugify("harbour " * 20, 20) == "harbour-harbour"


def test_second_permalink_of_a_day_is_another() -> None:
    day = datetime(2026, 3, 7, tzinfo=UTC)
    assert [permalink(day, "fire", attempt) for attempt in (1, 2)] == ["/2026/03/07/fire/", "/2026/03/07/fire-2/"]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "", "article:", "vbscript:x", "//x.example"]
)
def test_harmful_or_empty_reference_is_none(href: str) -> None:
    assert parse_reference(href) is None


@pytest.mark.parametrize("href", ["article:1", "picture:2", "page:3", "https://x.example/a", "mailto:desk@x.example"])
def test_reference_is_kept(href: str) -> None:
    assert parse_reference(href) is not None


@pytest.mark.parametrize(
    ("slug", "allowed"), [("harbour", True), ("topics", False), ("2026", False), ("Har bour", False)]
)
def test_section_takes_no_path_of_the_site(slug: str, allowed: bool) -> None:
    assert may_be_top_level(slug) is allowed
