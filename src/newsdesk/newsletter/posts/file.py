"""For trying: each letter is a file, whole or not there, in the folder of ``NEWSDESK_EMAIL_URL`` or in ``letters``."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from newsdesk.newsletter.posts import Addressed, Handed, NotHanded, PostLater


def post() -> FilePost:
    from django.conf import settings

    return FilePost(Path(settings.EMAIL_FILE_PATH or Path(settings.NEWSDESK_DATA) / "letters"))


class FilePost:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def hand(self, message: bytes, envelope: Addressed, *, before_body: Callable[[], bool]) -> Handed:
        if not before_body():
            raise NotHanded
        name = re.sub(r"[^\w.-]", "-", envelope.message_id.strip("<>"))[:150]
        try:
            self._write(name, message)
        except OSError as error:
            raise PostLater("4.3.0", type(error).__name__) from None
        return Handed("2.0.0", "written")

    def close(self) -> None:
        pass

    def _write(self, name: str, message: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        whole, part = self.folder / f"{name}.eml", self.folder / f"{name}.part"
        with part.open("wb") as file:
            file.write(message)
            file.flush()
            os.fsync(file.fileno())
        part.replace(whole)
