"""Pages of a list without counting all of it: it looks a fixed way ahead of where one stands."""

from __future__ import annotations

import re
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.paginator import WagtailPaginator

AHEAD = 500
"""Rows looked ahead, so that there are some pages to jump to."""


class LookingAhead(WagtailPaginator):
    """``count`` is exact near the end of a list, and elsewhere how far it looked."""

    asked = 1

    def get_page(self, number: Any) -> Any:
        """The first page for what is no number, or has more digits than a database counts rows to."""
        self.asked = max(int(number), 1) if re.fullmatch(r"[0-9]{1,6}", str(number)) else 1
        return super().get_page(self.asked)

    @cached_property
    def count(self) -> int:
        found: int = self.object_list[: self._horizon()].count()
        return found

    @property
    def items_count_label(self) -> str:
        if self.count < self._horizon():
            return str(super().items_count_label)
        return _("more than %(count)s articles") % {"count": self.count}

    def _horizon(self) -> int:
        return self.asked * int(self.per_page) + AHEAD
