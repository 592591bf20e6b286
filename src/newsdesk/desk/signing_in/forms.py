"""Name and password, and the code after them; a pause is told in plain words, to everyone alike."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.forms.auth import LoginForm

from newsdesk.desk.signing_in import limits
from newsdesk.desk.signing_in.attempts import Paused


class SignInForm(LoginForm):
    """The same answer, at the same cost, for a name that is not there; ``wait`` are seconds of a pause."""

    wait = 0

    def clean(self) -> dict[str, Any]:
        try:
            if self.cleaned_data.get("username") and self.cleaned_data.get("password"):
                limits.try_password(self.request, self.cleaned_data["username"])
        except Paused as paused:
            self.wait = paused.seconds
            raise too_many(paused) from None
        cleaned: dict[str, Any] = super().clean()
        return cleaned


class CodeForm(forms.Form):
    """Six digits, or a recovery code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("Six digits from your authenticator app. If you do not have it at hand, a recovery code."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": "", "spellcheck": "false"}),
    )


def too_many(paused: Paused) -> forms.ValidationError:
    return forms.ValidationError(
        _("Too many attempts. Wait %(time)s, then try again."), code="paused", params={"time": in_words(paused.seconds)}
    )


def in_words(seconds: int) -> str:
    """Rounded up."""
    if seconds < 60:
        return ngettext("%(count)d second", "%(count)d seconds", seconds) % {"count": seconds}
    minutes = -(-seconds // 60)
    return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
