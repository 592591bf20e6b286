"""Who may do what with letters: editors compose, try and stop; chiefs make letters and let issues go."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


def may_compose(user: Any) -> bool:
    return bool(user.has_perm("newsletter.change_issue"))


def may_send(user: Any) -> bool:
    return bool(user.has_perm("newsletter.send_issue"))


def may_make(user: Any) -> bool:
    return bool(user.has_perm("newsletter.change_letter"))


def others_may_send(user: Any) -> bool:
    """Whether somebody else could give the second yes."""
    people: Any = get_user_model().objects
    able = people.with_perm("newsletter.send_issue", backend="django.contrib.auth.backends.ModelBackend")
    return bool(able.exclude(pk=user.pk).exists())


class Asks:
    """Closes a view to whoever has not the permission it ``needs``."""

    needs = "newsletter.change_issue"

    def dispatch(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(self.needs):
            raise PermissionDenied
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return answer


class Screen(Asks, WagtailAdminTemplateMixin):
    """A page of letters; ``trail`` is what stands between “Letters” and the page."""

    header_icon = "mail"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        letters = {"url": reverse("newsdesk_letters:index"), "label": _("Letters")}
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, letters, *self.trail(), here]

    def trail(self) -> list[dict[str, Any]]:
        return []
