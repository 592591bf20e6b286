"""Whether the person in front of the screen is who they say: the one question before anything confidential."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode


def verified(request: HttpRequest) -> bool:
    """Whether they gave a code of a second factor a moment ago; as long as the desk has none, nobody did."""
    return False


def code_page(back: str) -> str:
    """Where one gives a code and comes back; empty where there is no such place."""
    try:
        return f"{reverse('newsdesk_code')}?{urlencode({'next': back})}"
    except NoReverseMatch:
        return ""
