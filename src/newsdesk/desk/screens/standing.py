"""The screen “Standing pages”: a flat list of them, for those who write them, with the button that begins one."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from newsdesk.desk.pages.info import InfoPage
from newsdesk.desk.pages.newsroom import StandingPagesPage


def may_write(user: Any) -> bool:
    """Whether these pages are this user's to write."""
    folder = StandingPagesPage.objects.first()
    return bool(folder and folder.permissions_for_user(user).can_add_subpage())


class ForWriters:
    """Closes a view to all others."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_write(request.user):
            raise PermissionDenied
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return answer


class StandingList(ForWriters, IndexView):
    page_title = _("Standing pages")


class BeginStanding(ForWriters, ChooseParentView):
    """Leads straight to the form: there is one folder."""


class StandingViewSet(PageListingViewSet):
    name = "newsdesk_standing"
    url_prefix = "standing"
    model = InfoPage
    icon = "doc-empty"
    add_to_admin_menu = False
    index_view_class = StandingList
    choose_parent_view_class = BeginStanding
