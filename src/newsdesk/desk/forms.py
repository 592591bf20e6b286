"""The forms of articles, briefs and standing pages: publishing is refused while a blocking problem stands."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.rich_text import RichText

from newsdesk.desk.blocks import INLINE
from newsdesk.desk.checking import blocking
from newsdesk.desk.due import due_time


class HeldToRules(WagtailAdminPageForm):
    """Saving a draft asks for a headline only, so that autosave never stops; anything else is held to the rules."""

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        if not self.is_deferred_validation:
            self._hold_to_rules()
        return not self.errors

    def _hold_to_rules(self) -> None:
        for problem in blocking(self.save(commit=False)):
            field = problem.where if problem.where in self.fields else None
            self.add_error(field, f"{problem.what} {problem.how_to_fix}")

    def save(self, commit: bool = True) -> Any:
        """A new page is a draft until it is published, also while the create view publishes it."""
        if self.instance._state.adding:
            self.instance.live = False
        return super().save(commit=commit)


class ArticleForm(HeldToRules):
    """An article's times must be possible."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        due = due_time(cleaned.get("publish_at"), cleaned.get("embargoed_until"))
        expires = cleaned.get("expire_at")
        if due and expires and expires <= due:
            self.add_error("expire_at", _("It would expire before it comes out."))
        return cleaned


class BriefForm(ArticleForm):
    """``words`` is the body: a sentence or two."""

    words = forms.CharField(
        label=_("Text"),
        required=False,
        help_text=_("A sentence or two."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from wagtail.admin.rich_text import get_rich_text_editor_widget  # needs all models to be loaded

        super().__init__(*args, **kwargs)
        self.fields["words"].widget = get_rich_text_editor_widget(features=INLINE)
        paragraphs = (block.value.source for block in self.instance.body if block.block_type == "paragraph")
        self.initial["words"] = "".join(paragraphs)

    def save(self, commit: bool = True) -> Any:
        if "words" in self.changed_data:
            self.instance.body = [*self._paragraph(), *self._others()]
        if self.instance.first_published_at is None:
            self.instance.slug = ""  # made anew of the headline: autosave was there when it was half typed
        return super().save(commit=commit)

    def _paragraph(self) -> list[tuple[str, Any]]:
        words = self.cleaned_data.get("words")
        return [("paragraph", RichText(words))] if words else []

    def _others(self) -> list[tuple[str, Any]]:
        """What an imported brief has beside its words is kept."""
        return [(block.block_type, block.value) for block in self.instance.body if block.block_type != "paragraph"]
