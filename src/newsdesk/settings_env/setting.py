"""One setting: its name, what it is without a value, what it means, and how its text is read.

A secret may also come from the file that ``<NAME>_FILE`` names, as container secrets do (https://12factor.net/config).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from newsdesk.settings_env.refused import Refused

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """``parse`` turns text into a value, or raises ``ValueError`` whose words end the sentence "… is not <words>"."""

    name: str
    default: str
    help: str
    parse: Callable[[str], T]
    secret: bool = False

    def value(self, environment: Mapping[str, str] = os.environ) -> T:
        """What the environment says, or the default; raises ``Refused`` where that is nonsense."""
        text = self._text(environment)
        try:
            return self.parse(text)
        except ValueError as wrong:
            shown = "what it holds" if self.secret else repr(text)
            raise Refused(f"{self.name}: {shown} is not {wrong}") from None

    def file(self, environment: Mapping[str, str] = os.environ) -> Path | None:
        """The file its value is read from, where it is."""
        named = environment.get(f"{self.name}_FILE") if self.secret else None
        return Path(named).absolute() if named else None

    def _text(self, environment: Mapping[str, str]) -> str:
        given, file = environment.get(self.name), environment.get(f"{self.name}_FILE") if self.secret else None
        if given and file:
            raise Refused(f"{self.name}: given twice, also by {self.name}_FILE; unset one of them")
        if file:
            return _secret_in(file, f"{self.name}_FILE")
        return self.default if given is None else given.strip() or self.default


def _secret_in(file: str, name: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{name}: cannot read {file!r} ({error.__class__.__name__}); name a readable text file") from None
