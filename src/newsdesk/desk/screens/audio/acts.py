"""What an editor does in the Audio panel: every answer is the panel as it is now."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from newsdesk.article import spoken
from newsdesk.audio import listening, recordings, wishes
from newsdesk.audio.failed import AudioFailed, in_words
from newsdesk.audio.models import Narration
from newsdesk.desk import filing
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.screens.audio.forms import NOBODY, PERSON, WishForm
from newsdesk.desk.screens.audio.panel import may_wish, shown
from newsdesk.desk.screens.sources.views import OfArticle

UNHEARD = 422


class Wish(OfArticle):
    """Who reads the article from now on, or that it is read again; asked with GET, how it is heard now."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "newsdesk_desk/audio/heard.html", shown(self.article, request.user))

    def post(self, request: HttpRequest) -> HttpResponse:
        if request.POST.get("act") == "again":
            wishes.again(self.article.archive_id)
            return self.answer(_("It is read again."))
        form = WishForm(self._narration(), request.POST, request.FILES)
        if not form.is_valid():
            return self.answer("", form)
        return self.answer(self._keep(form.cleaned_data))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        page = get_object_or_404(ArticlePage, pk=kwargs["page_id"])
        if request.method == "POST" and not may_wish(request.user, page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def _narration(self) -> Narration | None:
        return Narration.objects.filter(article=self.article.archive_id).first()

    def _keep(self, wished: dict[str, Any]) -> str:
        article, who = self.article.archive_id, wished["who"]
        if who == NOBODY:
            wishes.not_read(article, wished["because"].strip())
            return _("It is not read aloud.")
        if who == PERSON:
            wishes.read_by_a_person(article, *self._recorded(wished["recording"]), wished["reader"].strip())
            return _("The recording is offered as soon as the article has exactly these words.")
        wishes.read_by(article, who)
        return _("It is read by this voice.")

    def _recorded(self, upload: Any) -> tuple[str, str]:
        """The recording and the words it belongs to: what is uploaded now, or else what was before."""
        if upload:
            return recordings.keep(upload), spoken.undated(filing.draft(self.article))
        narration = Narration.objects.get(article=self.article.archive_id)
        return narration.recording, narration.recording_spoken

    def answer(self, said: str, form: WishForm | None = None) -> HttpResponse:
        context = shown(self.article, self.request.user) | ({"form": form} if form else {}) | {"said": said}
        return render(
            self.request, "newsdesk_desk/audio/answer.html", context, status=UNHEARD if form and form.errors else 200
        )


class Draft(OfArticle):
    """The draft as last saved, read aloud for this editor alone: it lies on no shelf."""

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            sound = listening.draft(filing.draft(self.article))
        except AudioFailed as failed:
            return HttpResponse(in_words(failed.reason), status=UNHEARD, content_type="text/plain; charset=utf-8")
        return HttpResponse(sound, content_type="audio/mpeg", headers={"Cache-Control": "no-store"})
