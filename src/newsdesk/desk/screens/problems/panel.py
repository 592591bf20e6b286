"""The side panel with an article's problems; drawn anew with each autosave.

https://docs.wagtail.org/en/stable/releases/8.0.html
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from newsdesk.desk.checking import problems
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.problems import Problem


class ProblemsSidePanel(BaseSidePanel):
    """``page`` is the article as it stands in the form, or as last saved where the form cannot be read."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        template_name = "newsdesk_desk/problems/toggle.html"
        aria_label = _("Toggle problems")
        icon_name = "warning"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"count": len(self.panel.problems), "blocks": self.panel.blocks}

    name = "problems"
    title = _("Problems")
    template_name = "newsdesk_desk/problems/panel.html"
    order = 50

    def __init__(self, page: ArticlePage, request: HttpRequest) -> None:
        super().__init__(page, request)
        self.problems = problems(page)
        self.blocks = any(problem.blocks_publication for problem in self.problems)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        found = [(problem, field_name(self.object, problem)) for problem in self.problems]
        return context | {
            "count": len(found),
            "blocking": [pair for pair in found if pair[0].blocks_publication],
            "advice": [pair for pair in found if not pair[0].blocks_publication],
        }

    class Media:
        js = ("newsdesk_desk/problems.js",)


LABELS = {"words": _("Text"), "title": _("Headline"), "contributors": _("Byline"), "related": _("Related articles")}
"""What the form calls a field, where the model calls it otherwise."""


def field_name(page: ArticlePage, problem: Problem) -> str:
    """What the form calls the place of a problem."""
    if problem.where in LABELS:
        return str(LABELS[problem.where])
    field: Any = page._meta.get_field(problem.where)
    label = getattr(field, "verbose_name", "") or field.related_model._meta.verbose_name_plural
    return str(label).capitalize()
