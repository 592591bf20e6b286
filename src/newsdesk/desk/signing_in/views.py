"""The two steps of signing in: a password, and a code where the account has a second factor."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.account import LoginView, PasswordResetView

from newsdesk.desk.second_factor.check import check, has_factor
from newsdesk.desk.second_factor.recovery import RecoveryCodes
from newsdesk.desk.second_factor.verified import remember
from newsdesk.desk.signing_in import device, limits
from newsdesk.desk.signing_in.attempts import Paused
from newsdesk.desk.signing_in.forms import CodeForm, SignInForm, too_many
from newsdesk.desk.signing_in.waiting import KEY, wait, who_waits

TOO_MANY = 429


class SignIn(LoginView):
    """Wagtail's own, but for what follows a right password."""

    def get_form_class(self) -> type[SignInForm]:
        return SignInForm

    def form_valid(self, form: SignInForm) -> HttpResponse:
        user = form.get_user()
        if has_factor(user):
            wait(self.request, user, form.cleaned_data["remember"], self.get_success_url())
            return redirect("newsdesk_code")
        response: HttpResponse = super().form_valid(form)
        limits.was_right(self.request, user.get_username())
        device.know(self.request, response, user.get_username())
        return response

    def form_invalid(self, form: SignInForm) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)
        return _held(response, form.wait)


class AskForPassword(PasswordResetView):
    """Wagtail's own, but that nobody's mailbox is filled with it."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            limits.try_mail(self.request, form.cleaned_data["email"])
        except Paused as paused:
            form.add_error(None, too_many(paused))
            return _held(self.form_invalid(form), paused.seconds)
        sent: HttpResponse = super().form_valid(form)
        return sent


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class GiveCode(FormView):  # type: ignore[type-arg]  # no generic at run time
    """For whoever has just given a password, and for whoever is signed in and has to show it is still them."""

    template_name = "newsdesk_desk/signing_in/code.html"
    form_class = CodeForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        waiting = who_waits(request)
        self.user: Any = waiting[0] if waiting else request.user
        self.waiting = waiting[1] if waiting else None
        if self.waiting is None and not request.user.is_authenticated:
            return redirect("wagtailadmin_login")
        if not has_factor(self.user):
            return redirect("wagtailadmin_home")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: CodeForm) -> HttpResponse:
        try:
            limits.try_code(self.user.get_username())
        except Paused as paused:
            form.add_error("code", too_many(paused))
            return _held(self.form_invalid(form), paused.seconds)
        taken = check(self.user, form.cleaned_data["code"])
        if taken is None:
            form.add_error("code", _("That code is not right, or was used already. Is the clock of your phone right?"))
            return self.form_invalid(form)
        return self._let_in(taken)

    def _let_in(self, taken: Any) -> HttpResponse:
        name = self.user.get_username()
        if self.waiting:
            login(self.request, self.user, self.waiting.backend)
            self.request.session.pop(KEY, None)
            self.request.session.set_expiry(settings.SESSION_COOKIE_AGE if self.waiting.remember else 0)
        remember(self.request, taken)
        if wrong := limits.wrong_codes(name):
            _say_who_else_tried(self.request, wrong)
        limits.was_right(self.request, name)
        if isinstance(taken, RecoveryCodes):
            _say_what_is_left(self.request, len(taken.hashes))
        response = HttpResponseRedirect(self._next())
        device.know(self.request, response, name)
        return response

    def _next(self) -> str:
        return self.waiting.next if self.waiting else _inside(self.request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"next": "" if self.waiting else _inside(self.request), "waits": self.waiting is not None}


def _inside(request: HttpRequest) -> str:
    """``next``, where it is an address of the desk."""
    asked = request.POST.get("next", request.GET.get("next", ""))
    home = reverse("wagtailadmin_home")
    return asked if asked.startswith(home) and url_has_allowed_host_and_scheme(asked, None) else home


def _held(response: HttpResponse, seconds: int) -> HttpResponse:
    """https://www.rfc-editor.org/rfc/rfc6585#section-4"""
    if seconds:
        response.status_code = TOO_MANY
        response["Retry-After"] = str(seconds)
    return response


def _say_what_is_left(request: HttpRequest, codes: int) -> None:
    left = ngettext("%(count)d recovery code is left.", "%(count)d recovery codes are left.", codes) % {"count": codes}
    messages.warning(request, _("%(left)s New ones are under Account, Second factor.") % {"left": left})


def _say_who_else_tried(request: HttpRequest, wrong: int) -> None:
    told = ngettext("%(count)d wrong code was given today.", "%(count)d wrong codes were given today.", wrong)
    asked = _("If that was not you, somebody has your password: change it now, under Account.")
    messages.warning(request, f"{told % {'count': wrong}} {asked}")
