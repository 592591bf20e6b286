"""The desk's menu: what each role works with, in the order of its day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from newsdesk.desk.screens.front.view import may_arrange
from newsdesk.desk.screens.letters.doors import may_compose
from newsdesk.desk.screens.standing import may_write

Allowed = Callable[[Any], bool]


class ItemFor(MenuItem):
    """A menu item shown to those who may open it."""

    def __init__(self, *args: Any, allowed: Allowed, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.allowed = allowed

    def is_shown(self, request: HttpRequest) -> bool:
        return self.allowed(request.user)


def sees_articles(user: Any) -> bool:
    return bool(policy_registry.get_by_type(Page).user_has_any_permission(user, ["add", "change", "publish"]))


def monitoring() -> MenuItem:
    return MenuItem(_("Monitoring"), reverse("wagtailadmin_home"), name="monitoring", icon_name="home", order=10)


def articles() -> MenuItem:
    where = reverse("newsdesk_articles:index")
    return ItemFor(_("Articles"), where, name="articles", icon_name="doc-full", order=20, allowed=sees_articles)


def front() -> MenuItem:
    return ItemFor(
        _("Front"), reverse("newsdesk_front:index"), name="front", icon_name="grid", order=30, allowed=may_arrange
    )


def thinly_sourced() -> MenuItem:
    """A report, not an item of the menu itself."""
    where = reverse("newsdesk_statements:thin")
    return ItemFor(
        _("Thinly sourced"), where, name="thinly-sourced", icon_name="openquote", order=50, allowed=sees_articles
    )


def audio() -> MenuItem:
    where = reverse("newsdesk_audio:index")
    return ItemFor(_("Audio"), where, name="audio", icon_name="media", order=40, allowed=sees_articles)


def letters() -> MenuItem:
    where = reverse("newsdesk_letters:index")
    return ItemFor(_("Letters"), where, name="letters", icon_name="mail", order=45, allowed=may_compose)


def may_rule_audio(user: Any) -> bool:
    return bool(user.has_perm("audio.change_audiorules"))


def audio_rules() -> MenuItem:
    """Among the settings."""
    where = reverse("newsdesk_audio:rules")
    return ItemFor(_("Audio"), where, name="audio-rules", icon_name="media", order=810, allowed=may_rule_audio)


def standing() -> MenuItem:
    where = reverse("newsdesk_standing:index")
    return ItemFor(_("Standing pages"), where, name="standing", icon_name="doc-empty", order=310, allowed=may_write)


MENU = (monitoring, articles, front, audio, letters, standing)


WORDS = {"images": _("Photographs"), "explorer": _("Tree")}
"""What Wagtail calls otherwise."""


def tidy(request: HttpRequest, items: list[MenuItem]) -> None:
    """The newsroom's own words; the tree is its frame, and nobody but a superuser has business in it."""
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name != "explorer"]
    for item in items:
        item.label = WORDS.get(item.name, item.label)
