"""The desk's look and feel: its one style sheet, the button a brief begins with, and that nothing typed is lost."""

from __future__ import annotations

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from newsdesk.desk.screens.brief import publish_first

hooks.register("construct_page_action_menu", publish_first)


@hooks.register("insert_global_admin_css")
def style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("newsdesk_desk/desk.css"))


@hooks.register("insert_global_admin_css")
def keep_words() -> str:
    """In the head, and at once: somebody types as soon as there is a field, before the scripts at the end have come."""
    return format_html('<script src="{}"></script>', static("newsdesk_desk/words.js"))
