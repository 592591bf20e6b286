"""The desk's own screens and the menu that leads to them."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from newsdesk.desk.screens.articles.viewset import ArticlesViewSet
from newsdesk.desk.screens.menu import MENU, tidy


@hooks.register("register_admin_viewset")
def screens() -> list[Any]:
    return [ArticlesViewSet()]


for make_item in MENU:
    hooks.register("register_admin_menu_item", make_item)

hooks.register("construct_main_menu", tidy)
