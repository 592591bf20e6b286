"""Budgets, and what no page of the built-in theme may contain."""

import gzip
import re
from pathlib import Path

import pytest

import newsdesk.pages.theme
from newsdesk.pages.tests.made import article, drawn, edition, paper
from newsdesk.press.theme import theme

STATIC = Path(newsdesk.pages.theme.__file__).parent / "static"
ENGLISH = ("text-latin.woff2", "italic-latin.woff2", "head-latin.woff2", "label-latin.woff2")
KILOBYTE = 1000


def squeezed(*names):
    return sum(len(gzip.compress((STATIC / name).read_bytes(), 6)) for name in names)


def test_style_sheets_stay_within_12_kilobytes():
    assert squeezed("css/site.css") <= 12 * KILOBYTE


def test_scripts_stay_within_6_kilobytes():
    assert squeezed("js/site.js") <= 6 * KILOBYTE


def test_fonts_of_an_english_article_stay_within_60_kilobytes():
    assert sum((STATIC / "fonts" / name).stat().st_size for name in ENGLISH) <= 60 * KILOBYTE


def test_every_font_is_there_with_its_licence_and_is_asked_for():
    css = (STATIC / "css/site.css").read_text()
    named = set(re.findall(r"\.\./fonts/([\w-]+\.woff2)", css))
    assert named == {path.name for path in (STATIC / "fonts").glob("*.woff2")}
    assert len(list((STATIC / "fonts").glob("OFL-*.txt"))) == 2


@pytest.fixture(scope="module")
def pages():
    archive = paper(*(edition(f"a{number}") for number in range(1, 15)))
    return [article(archive), drawn(archive, "home", "/"), drawn(archive, "section", "/harbour/", "s1")]


def test_nothing_is_asked_of_anybody_else(pages):
    for html in pages:
        loaded = re.findall(r'<(?:img|script|link|source|iframe)[^>]*?(?:src|href)="([^"]+)"', html)
        own = ("/", "https://courier.example/")
        assert loaded and all(url.startswith(own) for url in loaded)


def test_what_is_seen_first_is_asked_for_first(pages):
    for html in pages:
        asked = re.findall(r'<link rel="(preload|stylesheet)"|<script type="module" (fetchpriority="low")', html)
        assert ["".join(one) for one in asked] == [
            "stylesheet",
            "preload",
            "preload",
            'fetchpriority="low"',
        ]


def test_a_front_asks_for_no_italic():
    """An opinion's headline is light there, and italic above its own text only: 13 KB less before the picture."""
    rules = re.findall(r"([^{}]+)\{[^{}]*font-style:italic[^{}]*\}", (STATIC / "css/site.css").read_text())
    wanted = [one.strip() for rule in rules if "@font-face" not in rule for one in rule.split(",")]
    assert wanted == [".k-opinion h1", ".pull blockquote"]


def test_no_page_needs_an_exception_in_the_content_security_policy(pages):
    for html in pages:
        assert not re.search(r'\sstyle="|\son\w+="|<style', html)
        scripts = re.findall(r"<script([^>]*)>", html)
        assert all("src=" in attributes or "application/ld+json" in attributes for attributes in scripts)


def test_css_says_nothing_about_left_and_right():
    """Logical properties only, so that a page from right to left is laid out by the same sheet."""
    css = (STATIC / "css/site.css").read_text()
    assert not re.findall(r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)|left|right|float)\s*:", css)


def test_every_file_a_template_names_exists():
    folder = STATIC.parent / "templates"
    named = {name for path in folder.rglob("*.html") for name in re.findall(r'at:"([^"]+)"', path.read_text())}
    assert named and named <= set(theme().assets.paths)


def test_article_is_small(pages):
    assert len(gzip.compress(pages[0].encode(), 6)) <= 14 * KILOBYTE
