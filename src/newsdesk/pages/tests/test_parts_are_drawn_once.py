"""A part that depends on one value is drawn once for each value and each frame, and never for another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Engine

from newsdesk.pages.contexts import Name
from newsdesk.pages.tests.made import frame
from newsdesk.press.draw import engine

PAGE = "{% for item in page %}{% once 'line.html' item %}{% endfor %}"
LINE = "<li>{{ item.words }} in {{ frame.site_name }}{{ page }}</li>"
HARBOUR, COURTS = Name("Harbour & docks"), Name("Courts")


@pytest.fixture
def templates(tmp_path: Path) -> Engine:
    (tmp_path / "line.html").write_text(LINE)
    (tmp_path / "page.html").write_text(PAGE)
    return engine([str(tmp_path)], dict(settings.NEWSDESK_TEMPLATE_LIBRARIES))


def drawn(templates: Engine, *names: Name, **differently: str) -> str:
    context = Context({"page": names, "frame": replace(frame(), **differently)})  # type: ignore[arg-type]
    return templates.get_template("page.html").render(context)


def test_each_value_has_its_own_words(templates: Engine) -> None:
    site = frame().site_name
    assert drawn(templates, HARBOUR, COURTS) == f"<li>Harbour &amp; docks in {site}</li><li>Courts in {site}</li>"


def test_an_equal_value_is_not_drawn_again(templates: Engine, tmp_path: Path) -> None:
    first = drawn(templates, HARBOUR)
    templates.get_template("line.html").nodelist.clear()
    assert drawn(templates, Name("Harbour & docks")) == first
    assert drawn(templates, COURTS) == ""


def test_another_frame_is_another_drawing(templates: Engine) -> None:
    drawn(templates, COURTS)
    assert drawn(templates, COURTS, site_name="The Tide") == "<li>Courts in The Tide</li>"
