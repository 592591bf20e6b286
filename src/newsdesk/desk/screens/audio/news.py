"""The day's news on the board: what could not be spoken, and trying it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages

from newsdesk.audio import composing, wishes
from newsdesk.audio.models import Composition
from newsdesk.desk.screens.audio.states import Heard, waiting
from newsdesk.desk.screens.front.view import may_arrange


@dataclass(frozen=True, slots=True)
class Day:
    composition: Composition
    title: str
    heard: Heard


def failed() -> Iterator[Day]:
    return (Day(row, composing.title(row.day), waiting(row)) for row in composing.failed())


class ComposeAgain(View):
    """For whoever arranges what stands on the front."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_arrange(request.user):
            raise PermissionDenied
        wishes.compose_again(get_object_or_404(Composition, pk=kwargs["pk"]))
        messages.success(request, _("It is read again."))
        return redirect("newsdesk_audio:index")
