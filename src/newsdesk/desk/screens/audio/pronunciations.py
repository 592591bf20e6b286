"""The list of how the newsroom says names and words; what is written there is heard in clips made from now on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from newsdesk.audio.models import Pronunciation


class SaidInput(forms.TextInput):
    """A field with a button beside it that says what stands in it."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        listens = {"data-nd-word": reverse("newsdesk_audio:word"), "data-nd-listen-words": str(_("Listen"))}
        context: dict[str, Any] = super().get_context(name, value, {**(attrs or {}), **listens})
        return context

    class Media:
        js = ("newsdesk_desk/said.js",)


class PronunciationViewSet(ModelViewSet):
    model = Pronunciation
    icon = "openquote"
    menu_label = _("Pronunciation")
    list_display = ("word", "said", "language")
    list_filter = ("language",)
    search_fields = ("word", "said")
    copy_view_enabled = False
    inspect_view_enabled = False
    panels = (
        FieldPanel("word"),
        FieldPanel(
            "said",
            widget=SaidInput,
            help_text=_("Written as somebody who never saw the word would read it rightly: “shove-ERN”."),
        ),
        FieldPanel("language", widget=forms.Select(choices=settings.LANGUAGES)),
    )
