"""The first code of an authenticator, and the roles a second factor is demanded of."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from newsdesk.desk.second_factor.demanded import FactorDemand, demand


class FirstCodeForm(forms.Form):
    """The secret that was shown comes back with it, sealed."""

    sealed = forms.CharField(widget=forms.HiddenInput)
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        help_text=_("The six digits the app shows now."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    password = forms.CharField(
        label=_("Your password"),
        help_text=_("So that nobody does this at a screen you have left."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class DemandForm(forms.Form):
    groups = forms.ModelMultipleChoiceField(
        label=_("Demanded of"),
        queryset=Group.objects.order_by("name"),
        required=False,
        help_text=_("Whoever is in one of these sets a second factor up before anything else, from the next click on."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["groups"] = list(FactorDemand.objects.values_list("group_id", flat=True))

    def save(self) -> None:
        demand(self.cleaned_data["groups"])
