"""Contributors, sections and topics: their lists and forms, and why one of them cannot be deleted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from newsdesk.desk.contributors import Contributor
from newsdesk.desk.removal import why_not
from newsdesk.desk.sections import Section
from newsdesk.desk.topics import Topic


class ContributorViewSet(SnippetViewSet):
    model = Contributor
    icon = "user"
    list_display = ("name", "title", "is_desk")
    list_filter = ("is_desk",)


class SectionViewSet(SnippetViewSet):
    model = Section
    icon = "list-ul"
    list_display = ("name", "slug")


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    list_display = ("name", "slug")


class Names(SnippetViewSetGroup):
    items = (ContributorViewSet, SectionViewSet, TopicViewSet)
    menu_label = _("People and topics")
    menu_icon = "group"
    menu_order = 300


register_snippet(Names)


@hooks.register("before_delete_snippet")
def say_why_not(request: HttpRequest, things: Iterable[Any]) -> HttpResponse | None:
    """What editions print is kept; the reason comes before the question whether one is sure."""
    reasons = [reason for thing in things if (reason := why_not(thing))]
    for reason in reasons:
        messages.error(request, reason)
    return redirect("wagtailadmin_home") if reasons else None
