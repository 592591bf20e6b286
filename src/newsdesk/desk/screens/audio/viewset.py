"""The addresses of audio at the desk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views import View
from wagtail.admin.viewsets.base import ViewSet

from newsdesk.audio import listening
from newsdesk.audio.failed import AudioFailed, in_words
from newsdesk.desk.screens.audio.acts import UNHEARD, Draft, Wish
from newsdesk.desk.screens.audio.board import Board
from newsdesk.desk.screens.audio.news import ComposeAgain
from newsdesk.desk.screens.audio.rules import Rules

LONGEST = 160


class Word(View):
    """A word as it is said, for whoever is about to put it on the list."""

    def post(self, request: HttpRequest) -> HttpResponse:
        if not request.user.has_perm("audio.change_pronunciation"):
            raise PermissionDenied
        said, language = request.POST.get("said", "")[:LONGEST], request.POST.get("language", "")
        try:
            sound = listening.word(said, language or settings.LANGUAGE_CODE)
        except AudioFailed as failed:
            return HttpResponse(in_words(failed.reason), status=UNHEARD, content_type="text/plain; charset=utf-8")
        return HttpResponse(sound, content_type="audio/mpeg", headers={"Cache-Control": "no-store"})


class AudioViewSet(ViewSet):
    name = "newsdesk_audio"
    url_prefix = "audio"

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", Board.as_view(), name="index"),
            path("rules/", Rules.as_view(), name="rules"),
            path("news/<int:pk>/again/", ComposeAgain.as_view(), name="compose_again"),
            path("word/", Word.as_view(), name="word"),
            path("<int:page_id>/wish/", Wish.as_view(), name="wish"),
            path("<int:page_id>/draft/", Draft.as_view(), name="draft"),
        ]
