"""The formats readers' pictures are made in."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.commands._doctor.finding import Finding, fail, ok


def check() -> Iterator[Finding]:
    from PIL import features

    missing = [name for name in ("avif", "webp", "jpg") if not features.check(name)]
    if missing:
        yield fail(f"Pillow cannot make {', '.join(missing)}", "remove .venv and start ./newsdesk again")
    else:
        yield ok("pictures can be made as AVIF, WebP and JPEG")
