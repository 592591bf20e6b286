"""What a paste brought along and no page, feed or database can hold is left out at the desk's door; all else stays."""

from __future__ import annotations

import json

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.article.text import UNSTORABLE
from newsdesk.desk.models import Topic
from newsdesk.desk.only_text import cleaned
from newsdesk.desk.tests.conftest import Begin
from newsdesk.desk.tests.forms import form_of
from newsdesk.desk.tests.test_autosave_and_two_editors import edit, latest


def test_autosaved_without_it(at_editor: Client, begin: Begin) -> None:
    page = begin()
    form = form_of(page, title="Ferry\x00 la\x0bte", standfirst="Line\none", text="<p>The \U0001f6a2 was X.</p>")
    form = {
        name: value.replace("X", "\\ud83dlate") if isinstance(value, str) else value for name, value in form.items()
    }
    answer = at_editor.post(edit(page), form, headers={"accept": "application/json"})
    assert answer.json()["success"], answer.json()
    draft = latest(page).get_latest_revision_as_object()
    assert (draft.title, draft.standfirst.split()) == ("Ferry late", ["Line", "one"])
    assert "The \U0001f6a2 was late." in str(draft.body)


def test_of_a_topic_too(at_editor: Client) -> None:
    at_editor.post(reverse(Topic.snippet_viewset.get_url_name("add")), {"name": "Fer\x08ries", "slug": ""})
    assert Topic.objects.get().name == "Ferries"


def test_in_what_is_searched_for(at_editor: Client, begin: Begin) -> None:
    begin()
    assert at_editor.get(reverse("newsdesk_articles:index"), {"q": "ferr\x00y"}).status_code == 200


VALUES = st.text() | st.recursive(st.text(), lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside)).map(
    json.dumps
)


@given(st.dictionaries(st.text(), st.lists(VALUES)))
def test_nothing_else_is_changed(fields: dict[str, list[str]]) -> None:
    given = QueryDict(mutable=True)
    for name, values in fields.items():
        given.setlist(name, values)
    clean = cleaned(given)
    assert list(clean) == list(given)
    for name, values in fields.items():
        for before, after in zip(values, clean.getlist(name), strict=True):
            assert not UNSTORABLE.search(after)
            assert after == before or UNSTORABLE.search(before) or "\\u" in before


@pytest.mark.parametrize("text", ["{not \\u0000 json", '["a\\\\u0000"]', "[" * 5000 + "\\u0000"])
def test_what_only_looks_like_json_is_left_as_it_is(text: str) -> None:
    given = QueryDict(mutable=True)
    given["field"] = text
    assert cleaned(given)["field"] == text
