"""The desk's own files by their path, for those who are signed in: data, whatever they say they are."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

POLICY = "default-src 'none'; sandbox"
"""A page or drawing among them runs no script with the rights of whoever opens it."""


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    answer = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    answer["Content-Security-Policy"] = POLICY
    return answer
