"""What an editor decides in the Sources panel: every answer is the list as it is now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views import View
from wagtail.documents import get_document_model

from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.screens.sources.form import StatementForm, opened, too_large
from newsdesk.desk.screens.sources.panel import listed
from newsdesk.desk.sourcing import day_of, draft_of
from newsdesk.sources import decisions, names
from newsdesk.sources.drafts import Draft, Item

UNREADABLE = 409
"""The draft was changed since the list was drawn, and the statement is not in it any more."""


class OfArticle(View):
    """``article`` is the draft as last saved, by somebody who may edit it."""

    article: ArticlePage

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        page = get_object_or_404(ArticlePage, pk=kwargs.pop("page_id")).specific
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.article = page.get_latest_revision_as_object()
        return super().dispatch(request, *args, **kwargs)

    def listed(self, said: str = "", status: int = 200) -> HttpResponse:
        """The list of statements as it is now; ``said`` is what has been done, for those who hear the page."""
        context = listed(self.article, draft_of(self.article)) | {"said": said}
        return render(self.request, "newsdesk_desk/sources/list.html", context, status=status)


class Decide(OfArticle):
    """``act`` is one of ``ACTS``, ``item`` the statement's id."""

    @transaction.atomic
    def post(self, request: HttpRequest) -> HttpResponse:
        """One decision about an article at a time: whoever comes second sees what the first decided."""
        ArticlePage.objects.select_for_update(of=("self",)).get(pk=self.article.pk)
        draft = draft_of(self.article)
        if request.POST.get("act") == "confirm_all":
            return self.listed(self._confirm_all(draft))
        act = ACTS.get(request.POST.get("act", ""))
        if act is None:
            return HttpResponseBadRequest()
        item = draft.item(_uuid(request.POST.get("item", "")))
        if item is None:
            return self.listed(_("The text has changed since; here is the list as it is now."), UNREADABLE)
        if item.state not in DECIDES[request.POST["act"]]:
            return self.listed(_("Somebody has decided about it meanwhile; here is the list as it is now."), UNREADABLE)
        return self.listed(act(self, draft, item))

    def _confirm_all(self, draft: Draft) -> str:
        count = decisions.confirm_all(self.article.uuid, draft.items, day_of(self.article), self.request.user)
        return _("%(count)s confirmed.") % {"count": count}

    def _confirm(self, draft: Draft, item: Item) -> str:
        decisions.confirm(self.article.uuid, item, day_of(self.article), self.request.user)
        return _("Confirmed.")

    def _reject(self, draft: Draft, item: Item) -> str:
        decisions.reject(self.article.uuid, item, self.request.user)
        return _("Rejected; it is not proposed again.")

    def _forget(self, draft: Draft, item: Item) -> str:
        decisions.forget(self.article.uuid, item.id)
        return _("Taken back.")

    def _move(self, draft: Draft, item: Item) -> str:
        to = draft.item(item.now) if item.now else None
        if to:
            decisions.move(self.article.uuid, item.id, to)
        return _("It stands with the new words.")


ACTS: dict[str, Callable[[Decide, Draft, Item], str]] = {
    "confirm": Decide._confirm,
    "reject": Decide._reject,
    "forget": Decide._forget,
    "move": Decide._move,
}
DECIDES = {
    "confirm": ("proposed",),
    "reject": ("proposed",),
    "forget": ("confirmed", "gone", "rejected"),
    "move": ("gone",),
}
"""What a statement must still be for each act: its button was drawn for that state."""


class Mend(OfArticle):
    """One statement as a form: what the engine found, what was confirmed, or words selected in the text."""

    def get(self, request: HttpRequest) -> HttpResponse:
        draft = draft_of(self.article)
        item = opened(draft, request.GET)
        if item is None:
            return HttpResponse(_("These words are not in the draft as it was last saved."), status=UNREADABLE)
        return self._form(StatementForm(item))

    def post(self, request: HttpRequest) -> HttpResponse:
        item = opened(draft_of(self.article), request.POST)
        if item is None:
            return HttpResponse(_("These words are not in the draft as it was last saved."), status=UNREADABLE)
        form = StatementForm(item, request.POST, request.FILES)
        if not form.is_valid():
            return self._form(form, 422)
        mended = form.item(self._keep)
        decisions.confirm(self.article.uuid, mended, day_of(self.article), request.user, form.origin())
        return self.listed(_("Confirmed as mended."))

    def _keep(self, file: Any) -> int:
        """Takes in a document, outside any transaction: it is a file."""
        made = get_document_model()(title=file.name, file=file, uploaded_by_user=self.request.user)
        made.save()
        return int(made.pk)

    def _form(self, form: StatementForm, status: int = 200) -> HttpResponse:
        bounds = {"most": settings.NEWSDESK_UPLOAD_MEGABYTES * 1024**2, "too_large": too_large()}
        context = {"form": form, "page": self.article} | bounds
        return render(self.request, "newsdesk_desk/sources/mend.html", context, status=status)


class Known(View):
    """The sources whose names begin so, for the fields of a chain."""

    def get(self, request: HttpRequest) -> HttpResponse:
        if not request.user.has_perm("sources.view_sourcerow"):
            raise PermissionDenied
        found = names.beginning(request.GET.get("q", ""))
        return JsonResponse({"names": [{"name": one.name, "kind": one.kind} for one in found]})


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
