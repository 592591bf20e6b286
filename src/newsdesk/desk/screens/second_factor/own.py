"""A person's own second factor: set it up, renew its recovery codes, turn it off."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from newsdesk.desk.screens.second_factor.forms import FirstCodeForm
from newsdesk.desk.second_factor import acts, picture
from newsdesk.desk.second_factor.authenticator import Authenticator
from newsdesk.desk.second_factor.check import has_factor
from newsdesk.desk.second_factor.demanded import is_demanded_of
from newsdesk.desk.second_factor.recovery import RecoveryCodes
from newsdesk.desk.second_factor.verified import recently, remember
from newsdesk.desk.signing_in import device, limits
from newsdesk.desk.signing_in.attempts import Paused
from newsdesk.desk.signing_in.forms import too_many

OWN = "newsdesk_second_factor:own"


class OwnMixin(WagtailAdminTemplateMixin):
    header_icon = "key"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        account = {"url": reverse("wagtailadmin_account"), "label": _("Account")}
        return [*self.breadcrumbs_items, account, {"url": "", "label": self.page_title}]


class AsksAgain:
    """What could lock the person out is for whoever has just given a code, where there is one to give."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if has_factor(request.user) and not recently(request):
            return redirect(f"{reverse('newsdesk_code')}?{urlencode({'next': request.get_full_path()})}")
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc,no-any-return]


class Own(OwnMixin, TemplateView):
    template_name = "newsdesk_desk/second_factor/own.html"
    page_title = gettext_lazy("Second factor")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        codes = RecoveryCodes.objects.filter(user=user).first()
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "factor": Authenticator.objects.filter(user=user).first(),
            "left": len(codes.hashes) if codes else 0,
            "demanded": is_demanded_of(user),
        }


@method_decorator(sensitive_post_parameters(), name="dispatch")
class SetUp(AsksAgain, OwnMixin, FormView):  # type: ignore[type-arg]  # no generic at run time
    template_name = "newsdesk_desk/second_factor/set_up.html"
    form_class = FirstCodeForm
    page_title = gettext_lazy("Set up a second factor")

    @cached_property
    def offer(self) -> acts.Offer:
        """What was shown is shown again, until it is too old."""
        try:
            return acts.offered(self.request.user, self.request.POST.get("sealed", ""))
        except acts.NotSetUp:
            return acts.offer(self.request.user)

    def get_initial(self) -> dict[str, Any]:
        return {"sealed": self.offer.sealed}

    def form_valid(self, form: FirstCodeForm) -> HttpResponse:
        user: Any = self.request.user
        try:
            limits.try_password(self.request, user.get_username())
        except Paused as paused:
            form.add_error("password", too_many(paused))
            return self.form_invalid(form)
        if not user.check_password(form.cleaned_data["password"]):
            form.add_error("password", _("That is not your password."))
            return self.form_invalid(form)
        try:
            factor, codes = acts.set_up(user, form.cleaned_data["sealed"], form.cleaned_data["code"])
        except acts.NotSetUp as why:
            form.add_error("code", _too_late() if why.over else _wrong())
            return self.form_invalid(form)
        remember(self.request, factor)
        limits.was_right(self.request, user.get_username())
        response = _shown(self.request, codes, _("Your second factor is set up."))
        device.know(self.request, response, user.get_username())
        return response

    def form_invalid(self, form: FirstCodeForm) -> HttpResponse:
        """The picture and what is sealed in the form are one, also when the offer is a new one."""
        form.data = {**form.data.dict(), "sealed": self.offer.sealed}  # type: ignore[attr-defined]  # it is a QueryDict
        return super().form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        where = picture.address(self.offer.secret, self.request.user.get_username())
        return context | {
            "picture": picture.drawn(where),
            "secret": picture.grouped(self.offer.secret),
            "address": where,
            "minutes": acts.MINUTES,
        }


class RenewCodes(AsksAgain, OwnMixin, TemplateView):
    template_name = "newsdesk_desk/second_factor/renew.html"
    page_title = gettext_lazy("New recovery codes")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return super().dispatch(request, *args, **kwargs) if has_factor(request.user) else redirect(OWN)

    def post(self, request: HttpRequest) -> HttpResponse:
        return _shown(request, acts.renew_codes(request.user), _("Those you had before are good for nothing now."))


class TurnOff(AsksAgain, OwnMixin, TemplateView):
    template_name = "newsdesk_desk/second_factor/turn_off.html"
    page_title = gettext_lazy("Turn the second factor off")

    def post(self, request: HttpRequest) -> HttpResponse:
        if is_demanded_of(request.user):
            messages.error(request, _("Your role asks for a second factor; you can set up another in its place."))
            return redirect(OWN)
        acts.turn_off(request.user)
        messages.success(request, _("Your second factor is off: signing in takes a password alone."))
        return redirect(OWN)


class CodesShown(OwnMixin, TemplateView):
    """Shown in answer to the very request that made them: they are stored nowhere."""

    template_name = "newsdesk_desk/second_factor/codes.html"
    page_title = gettext_lazy("Your recovery codes")
    extra_context: dict[str, Any]


def _shown(request: HttpRequest, codes: list[str], told: str) -> HttpResponse:
    messages.success(request, told)
    view = CodesShown(extra_context={"codes": codes})
    view.setup(request)
    return view.render_to_response(view.get_context_data())


def _wrong() -> str:
    return _("That is not the code the app shows. Are the clocks of phone and newsroom right?")


def _too_late() -> str:
    return _("That took too long, so here is a new secret: remove the entry you have just made, and scan again.")
