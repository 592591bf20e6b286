"""An issue's words: begun for a letter, or changed as long as they can be."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from newsdesk.desk.screens.letters.doors import Screen
from newsdesk.desk.screens.letters.forms import IssueForm
from newsdesk.desk.screens.letters.letter import OfLetter
from newsdesk.newsletter.making import acts
from newsdesk.newsletter.making.refused import Refused
from newsdesk.newsletter.models import Issue


class OfIssue(Screen):
    """A page of one issue."""

    issue: Issue

    def setup(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.issue = get_object_or_404(Issue.objects.select_related("letter", "of"), pk=kwargs["issue"])

    def trail(self) -> list[dict[str, Any]]:
        letter = self.issue.letter
        return [{"url": reverse("newsdesk_letters:letter", args=(letter.pk,)), "label": letter.name}]


class Writes:
    """The form, and where it leads: to the preview."""

    template_name: str | None = "newsdesk_desk/letters/form.html"

    def drawn(self: Any, form: IssueForm) -> HttpResponse:
        context = self.get_context_data(form=form, media=form.media, action_url=self.request.path)
        shown: HttpResponse = self.render_to_response(context | {"submit_button_label": _("Save and look at it")})
        return shown

    def kept(self: Any, issue: Issue) -> HttpResponse:
        messages.success(self.request, _("Kept. This is how it will be mailed."))
        return redirect("newsdesk_letters:preview", issue.pk)


class Begin(Writes, OfLetter, TemplateView):
    page_title = gettext_lazy("New issue")

    def trail(self) -> list[dict[str, Any]]:
        return [{"url": reverse("newsdesk_letters:letter", args=(self.letter.pk,)), "label": self.letter.name}]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.drawn(IssueForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = IssueForm(request.POST)
        if not form.is_valid():
            return self.drawn(form)
        return self.kept(acts.begin(self.letter, form.words(), request.user.get_username()))


class Change(Writes, OfIssue, TemplateView):
    def get_page_title(self) -> str:
        return str(self.issue.subject)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.issue.state not in acts.CHANGEABLE:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.drawn(IssueForm.of(self.issue))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = IssueForm.of(self.issue, request.POST)
        if form.is_valid():
            version, by = form.cleaned_data["version"] or 0, request.user.get_username()
            try:
                return self.kept(acts.change(self.issue.pk, version, form.words(), by))
            except Refused as refused:
                form.add_error(None, str(refused))
        return self.drawn(form)
