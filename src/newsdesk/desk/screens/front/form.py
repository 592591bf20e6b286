"""The whole front as one form: lists of articles and of menu lines, ordered by dragging or with the arrow buttons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.blocks import Block, BlockField, StreamBlock

from newsdesk.archive import keys
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.screens.front.arranged import HOME, MENUS, Arrangement, arrange, arrangement, section_front
from newsdesk.desk.screens.front.chooser import ArticleBlock
from newsdesk.desk.screens.front.menu_lines import MenuLine, from_item, to_items
from newsdesk.desk.sections import Section

MOST = 24
"""Lines of a list: more than any front or menu shows."""
MENU = "menu-"


class FrontForm(forms.Form):
    """``seen`` is the arrangement the editor started from, so that nobody overwrites another's work unseen."""

    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None) -> None:
        self.sections = list(Section.objects.all())
        self.before = arrangement(self.sections)
        super().__init__(data, initial={"seen": self.before.seen})
        by_id = _articles(id for ids in self.before.places.values() for id in ids)
        for front, ids in self.before.places.items():
            self._add(front, ArticleBlock(label=_("Article")), [by_id[id] for id in ids if id in by_id])
        for name, items in self.before.menus.items():
            self._add(MENU + name, MenuLine(), map(from_item, items))

    def clean_seen(self) -> str:
        if self.cleaned_data["seen"] != self.before.seen:
            raise forms.ValidationError(_("Somebody arranged the front since you opened it. Reload it to see theirs."))
        return str(self.cleaned_data["seen"])

    def clean(self) -> dict[str, Any]:
        for front, ids in self.before.places.items():
            if wrong := _wrong(self._given(front), ids):
                self.add_error(front, wrong)
        return self.cleaned_data

    def save(self) -> Arrangement:
        """The new arrangement, written in one transaction."""
        places = {front: tuple(page.archive_id for page in self._given(front)) for front in self.before.places}
        menus = {name: to_items(self._given(MENU + name)) for name in MENUS}
        new = Arrangement(places, menus)
        arrange(new, self.before)
        return new

    def _given(self, name: str) -> list[Any]:
        """What was put into a list, in order; nothing where it is in error."""
        return [line.value for line in self.cleaned_data.get(name) or ()]

    def _add(self, name: str, line: Block, values: Iterable[Any]) -> None:
        """A list is a StreamField's block with one kind of line: those are dragged, and moved with buttons."""
        block = StreamBlock([("line", line)], required=False, max_num=MOST)
        block.set_name(name)
        self.fields[name] = BlockField(block, required=False, label=self._label(name))
        self.initial[name] = block.normalize([("line", value) for value in values])

    def _label(self, name: str) -> str:
        fixed = {
            HOME: _("Home"),
            keys.PICKS: _("Editors' Picks"),
            "menu-main": _("Main menu"),
            "menu-footer": _("Footer"),
        }
        return fixed.get(name) or next(one.name for one in self.sections if section_front(one) == name)


def _articles(ids: Iterable[str]) -> dict[str, ArticlePage]:
    found = ArticlePage.objects.filter(uuid__in=list(ids)).only("uuid", "title", "live")
    return {page.archive_id: page for page in found}


def _wrong(pages: Iterable[ArticlePage], before: tuple[str, ...]) -> str:
    """Why these may not be placed; what stood there before may stay although it is no longer live."""
    placed = [page.archive_id for page in pages]
    if len(set(placed)) < len(placed):
        return _("An article stands here twice.")
    if any(not page.live and page.archive_id not in before for page in pages):
        return _("Only what is live can be placed.")
    return ""
