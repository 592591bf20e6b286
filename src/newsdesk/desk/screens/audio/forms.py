"""What an editor can want of an article's clip."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsdesk.audio import recordings, voices
from newsdesk.audio.failed import in_words
from newsdesk.audio.models import Narration

BY_RULE, NOBODY, PERSON = "", "-", "+"


class WishForm(forms.Form):
    """``who`` is the name of a voice, empty for the rules, ``-`` for nobody, ``+`` for a person whose recording is
    given.
    """

    prefix = "audio"
    who = forms.ChoiceField(label=gettext_lazy("Who reads"), required=False)
    because = forms.CharField(label=gettext_lazy("Why it is not read"), max_length=200, required=False)
    recording = forms.FileField(
        label=gettext_lazy("The recording"),
        help_text=gettext_lazy("MP3, M4A, WAV, FLAC or Ogg, two hours at most."),
        required=False,
        widget=forms.FileInput(
            attrs={
                "accept": "audio/*",
                "data-nd-most": recordings.MOST,
                "data-nd-too-large": gettext_lazy(recordings.TOO_LARGE),
            }
        ),
    )
    reader = forms.CharField(label=gettext_lazy("Who reads, by name"), max_length=120, required=False)

    def __init__(self, narration: Narration | None, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial=_initial(narration))
        self.kept = bool(narration and narration.recording)
        who: Any = self.fields["who"]
        who.choices = [
            (BY_RULE, _("The newsroom's voice")),
            *voice_choices(),
            (PERSON, _("A person, from a recording")),
            (NOBODY, _("Nobody")),
        ]

    def clean_recording(self) -> Any:
        file = self.cleaned_data.get("recording")
        if file and (problem := recordings.problem(file, file.size)):
            raise forms.ValidationError(_(problem))
        return file

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        who = cleaned.get("who")
        if who == NOBODY and not cleaned.get("because", "").strip():
            self.add_error("because", _("Say why in a few words; the next editor will want to know."))
        if who == PERSON and not (cleaned.get("recording") or self.kept or self.has_error("recording")):
            self.add_error("recording", _("Choose the file that was recorded."))
        if who == PERSON and not cleaned.get("reader", "").strip():
            self.add_error("reader", _("Give the name of who reads; listeners are told."))
        return cleaned


def voice_choices() -> list[tuple[str, str]]:
    """Every voice, and of one that cannot work here why."""
    found = [(name, voices.named(name).problem(settings)) for name in voices.names()]
    return [(name, f"{name} – {in_words(problem)}" if problem else name) for name, problem in found]


def _initial(narration: Narration | None) -> dict[str, str]:
    if narration is None:
        return {}
    who = NOBODY if narration.silent_because else PERSON if narration.recording else narration.voice
    return {"who": who, "because": narration.silent_because, "reader": narration.reader}
