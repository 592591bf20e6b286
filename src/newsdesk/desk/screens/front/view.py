"""The screen “Front”."""

from __future__ import annotations

from typing import Any

from django.forms.boundfield import BoundField
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.viewsets.base import ViewSet

from newsdesk.archive import keys
from newsdesk.desk.screens.front.arranged import HOME
from newsdesk.desk.screens.front.form import MENU, FrontForm
from newsdesk.desk.screens.screen import Screen


def may_arrange(user: Any) -> bool:
    return bool(user.has_perm("desk.arrange_front"))


class FrontView(Screen, FormView):  # type: ignore[type-arg]  # no generic at run time
    template_name = "newsdesk_desk/front/front.html"
    form_class = FrontForm
    page_title = gettext_lazy("Front")
    header_icon = "grid"

    def may(self, user: Any) -> bool:
        return may_arrange(user)

    def get_form(self, form_class: Any = None) -> FrontForm:
        return FrontForm(self.request.POST if self.request.method == "POST" else None)

    def form_valid(self, form: FrontForm) -> HttpResponse:
        menus = form.save().menus != form.before.menus
        told = _("The front is arranged; readers see it in a moment.")
        if menus:
            told += " " + _("A menu stands on every page, so all of them are drawn again, behind anything urgent.")
        messages.success(self.request, told)
        return redirect(reverse("newsdesk_front:index"))

    def form_invalid(self, form: FrontForm) -> HttpResponse:
        messages.error(self.request, _("The front is as it was: something below must be mended first."))
        return super().form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = context["form"]
        return context | {"tabs": _tabs(form), "media": form.media}


def _tabs(form: FrontForm) -> list[dict[str, Any]]:
    sections = [form[name] for name in form.before.places if name not in (HOME, keys.PICKS)]
    menus = [field for field in form if field.name.startswith(MENU)]
    return [
        _tab("home", _("Home"), [form[HOME], form[keys.PICKS]]),
        _tab("sections", _("Sections"), sections),
        _tab("menus", _("Menus"), menus),
    ]


def _tab(id: str, title: str, fields: list[BoundField]) -> dict[str, Any]:
    parts = [(field, _explained(field.name), field.errors) for field in fields]
    return {"id": id, "title": title, "parts": parts, "errors_count": sum(bool(field.errors) for field in fields)}


def _explained(name: str) -> str:
    """What a list is for, and what readers see where it is empty."""
    if name == HOME:
        return _("The first is the lead, the next are the seconds. Where fewer are placed, the newest fill the rest.")
    if name == keys.PICKS:
        return _("Numbered, in this order. Where none are placed, the box is not shown.")
    if name == f"{MENU}main":
        return _("At the top of every page. Where there is no line, it has the sections by name.")
    if name == f"{MENU}footer":
        return _("At the foot of every page. Where there is no line, it is not shown.")
    return _("These stand first; the newest follow by themselves.")


class FrontViewSet(ViewSet):
    name = "newsdesk_front"
    url_prefix = "front"

    def get_urlpatterns(self) -> list[object]:
        return [path("", FrontView.as_view(), name="index")]
