"""The door to everything about an identity: who comes in, and what must not get out."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from newsdesk.article.source import NAMED
from newsdesk.desk.screens.sources.identity.forms import SEES_SOURCES
from newsdesk.desk.screens.sources.identity.guard import Discreet, withheld
from newsdesk.desk.screens.sources.identity.section import WhoItIs, section
from newsdesk.desk.screens.sources.merge import page_url
from newsdesk.sources.confidential.acts import AlreadyTold, NotNamed
from newsdesk.sources.confidential.keys import NoKey
from newsdesk.sources.confidential.seal import Unreadable
from newsdesk.sources.models import SourceRow


class OfSource(WagtailAdminTemplateMixin, View):
    """``who`` is what the source's page says; a view adds who ``may`` use it, and what is done."""

    page_title = gettext_lazy("Who it is")
    header_icon = "no-view"
    source: SourceRow
    who: WhoItIs

    @method_decorator([sensitive_post_parameters(), sensitive_variables()])
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.exception_reporter_filter = Discreet()
        answer = withheld(lambda: self.answer(request, kwargs["pk"]))
        answer["Cache-Control"] = "no-store"
        return answer

    def answer(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Drawn in here to the end: what a template fails at is withheld too."""
        if not request.user.has_perm(SEES_SOURCES):
            raise PermissionDenied
        kept = SourceRow.objects.filter(merged_into=None).exclude(kind__in=NAMED, identity=None)
        self.source = get_object_or_404(kept, pk=pk)
        self.who = section(self.source, request)  # type: ignore[assignment]  # there is one for each of these
        if self.who.hindrance:
            return self.drawn("hindered", status=403)
        if not self.may():
            raise PermissionDenied
        return self.done(request)

    def done(self, request: HttpRequest) -> HttpResponseBase:
        """What the view does, or why it was refused."""
        try:
            return super().dispatch(request)
        except NotNamed:
            raise PermissionDenied from None
        except (AlreadyTold, NoKey, Unreadable) as refusal:
            messages.error(request, why(refusal))
            return self.back()

    def may(self) -> bool:
        raise NotImplementedError

    def back(self) -> HttpResponse:
        return redirect(page_url(self.source))

    def drawn(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        shared = self.get_context_data(source=self.source, who=self.who, back=page_url(self.source))
        return render(self.request, f"newsdesk_desk/identity/{template}.html", shared | context, status=status)

    def get_page_subtitle(self) -> str:
        return self.source.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": page_url(self.source), "label": self.source.name}
        return [*self.breadcrumbs_items, here, {"url": "", "label": self.page_title, "sublabel": self.source.name}]


def why(refusal: Exception) -> str:
    """What stands in the way, and what to do."""
    match refusal:
        case AlreadyTold():
            return _("Somebody recorded it meanwhile; those named for it can record it anew.")
        case NoKey():
            return _("There is no key to seal it with; nothing was recorded.")
        case Unreadable(other_key=True):
            return _("It was sealed with a key that is not here. Whoever runs the newsroom can bring the key back.")
    return _("It cannot be opened: what was sealed is damaged, or was moved from another source. Restore a backup.")
