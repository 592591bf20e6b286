"""Puts the board in the place of Wagtail's dashboard.

https://docs.wagtail.org/en/stable/reference/hooks.html#construct-homepage-panels
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from newsdesk.desk.screens.begin import begin_buttons
from newsdesk.desk.screens.monitoring.board import board


class Monitoring(Component):
    template_name = "newsdesk_desk/monitoring/board.html"
    order = 0

    def __init__(self, user: Any) -> None:
        self.user = user

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"board": board(self.user), "begin": begin_buttons(self.user), "user": self.user}


def take_the_home(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [Monitoring(request.user)]


def no_summary(request: HttpRequest, items: list[Any]) -> None:
    """Counts of pages and images say nothing to a newsroom."""
    items.clear()
