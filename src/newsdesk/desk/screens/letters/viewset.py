"""The addresses of letters at the desk."""

from __future__ import annotations

from typing import Any

from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from newsdesk.desk.screens.letters import breaking, compose, issue, letter, preview, reader
from newsdesk.desk.screens.letters.board import Board


class LettersViewSet(ViewSet):
    name = "newsdesk_letters"
    url_prefix = "letters"

    def get_urlpatterns(self) -> list[Any]:
        one = "issues/<uuid:issue>/"
        return [
            path("", Board.as_view(), name="index"),
            path("make/", letter.LetterEdit.as_view(), name="make"),
            path("reader/", reader.Reader.as_view(), name="reader"),
            path("breaking/<int:page_id>/", breaking.Breaking.as_view(), name="breaking"),
            path("<uuid:letter>/", letter.LetterPage.as_view(), name="letter"),
            path("<uuid:letter>/edit/", letter.LetterEdit.as_view(), name="letter_edit"),
            path("<uuid:letter>/begin/", compose.Begin.as_view(), name="begin"),
            path(one, issue.IssuePage.as_view(), name="issue"),
            path(f"{one}change/", compose.Change.as_view(), name="change"),
            path(f"{one}preview/", preview.Preview.as_view(), name="preview"),
            path(f"{one}mail/", preview.Mail.as_view(), name="mail"),
            path(f"{one}test/", preview.Test.as_view(), name="test"),
            path(f"{one}let-go/", preview.LetGo.as_view(), name="let_go"),
            path(f"{one}note/", issue.Note.as_view(), name="note"),
            path(f"{one}again/", issue.Again.as_view(), name="again_all"),
            path(f"{one}again/<int:delivery>/", issue.Again.as_view(), name="again"),
            path(f"{one}<slug:act>/", issue.Act.as_view(), name="act"),
        ]
