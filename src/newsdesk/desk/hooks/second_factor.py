"""The second factor: its pages, where they are found, and what the log calls its removal."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from newsdesk.desk.screens.menu import ItemFor
from newsdesk.desk.screens.second_factor.panel import FactorPanel
from newsdesk.desk.screens.second_factor.people import PEOPLE, looks_after_accounts
from newsdesk.desk.screens.second_factor.viewset import SecondFactorViewSet
from newsdesk.desk.second_factor.removal import ACTION


@hooks.register("register_admin_viewset")
def pages() -> SecondFactorViewSet:
    return SecondFactorViewSet()


hooks.register("register_account_settings_panel", FactorPanel)


@hooks.register("register_settings_menu_item")
def people() -> MenuItem:
    return ItemFor(
        _("Second factors"),
        reverse(PEOPLE),
        name="second-factors",
        icon_name="key",
        order=650,
        allowed=looks_after_accounts,
    )


@hooks.register("register_log_actions")
def removal(actions: Any) -> None:
    actions.register_action(ACTION, _("Take second factor away"), _("Second factor taken away"))
