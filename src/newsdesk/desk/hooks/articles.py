"""Articles: their views, publishing several at once, and a tree that hides its months."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from newsdesk.desk.pages.newsroom import MonthPage
from newsdesk.desk.views import PublishSeveral
from newsdesk.desk.viewsets import ArticleViewSet

hooks.register("register_bulk_action", PublishSeveral, order=10)  # after Wagtail's own, in whose place it comes


@hooks.register("register_admin_viewset")
def article_views() -> ArticleViewSet:
    return ArticleViewSet()


@hooks.register("construct_explorer_page_queryset")
def hide_months(parent: Any, pages: Any, request: HttpRequest) -> Any:
    return pages.not_exact_type(MonthPage)
