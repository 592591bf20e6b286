"""Recording who a source is, naming who may read it, showing it once, and destroying it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from newsdesk.desk.screens.sources.identity.door import OfSource
from newsdesk.desk.screens.sources.identity.forms import ReadersForm, RetellForm, TellForm
from newsdesk.sources.confidential import acts


class Record(OfSource):
    """For whoever knows it, where nobody recorded it yet; afterwards for those named."""

    page_title = gettext_lazy("Record who it is")

    def may(self) -> bool:
        return self.who.has_key and (self.who.may_tell or self.who.named)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.drawn("form", form=self._form(None), act=_("Seal it"))

    @sensitive_variables()
    def post(self, request: HttpRequest) -> HttpResponse:
        form = self._form(request.POST)
        if not form.is_valid():
            return self.drawn("form", 422, form=form, act=_("Seal it"))
        words, readers = form.cleaned_data["words"], form.cleaned_data.get("readers")
        if readers is None:
            acts.retell(self.source, words, request.user)
        else:
            acts.tell(self.source, words, readers, request.user)
        messages.success(request, _("Sealed."))
        return self.back()

    def _form(self, data: Any) -> RetellForm:
        return RetellForm(data) if self.who.row else TellForm(data, initial={"readers": [self.request.user.pk]})


class Name(OfSource):
    page_title = gettext_lazy("Who may read it")

    def may(self) -> bool:
        return self.who.named

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._drawn(ReadersForm(initial={"readers": self.who.readers}))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ReadersForm(request.POST)
        if not form.is_valid():
            return self._drawn(form, 422)
        acts.name_readers(self.source, form.cleaned_data["readers"], request.user)
        messages.success(request, _("They may read it from now on, and nobody else."))
        return self.back()

    def _drawn(self, form: ReadersForm, status: int = 200) -> HttpResponse:
        return self.drawn("form", status, form=form, act=_("Name them"))


class Show(OfSource):
    """Shows it in this one answer, which nothing may keep."""

    http_method_names = ["post"]

    def may(self) -> bool:
        return self.who.named

    @sensitive_variables()
    def post(self, request: HttpRequest) -> HttpResponse:
        return self.drawn("shown", words=acts.read(self.source, request.user))


class Destroy(OfSource):
    page_title = gettext_lazy("Destroy it")

    def may(self) -> bool:
        return self.who.may_destroy

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.drawn("destroy")

    def post(self, request: HttpRequest) -> HttpResponse:
        acts.destroy(self.source, request.user)
        messages.success(request, _("Destroyed. Backups made before still hold it, sealed."))
        return self.back()
