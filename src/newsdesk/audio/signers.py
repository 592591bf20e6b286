"""Who signs for this newsroom: its own certificate, or the one in the data folder, made where it is missing."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from newsdesk.audio.sound.failed import SoundFailed, gettext_noop
from newsdesk.audio.sound.order import Signer
from newsdesk.settings_env.kept import keep

FILE = "c2pa.pem"
"""The key, and the chain after it."""

_UNREADABLE = gettext_noop("The audio cannot be signed: the newsroom's certificate cannot be read.")
_CHECK = gettext_noop("Check NEWSDESK_C2PA_CERTIFICATE.")


def current() -> Signer:
    """Who signs now; raises ``SoundFailed``."""
    chain, key = settings.NEWSDESK_C2PA_CERTIFICATE, settings.NEWSDESK_C2PA_KEY
    if not chain:
        return provide(Path(settings.NEWSDESK_DATA), settings.NEWSDESK_SITE_NAME, settings.NEWSDESK_C2PA_TIMESTAMP_URL)
    try:
        return Signer(Path(chain).read_text(encoding="ascii"), key, settings.NEWSDESK_C2PA_TIMESTAMP_URL)
    except (OSError, UnicodeDecodeError) as error:
        raise SoundFailed(_UNREADABLE, _CHECK) from error


def provide(data: Path, newsroom: str, timestamp_url: str = "") -> Signer:
    """The newsroom's own, from its data folder; made now where there is none."""
    file = data / FILE
    if not file.exists():
        from newsdesk.audio.sound import certificate  # takes a while to load, and is wanted once

        chain, key = certificate.make(newsroom)
        keep(file, (key + chain).encode("ascii"))
    key, mark, chain = file.read_text(encoding="ascii").partition("-----BEGIN CERTIFICATE-----")
    return Signer(mark + chain, key, timestamp_url)
