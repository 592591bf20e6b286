"""The list's addresses."""

from __future__ import annotations

from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from newsdesk.desk.screens.articles.view import ArticleList


class ArticlesViewSet(ViewSet):
    name = "newsdesk_articles"
    url_prefix = "articles"

    def get_urlpatterns(self) -> list[object]:
        return [
            path("", ArticleList.as_view(), name="index"),
            path("results/", ArticleList.as_view(results_only=True), name="results"),
        ]
