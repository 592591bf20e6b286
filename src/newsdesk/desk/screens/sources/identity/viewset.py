"""The addresses about identities."""

from __future__ import annotations

from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from newsdesk.desk.screens.sources.identity.views import Destroy, Name, Record, Show


class IdentitiesViewSet(ViewSet):
    name = "newsdesk_identities"
    url_prefix = "identities"

    def get_urlpatterns(self) -> list[object]:
        return [
            path("<int:pk>/record/", Record.as_view(), name="record"),
            path("<int:pk>/readers/", Name.as_view(), name="readers"),
            path("<int:pk>/show/", Show.as_view(), name="show"),
            path("<int:pk>/destroy/", Destroy.as_view(), name="destroy"),
        ]
