"""The Python and the libraries everything runs on."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from newsdesk.commands._doctor.finding import Finding, fail, ok

NEEDS = (3, 11)


def check() -> Iterator[Finding]:
    import django
    import wagtail

    version = f"{sys.version_info[0]}.{sys.version_info[1]}.{sys.version_info[2]}"
    if sys.version_info[:2] < NEEDS:
        yield fail(f"Python {version} is too old", "install Python 3.11 or newer")
    yield ok(f"Python {version}, Django {django.__version__}, Wagtail {wagtail.__version__}")
