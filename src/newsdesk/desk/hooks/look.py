"""The desk's look: its one style sheet, and the names Wagtail has for what a newsroom calls otherwise."""

from __future__ import annotations

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from newsdesk.desk.screens.brief import publish_first

hooks.register("construct_page_action_menu", publish_first)


@hooks.register("insert_global_admin_css")
def style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("newsdesk_desk/desk.css"))
