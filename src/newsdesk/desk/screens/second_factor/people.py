"""Who has a second factor, of which roles it is demanded, and taking away one that was lost."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from newsdesk.desk.screens.screen import Screen
from newsdesk.desk.screens.second_factor.forms import DemandForm
from newsdesk.desk.screens.second_factor.own import AsksAgain
from newsdesk.desk.second_factor import acts
from newsdesk.desk.second_factor.authenticator import Authenticator
from newsdesk.desk.second_factor.check import has_factor
from newsdesk.desk.signing_in import limits

PEOPLE = "newsdesk_second_factor:people"


def looks_after_accounts(user: Any) -> bool:
    return bool(user.has_perm("auth.change_user"))


class ForChiefs(Screen, AsksAgain):
    header_icon = "key"

    def may(self, user: Any) -> bool:
        return looks_after_accounts(user)


class People(ForChiefs, FormView):  # type: ignore[type-arg]  # no generic at run time
    template_name = "newsdesk_desk/second_factor/people.html"
    form_class = DemandForm
    page_title = gettext_lazy("Second factors")

    def form_valid(self, form: DemandForm) -> HttpResponse:
        form.save()
        messages.success(self.request, _("Noted."))
        return redirect(PEOPLE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        factors = {factor.user_id: factor for factor in Authenticator.objects.all()}
        users = get_user_model().objects.filter(is_active=True).order_by("username").prefetch_related("groups")
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"rows": [(user, factors.get(user.pk)) for user in users], "me": self.request.user}


class TakeAway(ForChiefs, TemplateView):
    """For somebody who has one themselves: a stolen password must not be enough to disarm a colleague."""

    template_name = "newsdesk_desk/second_factor/take_away.html"
    page_title = gettext_lazy("Take a second factor away")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.person = get_object_or_404(get_user_model(), pk=kwargs["pk"])
        if self.person.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if why := self._why_not():
            messages.error(request, why)
            return redirect(PEOPLE)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if why := self._why_not():
            messages.error(request, why)
            return redirect(PEOPLE)
        acts.take_away(self.person, by=request.user)
        limits.pardon(self.person.get_username())
        messages.success(request, _("%(name)s signs in with a password alone now.") % {"name": self.person})
        return redirect(PEOPLE)

    def _why_not(self) -> str:
        if self.person == self.request.user:
            return _("Your own is under Account.")
        if not has_factor(self.request.user):
            return _("Set up a second factor of your own first: only then can you take away a colleague's.")
        return "" if has_factor(self.person) else _("%(name)s has none.") % {"name": self.person}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"person": self.person, "back": reverse(PEOPLE)}
