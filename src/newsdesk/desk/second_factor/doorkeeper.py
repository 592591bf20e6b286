"""No view of the desk for whoever has a second factor and gave no code, or is asked to have one and has none.

It stands behind every door, also those that are not ours: a session older than the factor, another way to sign in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import gettext as _
from wagtail.admin import messages

from newsdesk.desk.second_factor.authenticator import Authenticator
from newsdesk.desk.second_factor.demanded import FactorDemand

OPEN = frozenset(
    {
        "newsdesk_code",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_login",
        "wagtailadmin_logout",
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_complete",
        "wagtailadmin_password_reset_confirm",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_sprite",
    }
)
"""What strangers may open too, and the way out."""
SET_UP = "newsdesk_second_factor:set_up"


class Doorkeeper(MiddlewareMixin):
    """After django-otp's middleware, which knows whether this session's device is still the user's."""

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        user: Any = request.user
        where = request.resolver_match.view_name if request.resolver_match else ""
        if where in OPEN or not user.is_authenticated or user.is_verified():
            return None
        has_one, needs_one = _has_and_needs(user)
        if has_one:
            return _send(request, "newsdesk_code")
        if needs_one and where != SET_UP:
            messages.warning(request, _("Your role asks for a second factor. Set it up, and go on from there."))
            return _send(request, SET_UP)
        return None


def _has_and_needs(user: Any) -> tuple[bool, bool]:
    """One query for each page, until there is a code."""
    has_one = Authenticator.objects.filter(user=OuterRef("pk"))
    needs_one = FactorDemand.objects.filter(group__user=OuterRef("pk"))
    asked = get_user_model().objects.values_list(Exists(has_one), Exists(needs_one))
    found: tuple[bool, bool] = asked.get(pk=user.pk)
    return found


def _send(request: HttpRequest, where: str) -> HttpResponse:
    """There and back; a script is only told that it may not."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        raise PermissionDenied
    return redirect(f"{reverse(where)}?{urlencode({'next': request.get_full_path()})}")
