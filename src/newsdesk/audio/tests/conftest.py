"""A newsroom whose articles are read aloud."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from newsdesk.archive import record
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import edition
from newsdesk.article import spoken
from newsdesk.article.clip import ENDINGS, Clip
from newsdesk.article.edition import Edition
from newsdesk.audio import job, voices
from newsdesk.audio.models import Composition, Narration
from newsdesk.audio.sounding import Narrated
from newsdesk.audio.tests.odd import odd

MADE = datetime.fromisoformat("2026-03-02T09:00:00+00:00")


@dataclass(frozen=True, slots=True)
class Newsroom:
    """``shelf`` is the public folder."""

    shelf: Path

    def publish(self, number: int = 1, **fields: Any) -> Edition:
        """An article that has just been published."""
        now = timezone.now().replace(microsecond=number)
        return record.add(edition(number, **{"first_published": now, "published_at": now} | fields))

    def work(self) -> None:
        """What a heavy worker does with articles that are due; the day's news would depend on the hour of the test."""
        while articles := job.due(10):
            job.make_one(articles[0])

    def files(self) -> set[str]:
        return {file.suffix for file in self.shelf.glob("audio/*")}

    def clip(self, one: Edition) -> Clip | None:
        return Archive().clip(one.article)

    def row(self, one: Edition) -> Narration:
        return Narration.objects.get(article=one.article)

    def later(self, **time: float) -> None:
        """Pauses and leases end sooner."""
        for kind in (Narration, Composition):
            for row in kind.objects.exclude(next_attempt_at=None):
                row.next_attempt_at -= timedelta(**time)
                row.save(update_fields=["next_attempt_at"])


@pytest.fixture
def newsroom(settings: Any, tmp_path: Path) -> Newsroom:
    settings.NEWSDESK_DATA, settings.NEWSDESK_SHELF = tmp_path, tmp_path / "shelf"
    return Newsroom(tmp_path / "shelf" / "public")


@pytest.fixture
def during() -> list[Callable[[], object]]:
    """What happens while a ``quick`` clip is being made."""
    return []


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, during: list[Callable[[], object]]) -> None:
    """Clips come of nothing, at once."""

    @contextmanager
    def narrate(one: Edition, row: Narration) -> Iterator[Narrated]:
        digest = hashlib.sha256(f"{one.article} {one.number} {timezone.now()}".encode()).hexdigest()
        clip = Clip(
            of=one.article, spoken=spoken.digest(one), script="s", digest=digest, kind="formant", voice="espeak",
            engine="espeak-ng", version="1", language="en", made_at=MADE, seconds=4.0, lufs=-16.0, mp3_bytes=1,
            mp4_bytes=1, number=one.number,
        )  # fmt: skip
        files = {ending: tmp_path / f"made.{ending}" for ending in ENDINGS}
        for file in files.values():
            file.write_bytes(b"sound")
        while during:
            during.pop()()
        yield Narrated(clip, files)

    monkeypatch.setattr(job, "narrate", narrate)


@pytest.fixture
def odd_voice(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Has every article read by the voice ``odd``, in the way given."""
    from newsdesk.audio.models import AudioRules

    def reads(how: str, seconds: float = 60.0) -> None:
        monkeypatch.setattr(voices, "__path__", [*voices.__path__, str(Path(odd.__file__).parent)])
        monkeypatch.setattr(voices, "import_module", lambda name: odd)
        monkeypatch.setattr(odd, "HOW", [how])
        monkeypatch.setattr(odd, "SECONDS", [seconds])
        AudioRules.objects.update_or_create(pk=1, defaults={"voice": "odd", "today_at": None})

    return reads
