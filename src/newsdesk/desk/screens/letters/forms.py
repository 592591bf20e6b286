"""What an editor writes of an issue, and a chief of a letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.blocks import BlockField

from newsdesk.archive.codec import decode
from newsdesk.article.body import Body
from newsdesk.desk.filing_body import file_body
from newsdesk.desk.photographs import Photograph
from newsdesk.desk.screens.letters.blocks import IssueBody
from newsdesk.desk.screens.letters.unfiling import unfile
from newsdesk.newsletter.making.acts import Words
from newsdesk.newsletter.models import Issue, Letter

WEEKDAYS = [
    ("1", gettext_lazy("Monday")),
    ("2", gettext_lazy("Tuesday")),
    ("3", gettext_lazy("Wednesday")),
    ("4", gettext_lazy("Thursday")),
    ("5", gettext_lazy("Friday")),
    ("6", gettext_lazy("Saturday")),
    ("7", gettext_lazy("Sunday")),
]


class IssueForm(forms.Form):
    """``version`` is what the editor started from, so that nobody overwrites another's work unseen."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=150)
    preview = forms.CharField(
        label=gettext_lazy("Preview text"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("What mail programs show beside the subject, before the letter is opened."),
    )
    due_at = forms.DateTimeField(
        label=gettext_lazy("Goes out at"),
        required=False,
        widget=AdminDateTimeInput,
        help_text=gettext_lazy("Empty: as soon as somebody has looked at it and lets it go."),
    )

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None, body: Body = ()) -> None:
        super().__init__(data, initial=initial)
        block = IssueBody(required=False)
        block.set_name("body")
        self.fields["body"] = BlockField(block, required=False, label=_("The letter"))
        self.initial["body"] = block.normalize(unfile(body))

    @classmethod
    def of(cls, issue: Issue, data: Any = None) -> IssueForm:
        given = {name: getattr(issue, name) for name in ("version", "subject", "preview", "due_at")}
        return cls(data, initial=given, body=decode(issue.body, Body))

    def clean_body(self) -> Any:
        stream = self.cleaned_data["body"]
        if any(not block.value.live for block in stream if block.block_type == "related_card" and block.value):
            raise forms.ValidationError(_("Only what is live can stand in a letter."))
        if any(not _alt(block.value) for block in stream if block.block_type == "picture" and block.value["picture"]):
            raise forms.ValidationError(_("A photograph needs alt text: many mail programs show no pictures."))
        return stream

    def words(self) -> Words:
        """What was written, as values; the photographs are readers' from now on."""
        given = self.cleaned_data
        for photograph in _photographs(given["body"]):
            Photograph.objects.filter(pk=photograph.pk).update(printed=True)
            photograph.to_archive()
        return Words(given["subject"], given["preview"], file_body(given["body"]), given["due_at"])


def _photographs(stream: Any) -> Iterator[Photograph]:
    return (block.value["picture"] for block in stream if block.block_type == "picture" and block.value["picture"])


def _alt(use: Any) -> str:
    return str(use["alt"] or use["picture"].alt).strip()


class LetterForm(forms.ModelForm):  # type: ignore[type-arg]  # no generic at run time
    weekdays = forms.MultipleChoiceField(
        label=gettext_lazy("On"), choices=WEEKDAYS, widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = Letter
        fields = (
            "name", "slug", "description", "language", "from_name", "from_address", "reply_to", "open", "by", "at",
            "weekdays", "at_least", "most", "again_after", "a_day", "second_yes",
            "counted", "still_after", "answer_within",
        )  # fmt: skip
        widgets = {"at": forms.TimeInput(attrs={"type": "time"}), "language": forms.Select}
        help_texts = {
            "from_address": gettext_lazy("Its domain needs SPF, DKIM and DMARC before the first issue."),
            "reply_to": gettext_lazy("Empty for the address it is from."),
            "at": gettext_lazy("The draft is made an hour before, and waits for somebody to look at it."),
            "counted": gettext_lazy(
                "Links then go through pages of the site that are the same for every reader. How often each was "
                "followed is counted by the day, never by whom; programs that scan mail are counted too."
            ),
            "still_after": gettext_lazy(
                "0: nobody is asked. Signs are confirming, choosing letters, and the answer to this question; whether "
                "a letter is opened is not known."
            ),
            "answer_within": gettext_lazy("For whoever does not answer, this letter ends; they can ask for it again."),
            "a_day": gettext_lazy("The brake of breaking news."),
            "second_yes": gettext_lazy(
                "Off: whoever wrote breaking news may let it go alone. The brake, and the look at it, stay."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose: Any = forms.ChoiceField
        self.fields["language"] = choose(label=_("language").capitalize(), choices=settings.LANGUAGES)
        self.initial["weekdays"] = list(self.instance.weekdays)
        if not self.instance.pk or self.instance._state.adding:
            self.initial.setdefault("language", settings.LANGUAGE_CODE)

    def clean_weekdays(self) -> str:
        return "".join(sorted(self.cleaned_data["weekdays"]))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("by") == Letter.By.RULE and not (given.get("at") and given.get("weekdays")):
            self.add_error("at", _("A rule needs a time, and at least one day."))
        if (given.get("most") or 0) < (given.get("at_least") or 0):
            self.add_error("most", _("This is fewer than the least."))
        return given
