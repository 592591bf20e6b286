"""The newsroom's rules for audio, and which voice reads which section."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.forms import BaseModelFormSet, modelformset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from newsdesk.audio import wishes
from newsdesk.audio.models import AudioRules, VoiceRule
from newsdesk.desk.screens.audio.forms import voice_choices
from newsdesk.desk.screens.screen import Screen
from newsdesk.desk.sections import Section


class RulesForm(forms.ModelForm):  # type: ignore[type-arg]  # no generic at run time
    class Meta:
        model = AudioRules
        fields = (
            "on", "voice", "disclosure", "formant_label", "trained_label", "captions", "drafts_leave", "old_a_day",
            "today_at",
        )  # fmt: skip
        help_texts = {
            "disclosure": gettext_lazy("Empty for our own words. Each clip begins with it."),
            "formant_label": gettext_lazy("Empty for “Read by a synthetic voice”."),
            "trained_label": gettext_lazy("Empty for “Read by an AI-generated voice”."),
            "drafts_leave": gettext_lazy("Only for voices elsewhere, when an editor listens to a draft."),
            "old_a_day": gettext_lazy("How many articles older than two days get a clip in a day."),
            "today_at": gettext_lazy("The headlines of the day in one clip; empty for never."),
        }
        widgets = {"today_at": forms.TimeInput(attrs={"type": "time"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["voice"] = forms.ChoiceField(label=_("voice").capitalize(), choices=voice_choices())


class VoiceRuleForm(forms.ModelForm):  # type: ignore[type-arg]  # no generic at run time
    class Meta:
        model = VoiceRule
        fields = ("section", "language", "voice")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sections = [(section.archive_id, section.name) for section in Section.objects.order_by("name")]
        any_of_them = ("", _("any"))
        choose: Any = forms.ChoiceField
        self.fields["section"] = choose(label=_("section"), choices=[any_of_them, *sections], required=False)
        self.fields["language"] = choose(
            label=_("language"), choices=[any_of_them, *settings.LANGUAGES], required=False
        )
        self.fields["voice"] = choose(label=_("voice"), choices=voice_choices())


def formset(data: Any = None) -> BaseModelFormSet[VoiceRule, Any]:
    made = modelformset_factory(VoiceRule, form=VoiceRuleForm, extra=1, can_delete=True)
    return made(data, queryset=VoiceRule.objects.order_by("section", "language"), prefix="rules")


class Rules(Screen, TemplateView):
    template_name = "newsdesk_desk/audio/rules.html"
    page_title = gettext_lazy("Rules for audio")
    header_icon = "media"

    def may(self, user: Any) -> bool:
        return bool(user.has_perm("audio.change_audiorules"))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._drawn(RulesForm(instance=AudioRules.current()), formset())

    def post(self, request: HttpRequest) -> HttpResponse:
        form, rules = RulesForm(request.POST, instance=AudioRules.current()), formset(request.POST)
        if not (form.is_valid() and rules.is_valid()):
            return self._drawn(form, rules)
        form.save()
        rules.save()
        wishes.try_all_again()
        messages.success(request, _("Kept. Clips that are made from now on follow it."))
        return redirect(reverse("newsdesk_audio:rules"))

    def _drawn(self, form: RulesForm, rules: Any) -> HttpResponse:
        context = self.get_context_data(form=form, rules=rules, submit_url=reverse("newsdesk_audio:rules"))
        return self.render_to_response(context)
