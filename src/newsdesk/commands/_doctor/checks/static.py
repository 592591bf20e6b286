"""The desk's scripts and the theme's fonts and styles."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.commands._doctor.finding import Finding, fail, ok
from newsdesk.commands._newsroom import stamp

FONTS = (".woff2", ".woff", ".ttf")
NEEDS_NEWSROOM = True


def check() -> Iterator[Finding]:
    from newsdesk.press.theme import theme

    if stamp.is_current("static"):
        yield ok("the desk's scripts and styles are in place")
    else:
        yield fail("the desk's scripts and styles are missing or old", "run: newsdesk init")
    names = theme().assets.paths
    fonts = sum(name.endswith(FONTS) for name in names)
    if any(name.endswith(".css") for name in names):
        yield ok(f"the theme has {len(names)} files, {fonts} of them fonts")
    else:
        yield fail("the theme has no style sheet", "set NEWSDESK_THEME to an installed theme, or unset it")
