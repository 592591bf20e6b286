"""Copying a page makes a draft: no alias, and nothing published on the way."""

from typing import Any

from wagtail.admin.forms.pages import CopyForm


class DraftCopyForm(CopyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for choice in ("publish_copies", "alias"):
            self.fields.pop(choice, None)
