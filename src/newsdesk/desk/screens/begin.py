"""The two ways to begin: a brief and an article, a key each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.models import Page
from wagtail.permissions import policy_registry

KEYS = {"briefpage": "b", "articlepage": "a"}
"""Pressed outside a field; listed under Help, Keyboard shortcuts."""


def may_begin(user: Any) -> bool:
    return bool(policy_registry.get_by_type(Page).user_has_permission(user, "add"))


def begin_buttons(user: Any, button: type[Button] | type[HeaderButton] = Button) -> list[Any]:
    """“New brief” and “New article”, for those who may write."""
    return list(_buttons(button)) if may_begin(user) else []


def _buttons(button: type[Button] | type[HeaderButton]) -> Iterator[Any]:
    yield button(
        _("New brief"), url=begin_url("briefpage"), icon_name="plus", priority=10, **_look("briefpage", button)
    )
    yield button(
        _("New article"),
        url=begin_url("articlepage"),
        icon_name="doc-full",
        priority=20,
        **_look("articlepage", button),
    )


def begin_url(model: str) -> str:
    """Where one is begun: the view that finds this month's place for it."""
    return reverse("wagtailadmin_pages:choose_parent", args=("desk", model))


def _look(model: str, button: type[Any]) -> dict[str, Any]:
    key = KEYS[model]
    attrs = {"data-controller": "w-kbd", "data-w-kbd-key-value": key, "aria-keyshortcuts": key}
    return {"attrs": attrs, "classname": "button" if button is Button else ""}
