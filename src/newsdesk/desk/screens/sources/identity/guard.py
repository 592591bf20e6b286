"""Keeps what somebody typed or is shown out of logs and error pages, whatever fails meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.views.debug import SafeExceptionReporterFilter

T = TypeVar("T")


class Withheld(Exception):
    """Something failed; says where and what kind of failure, and nothing of what was in hand."""


class Discreet(SafeExceptionReporterFilter):
    """Hides local values and what was sent also where tracebacks are shown in the browser."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True


def withheld(call: Callable[[], T]) -> T:
    """What ``call`` returns; any failure of it is raised as ``Withheld``, from which no way leads back to it."""
    try:
        return call()
    except (PermissionDenied, Http404):
        raise
    except Exception as error:  # noqa: BLE001  its message or a frame of it may hold the words
        told = _told(error)
    raise Withheld(told)


def _told(error: Exception) -> str:
    frames = extract_tb(error.__traceback__)[1:]
    return f"{type(error).__name__} at " + " > ".join(f"{Path(one.filename).name}:{one.lineno}" for one in frames)
