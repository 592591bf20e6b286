"""Wagtail's own views of an article, where they would say nothing, or fall over, when the rules refuse."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction
from wagtail.admin.views.pages.choose_parent import GenericChooseParentView
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.permissions import policy_registry

from newsdesk.desk.pages.newsroom import NewsroomPage, this_month


class SaysWhy:
    """What the rules refuse although the form was valid (something changed meanwhile) is said; the draft is kept."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)  # type: ignore[misc,no-any-return]
        except ValidationError as refused:
            return self.refused(form, refused.messages)

    def refused(self: Any, form: Any, reasons: list[str]) -> HttpResponse:
        if self.page.pk is None or self.expects_json_response:
            form.add_error(None, reasons)
            response: HttpResponse = self.form_invalid(form)
            return response
        messages.error(self.request, " ".join(reasons))
        return redirect(self.get_edit_url())


class CreateArticle(SaysWhy, CreateView):
    """Also creates briefs."""


class EditArticle(SaysWhy, EditView):
    """Publishes, submits, approves from the editor."""


class RevertArticle(SaysWhy, RevisionsRevertView):
    """An older revision, opened to be saved or published again."""


class ApproveArticle(WorkflowActionView):
    """Approval from the dashboard has no form: the reasons are shown as a message, and the article still waits."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response: HttpResponse = super().post(request, *args, **kwargs)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            response = redirect(self.redirect_url)
        return response


class NewArticle(GenericChooseParentView):
    """Nobody chooses where an article stands in the tree: it is begun in this month's folder."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        newsroom = NewsroomPage.objects.get()
        if not policy_registry.get(newsroom).user_has_permission_for_instance(request.user, "add", newsroom):
            raise PermissionDenied
        return redirect("wagtailadmin_pages:add", kwargs["app_label"], kwargs["model_name"], this_month().pk)


class PublishSeveral(PublishBulkAction):
    """Publishes those that can be, each in a savepoint of its own, and says of the others why not."""

    def get_execution_context(self) -> dict[str, Any]:
        self.refused: list[str] = []
        return {"user": self.request.user, "refused": self.refused}

    @classmethod
    def execute_action(
        cls, objects: Any, refused: list[str] | None = None, user: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        published = 0
        for page in objects:
            try:
                with transaction.atomic():
                    super().execute_action([page], user=user)
                published += 1
            except ValidationError as error:
                if refused is None:
                    raise
                refused.append(f"{page.get_admin_display_title()}: {' '.join(error.messages)}")
        return published, 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        for reason in self.refused:
            messages.error(self.request, reason)
        return super().get_success_message(num_parent_objects, num_child_objects) if num_parent_objects else None
