"""One reader, found by their exact address: what is kept of them, as a file, and the two acts that change it.

Addresses stand in no URL, and no log has them: each look is written down without.
"""

from __future__ import annotations

import logging
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.log_actions import log

from newsdesk.desk.screens.letters.doors import Screen
from newsdesk.newsletter import suppression
from newsdesk.newsletter.addresses import Unusable, canonical
from newsdesk.newsletter.asking.erasing import forget, kept

logger = logging.getLogger(__name__)


class ReaderForm(forms.Form):
    address = forms.CharField(
        label=gettext_lazy("The whole address"),
        max_length=320,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "email", "spellcheck": "false"}),
    )

    def clean_address(self) -> str:
        try:
            return canonical(self.cleaned_data["address"])
        except Unusable as unusable:
            raise forms.ValidationError(str(unusable.why)) from None


@method_decorator(sensitive_post_parameters(), name="dispatch")
class Reader(Screen, TemplateView):
    needs = "newsletter.view_subscriber"
    template_name = "newsdesk_desk/letters/reader.html"
    page_title = gettext_lazy("Find a reader")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._drawn(ReaderForm())

    @method_decorator(sensitive_variables())
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = ReaderForm(request.POST)
        if not form.is_valid():
            return self._drawn(form)
        address, act = form.cleaned_data["address"], request.POST.get("act", "look")
        note(request.user, act if act in ACTS else "look")
        if act == "export":
            return _file(kept(address))
        if act in ("erase", "lift"):
            self._change(act, address)
        return self._drawn(form, kept(address))

    def _change(self, act: str, address: str) -> None:
        if not self.request.user.has_perm("newsletter.delete_subscriber"):
            raise PermissionDenied
        if act == "erase" and self.request.POST.get("sure"):
            forget(address)
            messages.success(self.request, _("Forgotten. Nothing is sent to this address any more."))
        if act == "lift" and suppression.lift(address):
            messages.success(self.request, _("Mail may be sent to this address again."))

    def _drawn(self, form: ReaderForm, found: dict[str, Any] | None = None) -> HttpResponse:
        context = self.get_context_data(form=form, found=found, known=found is not None and _known(found))
        answer = self.render_to_response(context)
        answer["Cache-Control"] = "no-store"
        return answer


ACTS = ("look", "export", "erase", "lift")


def note(user: Any, act: str) -> None:
    """Who did it and when; not whom it was about."""
    logger.warning("one reader of letters: %s by %s", act, user.get_username())
    log(user, "newsdesk.letters.reader", user=user, data={"act": act})


def _known(found: dict[str, Any]) -> bool:
    return any(found.values())


def _file(found: dict[str, Any]) -> HttpResponse:
    headers = {"Content-Disposition": 'attachment; filename="reader.json"', "Cache-Control": "no-store"}
    return JsonResponse(found, json_dumps_params={"indent": 2, "ensure_ascii": False}, headers=headers)
