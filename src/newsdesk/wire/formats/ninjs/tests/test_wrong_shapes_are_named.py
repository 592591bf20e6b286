"""A document that is not what it should be is refused with the place and what belongs there, whatever it holds."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.wire.errors import WireError
from newsdesk.wire.formats.ninjs import parse
from newsdesk.wire.formats.ninjs.tests.documents import ARTICLE


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"uri": " "}, "uri"),
        ({"headlines": "Ferry"}, "headlines"),
        ({"headlines": ["Ferry"]}, "headlines[0]"),
        ({"headlines": [{"value": 3}]}, "headlines[0].value"),
        ({"urgency": 12}, "urgency"),
        ({"urgency": True}, "urgency"),
        ({"urgency": float("nan")}, "urgency"),
        ({"firstCreated": "yesterday"}, "firstcreated"),
        ({"firstCreated": "2026-03-17T09:30:00"}, "firstcreated"),
        ({"pubStatus": "cancelled"}, "pubstatus"),
        ({"type": "video"}, "type"),
        ({"associations": [{"type": "picture"}]}, "associations[0].uri"),
        ({"associations": [{"uri": "u", "type": "picture", "renditions": [{"href": 1}]}]},
         "associations[0].renditions[0].href"),
        ({"standard": {"version": "1.6"}}, "standard.version"),
        ({"standard": None, "body_html": "<p>Old</p>"}, "standard.version"),
    ],
)  # fmt: skip
def test_the_field_is_named(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(WireError) as refused:
        parse(ARTICLE | fields)
    assert refused.value.field == field
    assert refused.value.permanent
    assert str(refused.value) == f"{field}: expected {refused.value.expected}"


def test_null_counts_as_absent_and_words_can_be_stored() -> None:
    item = parse(ARTICLE | {"urgency": None, "located": None, "slugline": "a\x00b\ud800c"})
    assert (item.urgency, item.located, item.slugline) == (5, "", "abc")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*ARTICLE, "value", "href"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([*ARTICLE, "renditions", "infoSources"]), JSON, max_size=6))
def test_nothing_else_is_ever_raised(fields: dict[str, Any]) -> None:
    with contextlib.suppress(WireError):
        parse(ARTICLE | fields)
