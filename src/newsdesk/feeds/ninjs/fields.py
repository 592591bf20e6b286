"""How values of ours are written as fields."""

from __future__ import annotations

from datetime import datetime
from typing import Any


def filled(**fields: Any) -> dict[str, Any]:
    """The fields that have something in them."""
    return {name: value for name, value in fields.items() if value}


def moment(at: datetime | None) -> str:
    """RFC 3339, to the second."""
    return at.isoformat(timespec="seconds") if at else ""
