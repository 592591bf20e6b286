"""The views of an article and a brief, put together. Later panels and screens are added here, by name.

https://docs.wagtail.org/en/stable/reference/viewsets.html#pageviewset
"""

from wagtail.admin.viewsets.pages import PageViewSet

from newsdesk.desk import views
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.screens.problems.views import CreateArticle, EditArticle, RevertArticle


class ArticleViewSet(PageViewSet):
    """Briefs, a kind of article, have the same."""

    model = ArticlePage
    icon = "doc-full"
    add_view_class = CreateArticle
    edit_view_class = EditArticle
    revisions_revert_view_class = RevertArticle
    workflow_action_view_class = views.ApproveArticle
    choose_parent_view_class = views.NewArticle
