"""A brief's short form: publishing is its first act, and Ctrl+Enter does it from wherever one types."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem

from newsdesk.desk.pages.brief import BriefPage


class PublishBrief(PublishMenuItem):
    template_name = "newsdesk_desk/brief/publish.html"

    class Media:
        js = ("newsdesk_desk/brief.js",)


def publish_first(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Where the user may publish and nothing is to be approved or mended first, the button says “Publish”."""
    if items and _is_brief(request, context) and items[0].name == "action-save-draft":
        others = [item for item in items if item.name != PublishMenuItem.name]
        if len(others) < len(items):
            items[:] = [PublishBrief(), *others]


def _is_brief(request: HttpRequest, context: dict[str, Any]) -> bool:
    if page := context.get("page"):
        return isinstance(page, BriefPage)
    match = request.resolver_match
    return match is not None and match.kwargs.get("content_type_model_name") == BriefPage._meta.model_name
