"""Breaking news from one live article: the button, a page with subject and preview text filled in, and the request."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton

from newsdesk.archive.reader import Archive
from newsdesk.article.body import RelatedCard
from newsdesk.article.card import Card
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.screens.letters import troubles
from newsdesk.desk.screens.letters.doors import Screen, may_compose
from newsdesk.newsletter.making import acts, brake
from newsdesk.newsletter.models import Letter


class BreakingForm(forms.Form):
    letter = forms.ModelChoiceField(label=gettext_lazy("Letter"), queryset=Letter.objects.none(), empty_label=None)
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=150)
    preview = forms.CharField(label=gettext_lazy("Preview text"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["letter"]
        choice.queryset = letters()


class Breaking(Screen, TemplateView):
    template_name = "newsdesk_desk/letters/breaking.html"
    page_title = gettext_lazy("Breaking news by letter")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.article = get_object_or_404(ArticlePage, pk=kwargs["page_id"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        card = self._card()
        return self._drawn(BreakingForm(initial={"subject": card.headline[:150], "preview": card.summary[:200]}))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form, card = BreakingForm(request.POST), self._card()
        if not form.is_valid():
            return self._drawn(form)
        given = form.cleaned_data
        words = acts.Words(given["subject"], given["preview"], (RelatedCard(card.article),))
        issue = acts.begin(given["letter"], words, request.user.get_username())
        if issue.letter.second_yes:
            messages.success(request, _("Asked for a second yes. Whoever may send letters sees it on their home now."))
        return redirect("newsdesk_letters:preview", issue.pk)

    def _card(self) -> Card:
        card = Archive().card(self.article.archive_id)
        if card is None:
            raise Http404
        return card

    def _drawn(self, form: BreakingForm) -> HttpResponse:
        there = [(letter, brake.left_today(letter)) for letter in letters()]
        context = self.get_context_data(form=form, media=form.media, action_url=self.request.path, letters=there)
        asks = any(letter.second_yes for letter, _left in there)
        label = _("Ask for a second yes") if asks else _("Save and look at it")
        told = {"troubles": list(troubles.of_newsroom()), "submit_button_label": label}
        return self.render_to_response(context | told)


def letters() -> Any:
    return Letter.objects.filter(by=Letter.By.BREAKING).order_by("name")


def button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> list[HeaderButton]:
    """In the editor of what is live, where there is a letter for it."""
    article = page.specific_class is not None and issubclass(page.specific_class, ArticlePage)
    if view_name != "edit" or not (article and page.live and may_compose(user) and letters().exists()):
        return []
    where = reverse("newsdesk_letters:breaking", args=(page.pk,))
    return [HeaderButton(_("Send as breaking news"), where, icon_name="mail", priority=70)]
