"""What reaches the desk is text: control characters that came along with a paste are left out at the door.

They would be an error of a form, a failure of the database, or invalid pages, feeds and sitemaps, depending on where
they end up. https://docs.djangoproject.com/en/5.2/topics/http/middleware/
"""

from __future__ import annotations

import json
from typing import Any

from django.http import QueryDict
from django.utils.deprecation import MiddlewareMixin

from newsdesk.article.text import storable, storable_json


class OnlyText(MiddlewareMixin):
    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> None:
        request.GET = cleaned(request.GET)
        if request.method == "POST":
            request.POST = cleaned(request.POST)


def cleaned(given: QueryDict) -> QueryDict:
    """The same fields, each value without what no text may hold."""
    clean = QueryDict(mutable=True, encoding=given.encoding)
    for name, values in given.lists():
        clean.setlist(name, [_cleaned(value) for value in values])
    clean._mutable = False
    return clean


def _cleaned(value: str) -> str:
    """The text editor sends JSON, in which these characters stand as escapes."""
    value = storable(value)
    if not value.startswith(("{", "[")) or "\\u" not in value:
        return value
    try:
        return json.dumps(storable_json(json.loads(value)))
    except (ValueError, RecursionError):
        return value
