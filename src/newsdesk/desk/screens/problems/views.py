"""The editor with the problems beside it."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import ChecksSidePanel

from newsdesk.desk import views
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.screens.audio.panel import AudioSidePanel
from newsdesk.desk.screens.problems.panel import ProblemsSidePanel
from newsdesk.desk.screens.sources.panel import SourcesSidePanel


class ShowsProblems:
    """Puts the desk's own panels first.

    Wagtail's checks go: they ask the preview to run their script, which its policy forbids.
    """

    def get_side_panels(self: Any) -> MediaContainer:
        panels = super().get_side_panels()  # type: ignore[misc]
        kept = [panel for panel in panels if not isinstance(panel, ChecksSidePanel)]
        article = self.checked()
        own = [panel(article, self.request) for panel in (ProblemsSidePanel, SourcesSidePanel, AudioSidePanel)]
        return MediaContainer([*own, *kept])

    def checked(self: Any) -> ArticlePage:
        """The article to check; what a form in error left in memory may have holes."""
        page: ArticlePage = self.page
        if self.form.is_bound and self.form.errors:
            return page.get_latest_revision_as_object() if page.pk else type(page)(title=page.title)
        return page


class CreateArticle(ShowsProblems, views.CreateArticle):
    pass


class EditArticle(ShowsProblems, views.EditArticle):
    partials_template_name = "newsdesk_desk/problems/partials.html"


class RevertArticle(ShowsProblems, views.RevertArticle):
    pass
