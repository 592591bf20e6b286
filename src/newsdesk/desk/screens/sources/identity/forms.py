"""The forms about an identity; the words are taken and never given back, not even where a form is refused."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from newsdesk.desk.second_factor.authenticator import Authenticator

SEES_SOURCES = "sources.view_sourcerow"
MOST = 4000


class Unkept(forms.Textarea):
    """A field that browsers neither fill nor send to a speller, translator or writer; empty whenever it is shown."""

    def __init__(self) -> None:
        off = dict.fromkeys(("autocomplete", "autocapitalize", "autocorrect"), "off")
        super().__init__({"rows": 4, "spellcheck": "false", "writingsuggestions": "false", "translate": "no", **off})

    def format_value(self, value: Any) -> None:
        return None


class Readers(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # no generic at run time
    """Those who could be named: whoever may see sources and has a second factor."""

    def __init__(self) -> None:
        super().__init__(
            get_user_model()._default_manager.none(),
            label=_("Who may read it"),
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Nobody else can, whatever their role. Only people with a second factor stand here."),
        )

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.get_full_name() or obj.get_username())


class RetellForm(forms.Form):
    words = forms.CharField(
        label=_("Who it is"),
        max_length=MOST,
        widget=Unkept,
        help_text=_("A name, and how to reach them. It is sealed before it is stored, and not shown here again."),
    )


class ReadersForm(forms.Form):
    readers = Readers()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["readers"]
        field.queryset = might_read()


class TellForm(RetellForm, ReadersForm):
    field_order = ("words", "readers")


def might_read() -> Any:
    """Active people who may see sources and have a second factor, by name.

    Whoever has the password of an account can set up its *first* factor; so one who has none yet is not named.
    """
    users = get_user_model()._default_manager
    known: Any = users.with_perm(SEES_SOURCES, backend="django.contrib.auth.backends.ModelBackend")
    known = known.filter(pk__in=Authenticator.objects.values("user"))
    return known.order_by("last_name", "first_name", get_user_model().USERNAME_FIELD)
