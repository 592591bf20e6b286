"""What the doctor found, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Finding:
    """``warn`` is worth knowing, ``fail`` stops the newsroom or will; both have a remedy."""

    level: Level
    what: str
    remedy: str = ""

    def line(self) -> str:
        return f"{self.level:<5} {self.what}" + (f" → {self.remedy}" if self.remedy else "")


def ok(what: str) -> Finding:
    return Finding("ok", what)


def warn(what: str, remedy: str) -> Finding:
    return Finding("warn", what, remedy)


def fail(what: str, remedy: str) -> Finding:
    return Finding("fail", what, remedy)
