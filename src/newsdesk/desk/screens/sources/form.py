"""One statement as a form: its kind, its day, and the links of its chain in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from newsdesk.article.source import NAMED
from newsdesk.sources import anchors
from newsdesk.sources.anchors import Quote
from newsdesk.sources.drafts import Draft, Item, Link
from newsdesk.sources.models import SourceRow, StatementRow

MOST_LINKS = 6
Keep = Callable[[Any], int]
KINDS = (
    ("direct", gettext_lazy("Direct")),
    ("mixed", gettext_lazy("Partly quoted")),
    ("indirect", gettext_lazy("Indirect")),
)


def opened(draft: Draft, asked: Mapping[str, Any]) -> Item | None:
    """The statement a form is about: the one named by ``item``, or the words in ``exact``; None where they are gone."""
    if asked.get("item"):
        return _named(draft, str(asked["item"])) or _selected(draft, asked)
    return _selected(draft, asked)


def _named(draft: Draft, id: str) -> Item | None:
    try:
        return draft.item(UUID(id))
    except ValueError:
        return None


def _selected(draft: Draft, asked: Mapping[str, Any]) -> Item | None:
    exact = anchors.as_it_stands(draft.prose.text, str(asked.get("exact", "")))
    wanted = Quote(exact, str(asked.get("prefix", "")), str(asked.get("suffix", "")))
    place = anchors.find(draft.prose.text, wanted)
    if place is None:
        return None
    quote = anchors.quote(draft.prose.text, *_whole_words(draft.prose.text, *place))
    kind = "direct" if quote.exact[:1] in "\"“„«'‘" else "indirect"
    id = uuid5(draft.article, quote.prefix + quote.exact + quote.suffix)
    return Item(id, "added", (quote,), kind, (), (place,))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A selection that begins or ends within a word is meant to have all of it."""
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def not_too_large(file: Any) -> None:
    """Refuses what is larger than the newsroom takes (``NEWSDESK_UPLOAD_MEGABYTES``)."""
    if file.size > settings.NEWSDESK_UPLOAD_MEGABYTES * 1024**2:
        raise ValidationError(too_large())


def too_large() -> str:
    most = {"most": settings.NEWSDESK_UPLOAD_MEGABYTES}
    return _("The document is larger than %(most)s MB. Make it smaller, or link to it.") % most


class LinkForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Who"), max_length=200, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=SourceRow.Kind.choices)
    title = forms.CharField(label=pgettext_lazy("of a person", "Title"), max_length=200, required=False)
    url = forms.URLField(label=gettext_lazy("Where to read it"), max_length=500, required=False, assume_scheme="https")
    file = forms.FileField(
        label=gettext_lazy("Document"),
        required=False,
        validators=[FileExtensionValidator(settings.WAGTAILDOCS_EXTENSIONS), not_too_large],
        help_text=gettext_lazy("For the desk; readers never get it. Whoever has an account here can open it."),
    )
    document = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("Why unnamed"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Readers see it. Never write here who it is."),
    )


class BaseChain(forms.BaseFormSet):  # type: ignore[type-arg]
    def links(self) -> tuple[tuple[Link, Any], ...]:
        """The links in the order given, each with its uploaded file; those without a name or taken out are left out."""
        kept = [form.cleaned_data for form in self.ordered_forms if form.cleaned_data.get("name")]
        return tuple((_link(given), given["file"]) for given in kept)

    def clean(self) -> None:
        if not any(self.errors) and not self.links():
            raise ValidationError(_("Somebody must have said it: give at least one name."))


Chain = forms.formset_factory(
    LinkForm, formset=BaseChain, extra=0, can_order=True, can_delete=True, max_num=MOST_LINKS, validate_max=True
)


class StatementForm:
    """A statement's own fields and the chain, read and checked together.

    A document that the statement had already is kept by its number; no other number is believed.
    """

    def __init__(self, item: Item, data: Any = None, files: Any = None) -> None:
        self.before = item
        self.fields = _Fields(data, initial={"kind": item.kind, "said_on": item.said_on})
        links = [_initial(link) for link in item.chain] or [{}]
        self.chain: Any = Chain(data, files, prefix="chain", initial=links)

    def is_valid(self) -> bool:
        return self.fields.is_valid() and self.chain.is_valid()

    def item(self, keep: Keep) -> Item:
        """The statement as mended; ``keep`` takes an uploaded file in and returns its number."""
        given = self.fields.cleaned_data
        return replace(self.before, kind=given["kind"], said_on=given["said_on"], chain=self._links(keep))

    def origin(self) -> str:
        return StatementRow.Origin.ADDED if self.before.state == "added" else StatementRow.Origin.MENDED

    def _links(self, keep: Keep) -> tuple[Link, ...]:
        """A link that is still called the same is still the same source."""
        known = {(link.kind, link.name): link for link in self.before.chain}
        had = {link.document for link in self.before.chain}
        return tuple(
            replace(
                link,
                source=before.source if (before := known.get((link.kind, link.name))) else None,
                mention=before.mention if before else "",
                document=keep(file) if file else link.document if link.document in had else None,
            )
            for link, file in self.chain.links()
        )


class _Fields(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Statement"), choices=KINDS)
    said_on = forms.DateField(
        label=gettext_lazy("Said on"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )


def _initial(link: Link) -> dict[str, Any]:
    fields = ("name", "kind", "title", "url", "document", "reason")
    return {name: getattr(link, name) for name in fields}


def _link(given: Mapping[str, Any]) -> Link:
    named = given["kind"] in NAMED
    return Link(
        given["kind"],
        given["name"],
        given["title"],
        url=given["url"],
        document=given["document"],
        reason="" if named else given["reason"],
    )
