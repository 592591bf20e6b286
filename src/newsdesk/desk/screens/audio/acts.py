"""What an editor does in the Audio panel: every answer is the panel as it is now."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from newsdesk.article import spoken
from newsdesk.audio import listening, recordings, wishes
from newsdesk.audio.failed import AudioFailed
from newsdesk.desk import filing
from newsdesk.desk.screens.audio.forms import NOBODY, PERSON, WishForm
from newsdesk.desk.screens.audio.panel import shown
from newsdesk.desk.screens.sources.views import OfArticle

UNHEARD = 422


class Wish(OfArticle):
    """Who reads the article from now on, or that it is read again."""

    def post(self, request: HttpRequest) -> HttpResponse:
        if request.POST.get("act") == "again":
            wishes.again(self.article.archive_id)
            return self.answer(_("It is read again."))
        form = WishForm(None, request.POST, request.FILES)
        if not form.is_valid():
            return self.answer("", form)
        return self.answer(self._keep(form.cleaned_data))

    def _keep(self, wished: dict[str, Any]) -> str:
        article, who = self.article.archive_id, wished["who"]
        if who == NOBODY:
            wishes.not_read(article, wished["because"].strip())
            return _("It is not read aloud.")
        if who == PERSON:
            words = spoken.digest(filing.file(self.article))
            wishes.read_by_a_person(article, recordings.keep(wished["recording"]), words, wished["reader"].strip())
            return _("The recording is offered as soon as the article has exactly these words.")
        wishes.read_by(article, who)
        return _("It is read by this voice.")

    def answer(self, said: str, form: WishForm | None = None) -> HttpResponse:
        context = shown(self.article) | ({"form": form} if form else {}) | {"said": said}
        return render(
            self.request, "newsdesk_desk/audio/answer.html", context, status=UNHEARD if form and form.errors else 200
        )


class Draft(OfArticle):
    """The draft as last saved, read aloud for this editor alone: it lies on no shelf."""

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            sound = listening.draft(filing.file(self.article))
        except AudioFailed as failed:
            return HttpResponse(_(failed.reason), status=UNHEARD, content_type="text/plain; charset=utf-8")
        return HttpResponse(sound, content_type="audio/mpeg", headers={"Cache-Control": "no-store"})
