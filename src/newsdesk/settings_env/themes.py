"""Where an installed theme stands."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def folders_of(package: str) -> list[Path]:
    """The folders of a package: one, or none where no such package is installed or ``package`` is empty."""
    try:
        found = find_spec(package) if package else None
    except ImportError:
        return []
    return [Path(place) for place in (found.submodule_search_locations or ())] if found else []
