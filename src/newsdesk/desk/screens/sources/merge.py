"""Two sources that turned out to be one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from newsdesk.article.source import NAMED
from newsdesk.desk.screens.sources.identity.guard import withheld
from newsdesk.sources import merging, rests
from newsdesk.sources.confidential.carrying import BothTold
from newsdesk.sources.confidential.seal import Unreadable
from newsdesk.sources.models import SourceRow


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(
        label=gettext_lazy("The source it is"),
        queryset=SourceRow.objects.none(),
        help_text=gettext_lazy("This one stays. Its name is printed from now on."),
    )

    def __init__(self, source: SourceRow, data: Any = None) -> None:
        super().__init__(data)
        field: Any = self.fields["into"]
        field.queryset = others(source)


def others(source: SourceRow) -> Any:
    """What a source may become: a named one another named one, an unnamed one another unnamed one."""
    known = SourceRow.objects.filter(merged_into=None).exclude(pk=source.pk)
    return known.filter(kind__in=NAMED) if source.is_named else known.exclude(kind__in=NAMED)


class Merge(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]  # no generic at run time
    template_name = "newsdesk_desk/sources/merge.html"
    page_title = gettext_lazy("Merge")
    header_icon = "resubmit"
    source: SourceRow

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm("sources.change_sourcerow"):
            raise PermissionDenied
        self.source = get_object_or_404(SourceRow, pk=kwargs["pk"], merged_into=None)
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class: Any = None) -> MergeForm:
        return MergeForm(self.source, self.request.POST if self.request.method == "POST" else None)

    def form_valid(self, form: MergeForm) -> HttpResponse:
        """An identity is opened on its way, so what fails is withheld as behind the door to it."""
        into: SourceRow = form.cleaned_data["into"]
        refused = withheld(lambda: self._refused(into))
        if refused:
            form.add_error("into", refused)
            return self.form_invalid(form)
        messages.success(self.request, _("“%(source)s” is “%(into)s” now.") % {"source": self.source, "into": into})
        return redirect(page_url(into))

    def _refused(self, into: SourceRow) -> str:
        """Merges, or says why it cannot be."""
        try:
            merging.merge(self.source, into, self.request.user)
        except (BothTold, Unreadable) as refusal:
            return why_not(refusal)
        return ""

    def get_page_subtitle(self) -> str:
        return self.source.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": page_url(self.source), "label": self.source.name},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        resting = rests.on(self.source)
        counts = {"statements": len(resting), "articles": len(rests.articles(resting))}
        return context | counts | {"source": self.source, "back": page_url(self.source)}


def why_not(refusal: BothTold | Unreadable) -> str:
    """Why an identity that is recorded cannot go along, and what to do."""
    if isinstance(refusal, BothTold):
        return _(
            "Of both it is recorded who they are, and only a person named for both can know whether they are one. "
            "They can be merged once one of the two records is destroyed, on the page of its source."
        )
    return _("Who it is cannot be opened to go along. Bring back the key it was sealed with, or destroy the record.")


def page_url(source: SourceRow) -> str:
    return reverse("wagtailsnippets_sources_sourcerow:inspect", args=(source.pk,))
