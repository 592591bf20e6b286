"""One letter: its issues and how it grows, and the form by which a chief makes and changes it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton

from newsdesk.desk.screens.letters import figures, troubles
from newsdesk.desk.screens.letters.board import newest
from newsdesk.desk.screens.letters.doors import Screen, may_make
from newsdesk.desk.screens.letters.forms import LetterForm
from newsdesk.desk.screens.letters.waiting import RECENTLY
from newsdesk.newsletter.models import Letter
from newsdesk.newsletter.web_edition import follow_letter


class OfLetter(Screen):
    def setup(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.letter = get_object_or_404(Letter, pk=kwargs["letter"])


class LetterPage(OfLetter, TemplateView):
    template_name = "newsdesk_desk/letters/letter.html"

    def get_page_title(self) -> str:
        return str(self.letter.name)

    @property
    def header_buttons(self) -> list[HeaderButton]:
        where = (self.letter.pk,)
        buttons = [HeaderButton(_("New issue"), reverse("newsdesk_letters:begin", args=where), icon_name="plus")]
        if may_make(self.request.user):
            buttons.append(
                HeaderButton(_("Edit letter"), reverse("newsdesk_letters:letter_edit", args=where), icon_name="edit")
            )
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        letter = self.letter
        return context | {
            "letter": letter,
            "growth": figures.of_letter(letter),
            "days": figures.DAYS,
            "troubles": [*troubles.of_newsroom(), *troubles.of_letter(letter)],
            "issues": newest(letter.issues.all()),
            "turns": letter.turns.filter(issue=None).order_by("-at")[: RECENTLY.days],
        }


class LetterEdit(Screen, TemplateView):
    """Makes a letter where none is named."""

    needs = "newsletter.change_letter"
    template_name = "newsdesk_desk/letters/form.html"
    page_title = gettext_lazy("New letter")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.letter: Letter | None = get_object_or_404(Letter, pk=kwargs["letter"]) if "letter" in kwargs else None

    def get_page_title(self) -> str:
        return str(self.letter.name if self.letter else self.page_title)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._drawn(LetterForm(instance=self.letter))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = LetterForm(request.POST, instance=self.letter)
        if not form.is_valid():
            return self._drawn(form)
        with transaction.atomic():
            letter = form.save()
            follow_letter(letter)
        messages.success(request, _("Kept."))
        return redirect("newsdesk_letters:letter", letter.pk)

    def _drawn(self, form: LetterForm) -> HttpResponse:
        context = self.get_context_data(form=form, media=form.media, action_url=self.request.path)
        return self.render_to_response(context | {"submit_button_label": _("Save")})
