"""Whether who an unnamed source is can be opened here, and by nobody who copies files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsdesk.commands._confidential.key_file import inside_the_newsroom
from newsdesk.commands._doctor.checks.folders import OTHERS
from newsdesk.commands._doctor.finding import Finding, fail, ok, warn

NEEDS_NEWSROOM = True
SETTING = "NEWSDESK_CONFIDENTIAL_KEY_FILE"


def check() -> Iterator[Finding]:
    from django.conf import settings

    file = settings.NEWSDESK_CONFIDENTIAL_KEY_FILE
    found = [*(_of_the_file(file) if file else ()), *_of_the_identities()]
    yield from found or [ok("confidential identities are sealed, and their key is kept apart")]


def _of_the_file(file: Path) -> Iterator[Finding]:
    if inside_the_newsroom(file):
        yield fail(f"{file} lies in the newsroom's folders, and is copied with them", f"move it, and set {SETTING}")
    if file.exists() and file.stat().st_mode & OTHERS:
        yield fail(f"others on this machine can read {file}", f"run: chmod 600 {file}")


def _of_the_identities() -> Iterator[Finding]:
    from newsdesk.sources.confidential.keys import keys
    from newsdesk.sources.confidential.seal import key_id
    from newsdesk.sources.models import IdentityRow

    ids = [key_id(key) for key in keys()]
    shut, older = IdentityRow.objects.exclude(key__in=ids).count(), IdentityRow.objects.filter(key__in=ids[1:]).count()
    if shut:
        yield fail(
            f"{shut} confidential identities are sealed with a key that is not here", f"set {SETTING} to its file"
        )
    if older:
        yield warn(f"{older} confidential identities have an earlier key", "run: newsdesk confidential reseal")
