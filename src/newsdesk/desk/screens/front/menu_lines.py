"""One line of a menu as an editor fills it in, and as the archive keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import CharBlock, ChoiceBlock, StructBlock, StructBlockValidationError

from newsdesk.article.menu import MenuItem
from newsdesk.desk.pages.info import InfoPage
from newsdesk.desk.sections import Section
from newsdesk.desk.topics import Topic

Choices = list[tuple[Any, list[tuple[str, str]]]]


def destinations() -> Choices:
    """Everything of the site that a menu may lead to, by its reference.

    Pages by title: in Wagtail's own order, that of the tree, the database would go through every article.
    """
    standing = InfoPage.objects.filter(live=True).order_by("title", "pk")
    return [
        (_("Sections"), [(f"section:{one.archive_id}", one.name) for one in Section.objects.all()]),
        (_("Standing pages"), [(f"page:{one.archive_id}", one.title) for one in standing]),
        (_("Topics"), [(f"topic:{one.archive_id}", one.name) for one in Topic.objects.all()]),
    ]


class MenuLine(StructBlock):
    to = ChoiceBlock(choices=destinations, required=False, label=gettext_lazy("Leads to"))
    address = CharBlock(required=False, label=gettext_lazy("Or an address"), help_text=gettext_lazy("Such as /feed/."))
    words = CharBlock(
        required=False,
        max_length=40,
        label=gettext_lazy("Words"),
        help_text=gettext_lazy("Empty for the name of what it leads to, as it is called today."),
    )

    class Meta:
        icon = "link"
        form_classname = "struct-block nd-line"
        label = gettext_lazy("Line")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if wrong := _wrong(cleaned["to"], cleaned["address"], cleaned["words"]):
            raise StructBlockValidationError(block_errors=wrong)
        return cleaned


def from_item(item: MenuItem) -> Mapping[str, str]:
    inside = item.href.partition(":")[0] in ("section", "topic", "page")
    return {"to": item.href if inside else "", "address": "" if inside else item.href, "words": item.words}


def to_items(lines: Iterable[Mapping[str, str]]) -> tuple[MenuItem, ...]:
    return tuple(MenuItem(line["to"] or line["address"], line["words"]) for line in lines)


def _wrong(to: str, address: str, words: str) -> dict[str, ValidationError]:
    if bool(to) == bool(address):
        return {"to": ValidationError(_("Choose where it leads, or write an address: one of the two."))}
    if not address:
        return {}
    if not _is_address(address):
        return {"address": ValidationError(_("Write a path of this site (/feed/) or a whole address (https://…)."))}
    return {} if words else {"words": ValidationError(_("An address has no name of its own: write the words."))}


def _is_address(address: str) -> bool:
    if address.startswith("/"):
        return not address.startswith("//")
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        return False
    return True
