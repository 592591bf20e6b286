"""The data folder, and the keys that sign sessions and audio and seal secrets, made once and readable by us alone."""

from __future__ import annotations

import secrets
from pathlib import Path

from newsdesk.audio import signers
from newsdesk.settings_env import table
from newsdesk.settings_env.kept import keep
from newsdesk.settings_env.refused import Refused


def make() -> Path:
    """Makes the data folder and its keys where they are missing, before Django reads them; raises ``Refused``."""
    data = table.DATA.value().absolute()
    try:
        data.mkdir(parents=True, exist_ok=True)
        for name in ("run", "media"):
            (data / name).mkdir(exist_ok=True)
        if not table.SECRET_KEY.value():
            _key(data / "secret.key")
        if not table.SEAL_KEY.value():
            _key(data / "seal.key")
        if not table.C2PA_CERTIFICATE.value():
            signers.provide(data, table.SITE_NAME.value())
    except OSError as error:
        raise Refused(f"NEWSDESK_DATA: {data}: {error.strerror}; name a folder that you can write to") from None
    return data


def _key(file: Path) -> None:
    if not file.exists():
        keep(file, f"{secrets.token_urlsafe(48)}\n".encode())
