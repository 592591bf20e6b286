"""Whether the person in front of the screen is who they say: the one question before anything confidential."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from newsdesk.desk.second_factor import verified as verified
from newsdesk.desk.second_factor.check import has_factor
from newsdesk.desk.second_factor.verified import recently

Hindrance = Literal["", "factor", "code", "trust"]
"""What is missing: a second factor, a code of it, or the day after which a factor that replaced another is trusted."""


def hindrance(request: HttpRequest) -> Hindrance:
    """What keeps this person from what is confidential; empty where nothing does."""
    if verified(request):
        return ""
    if not has_factor(request.user):
        return "factor"
    return "trust" if recently(request) else "code"


def remedy(back: str, hindrance: Hindrance) -> str:
    """Where one brings what is missing, and comes back; empty where one can only wait."""
    pages = {"factor": reverse("newsdesk_second_factor:own"), "code": reverse("newsdesk_code")}
    return f"{pages[hindrance]}?{urlencode({'next': back})}" if hindrance in pages else ""
